"""The row of a sheet that holds its headings, and which column is which."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from openpyxl.utils import get_column_letter

from kfmodel.importing.book import Row
from kfmodel.importing.cell import Cell
from kfmodel.importing.columns import Column, Demand, Sheet
from kfmodel.importing.names import Names
from kfmodel.importing.problems import Problems
from kfmodel.importing.text import fold_heading, listed


@dataclass(frozen=True)
class Headings:
    """`found` has each column of the description that the sheet has, and its place in a row."""

    title: str
    row: int
    found: tuple[tuple[Column, int], ...]

    @property
    def cell(self) -> str:
        return f"{self.title}!A{self.row}"

    @cached_property
    def letters(self) -> dict[str, str]:
        return {column.name: get_column_letter(place + 1) for column, place in self.found}

    def cells(self, row: Row) -> list[Cell]:
        """The cells under the headings, in the order of `found`."""
        return [row[place] for _, place in self.found]


def find_headings(sheet: Sheet, rows: Sequence[Row], problems: Problems) -> Headings | None:
    """The row with the most known headings: titles and notes may stand above it."""
    known = {fold_heading(column.heading): column for column in sheet.columns}
    row = max(
        rows,
        key=lambda candidate: len(known.keys() & {_folded(cell) for cell in candidate}),
        default=None,
    )
    places: dict[str, list[int]] = {}
    for place, cell in enumerate(row or ()):
        if _folded(cell):
            places.setdefault(_folded(cell), []).append(place)
    if row is None or not known.keys() & places.keys():
        wanted = listed([f'"{column.heading}"' for column in sheet.columns])
        problems.error(
            f"{sheet.title}!A1", f"rubrikraden saknas; skriv rubrikerna {wanted} på en rad"
        )
        return None
    found = [(column, places[key][0]) for key, column in known.items() if key in places]
    headings = Headings(sheet.title, row.number, tuple(found))
    _report_missing(sheet, headings, problems)
    _report_others(sheet, headings, known, places, row, problems)
    return headings


def _folded(cell: Cell) -> str:
    return fold_heading(cell.value) if isinstance(cell.value, str) else ""


def _report_missing(sheet: Sheet, headings: Headings, problems: Problems) -> None:
    for column in sheet.columns:
        if column.demand is not Demand.NOTHING and column.name not in headings.letters:
            problems.error(headings.cell, f'kolumnen "{column.heading}" saknas; lägg till rubriken')


def _report_others(
    sheet: Sheet,
    headings: Headings,
    known: dict[str, Column],
    places: dict[str, list[int]],
    row: Row,
    problems: Problems,
) -> None:
    names = Names(column.heading for column in sheet.columns)
    for key, (first, *others) in places.items():
        shown = row[first].shown
        if key not in known:
            problems.warn(_at(headings, first), f'kolumnen "{shown}" läses inte{names.hint(shown)}')
            continue
        for other in others:
            problems.error(
                _at(headings, other),
                f'rubriken "{known[key].heading}" finns redan i {_at(headings, first)}; '
                "ta bort en av kolumnerna",
            )


def _at(headings: Headings, place: int) -> str:
    return f"{headings.title}!{get_column_letter(place + 1)}{headings.row}"
