"""Workbooks as HR fills them in: the template with its example rows written over, answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.commands.published import WORDS, published
from tests.importing.workbooks import asn_2025

NAME = "Kompetensförsörjning 2025"
ANSWER_HEADINGS = (
    "Organisation",
    "Yrkeskategori",
    "Behov 2 år",
    "Behov 5 år",
    "Viss",
    "God",
    "Hög",
    "Mycket hög",
    "Kompetensspecifikt gap",
    "Risk",
    "Sannolikhet",
    "Påverkansfaktorer",
    "Kommentar",
)
CHIEF = "Sektionschef"
POOLED = ("Socialsekreterare förste", "Socialsekreterare myndighet familjehem")
"""Two to four in a unit: asked in the division instead."""

Row = Sequence[Any]


def fill_template(template: Path, target: Path) -> None:
    """ASN 2025 written over the template's examples, sheet by sheet under its own headings."""
    book = load_workbook(template)
    for sheet in asn_2025().worksheets:
        _, *rows = sheet.iter_rows(values_only=True)
        (_fill_keys if sheet.title == "Omgång" else _fill_rows)(book[sheet.title], rows)
    book["Omgång"]["B2"] = NAME
    book.save(target)


def _fill_keys(sheet: Worksheet, rows: Sequence[Row]) -> None:
    given = {row[0]: row[1] for row in rows}
    for key, value in sheet.iter_rows(min_row=2, max_col=2):
        if key.value in given:
            value.value = given[key.value]


def _fill_rows(sheet: Worksheet, rows: Sequence[Row]) -> None:
    sheet.delete_rows(2)
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value)


def changed(source: Path, target: Path, sheet: str, **cells: Any) -> Path:
    """The workbook with other values in some cells."""
    book = load_workbook(source)
    for name, value in cells.items():
        book[sheet][name] = value
    book.save(target)
    return target


def without_row(source: Path, target: Path, sheet: str, row: int) -> Path:
    book = load_workbook(source)
    book[sheet].delete_rows(row)
    book.save(target)
    return target


def answers_book(target: Path, *rows: Row, headings: Row = ANSWER_HEADINGS) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("Svar")
    for number, row in enumerate((headings, *rows), start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, value)
            if isinstance(value, str):  # what begins like a formula is text here
                cell.data_type = "s"
    book.save(target)
    return target


def everyones_answers() -> list[list[Any]]:
    """The published row of every category, given alike by every group that is asked."""
    return [
        [code, row["category"], *_published_answers(row)]
        for row in published()
        for code in groups(row["category"])
    ]


def groups(category: str) -> list[str]:
    """Who is asked: section managers and what is small in its units by division."""
    in_divisions = category == CHIEF or category in POOLED
    return [f"A{n}" for n in range(1, 6)] if in_divisions else [f"E{n}" for n in range(1, 26)]


def _published_answers(row: dict[str, str]) -> list[Any]:
    levels = [int(row[f"level_{name}"]) for name in ("some", "good", "high", "very_high")]
    needs = [WORDS[row[name]] for name in ("need_2y", "need_5y")]
    risk = [WORDS[row[name]] for name in ("severity", "likelihood")]
    return [*needs, *levels, None, *risk, None, None]
