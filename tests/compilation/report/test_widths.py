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


def test_long_words_of_an_activity_have_room_beside_the_rest() -> None:
    """In Arial of 8.5 points they are 1.6 mm apart from the cell's sides at the least."""
    words = {
        "kompetensutvecklingsprogram": 2305,
        "Socialsekreterare": 1323,
        "2024–2026": 851,
        "Förvaltningsledningen": 1663,
        "medarbetarenkäten": 1385,
    }
    columns = [["Rubrik", f"Ett {word} för många fler medarbetare"] for word in words]
    for width, needed in zip(column_widths(columns, TOTAL), words.values(), strict=True):
        assert width > needed + 2 * 70
