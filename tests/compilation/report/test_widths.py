"""Widths of columns."""

from hypothesis import given
from hypothesis import strategies as st

from kfmodel.compilation.report.document.widths import column_widths

TOTAL = 9070
WORDS = st.text("ab /", max_size=60)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=12))
def test_columns_fill_the_page_and_no_more(columns: list[list[str]]) -> None:
    widths = column_widths(columns, TOTAL)
    assert TOTAL - len(columns) <= sum(widths) <= TOTAL
    assert min(widths) > 0


def test_numbers_take_what_they_need_and_text_the_rest() -> None:
    text, number = column_widths(
        [["Kategori", "Ett långt namn på en kategori " * 3], ["Gap", "−3"]], TOTAL
    )
    assert text > 3 * number


def test_of_words_without_room_the_longest_are_broken() -> None:
    long = "Kompetensutvecklingsprogram" * 4
    first, second, short = column_widths([[long], [long], ["Pågår"]], TOTAL)
    assert first == second
    assert short == column_widths([[long], ["Pågår"]], TOTAL)[1]
