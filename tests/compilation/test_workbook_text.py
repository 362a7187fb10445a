"""Whatever people type arrives as text, whole, and harmless."""

from dataclasses import replace

import pytest
from openpyxl.cell import Cell

from kfmodel.compilation.workbook.cell_text import LONGEST, fitting, lines
from tests.compilation.build import ASN, COMPLETE, compiled, dialogue, projection
from tests.compilation.opened import opened


def comment_cell(text: str) -> Cell:
    sheet = opened(compiled(dialogue("1", 9, replace(COMPLETE, comment=text))))["Svar"]
    cell = sheet["P2"]
    assert isinstance(cell, Cell)
    return cell


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://x","y")', "+46", "-3", "@SUM(A1)", "=", "#N/A", "#DIV/0!", "007"],
)
def test_formulas_and_codes_stay_text(text: str) -> None:
    cell = comment_cell(text)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize(("text", "quoted"), [("=1+1", True), ("@a", True), ("Hej = hej", False)])
def test_what_a_spreadsheet_could_calculate_is_quoted(text: str, quoted: bool) -> None:
    assert comment_cell(text).quotePrefix is quoted


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x07c\x1fd", "abcd"),
        ("rad\r\nrad\rrad", "rad\nrad\nrad"),
        ("\ud800halv", "halv"),
        ("\ufffe\uffff", ""),
        ("<b>&amp;</b> 'citat' \"två\"", "<b>&amp;</b> 'citat' \"två\""),
        ("👩‍🔧 🇸🇪", "👩‍🔧 🇸🇪"),
        ("  inledande blanksteg ", "  inledande blanksteg "),
        ("**fet** [länk](javascript:x)", "**fet** [länk](javascript:x)"),
    ],
)
def test_characters(text: str, kept: str) -> None:
    assert comment_cell(text).value == kept


def test_text_that_reads_as_an_escape_is_escaped() -> None:
    # Excel reads _x005F_ as the underscore it stands for; openpyxl leaves it
    assert comment_cell("_x0041_ och _y").value == "_x005F_x0041_ och _y"


def test_ten_thousand_characters_arrive_in_a_row_of_sensible_height() -> None:
    text = "Svårt att rekrytera. " * 500
    sheet = opened(compiled(dialogue("1", 9, replace(COMPLETE, comment=text))))["Svar"]
    assert sheet["P2"].value == text
    assert sheet.row_dimensions[2].height == 168
    assert sheet.row_dimensions[2].customHeight


def test_longer_than_a_cell_is_cut_with_an_ellipsis() -> None:
    assert fitting("å" * LONGEST) == "å" * LONGEST
    assert fitting("å" * (LONGEST + 1)) == "å" * (LONGEST - 1) + "…"
    cut = fitting("👍" * LONGEST)
    assert cut.endswith("👍…")
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST


@pytest.mark.parametrize(
    ("text", "width", "count"), [("", 20, 1), ("kort", 20, 1), ("a\n\nb", 20, 3), ("a" * 50, 20, 3)]
)
def test_lines(text: str, width: int, count: int) -> None:
    assert lines(text, width) == count


def test_names_that_look_like_formulas() -> None:
    committee = replace(ASN, name="=1+1")
    book = opened(
        compiled(
            dialogue("1", 9, category="=2+2", organisation_name="@enhet", responsible="+46 Chef"),
            committees=(committee,),
            categories=("=2+2",),
            projections={("ASN", "=2+2"): projection(9, gap_2y=-1)},
        )
    )
    found = [
        (sheet.title, cell.value, cell.data_type)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value[:1] in {"=", "@", "+"}
    ]
    assert {kind for _, _, kind in found} == {"s"}
    assert {("Riskmatris", "=1+1", "s"), ("Diagram", "=2+2", "s")} <= set(found)
