"""A sheet read by its description: headings found, every cell checked on its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from kfmodel.importing.book import Row
from kfmodel.importing.cell import Cell
from kfmodel.importing.columns import Column, Demand, Sheet
from kfmodel.importing.headings import Headings, find_headings
from kfmodel.importing.kinds import CellRefusedError
from kfmodel.importing.limits import TITLE_ROWS
from kfmodel.importing.problems import Problems
from kfmodel.importing.text import in_sentence


@dataclass(slots=True)
class Line:
    """One row. `values` has None for an empty cell and lacks the name where the cell is wrong."""

    title: str
    row: int
    letters: Mapping[str, str]
    values: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        """The value; None where the cell is empty, wrong or missing."""
        return self.values.get(name)

    def is_empty(self, name: str) -> bool:
        """The cell was there to be filled and was not."""
        return name in self.values and self.values[name] is None

    def at(self, name: str) -> str:
        """The cell's place, as `Organisation!D4`; the first cell's where the column is missing."""
        return f"{self.title}!{self.letters.get(name) or self._first}{self.row}"

    @property
    def cell(self) -> str:
        return f"{self.title}!{self._first}{self.row}"

    @property
    def _first(self) -> str:
        return next(iter(self.letters.values()), "A")


@dataclass(slots=True)
class Table:
    """A sheet that was read; `heading_cell` is where a message about the whole sheet points."""

    sheet: Sheet
    heading_cell: str
    lines: list[Line] = field(default_factory=list)
    columns: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)


def no_table(sheet: Sheet) -> Table:
    """What stands for a sheet that is not in the file."""
    return Table(sheet, f"{sheet.title}!A1")


def read_table(sheet: Sheet, rows: Iterable[Row], problems: Problems) -> Table:
    """Reads a sheet; everything wrong with a single cell or the headings goes to `problems`."""
    headings, below = split(sheet, rows, problems)
    if headings is None:
        return no_table(sheet)
    table = Table(sheet, headings.cell, columns=frozenset(headings.letters))
    for number, cells in below:
        line = Line(sheet.title, number, headings.letters, {})
        _read_line(line, headings, cells, problems)
        table.lines.append(line)
    if sheet.rows_required and not table.lines:
        problems.error(table.heading_cell, "rader saknas under rubrikerna; skriv minst en rad")
    return table


def split(
    sheet: Sheet, rows: Iterable[Row], problems: Problems
) -> tuple[Headings | None, Iterator[tuple[int, list[Cell]]]]:
    """The headings, and the cells under them of each row that has something there."""
    rows = iter(rows)
    first_rows = list(islice(rows, TITLE_ROWS))
    headings = find_headings(sheet, first_rows, problems)
    if headings is None:
        return None, iter(())
    return headings, _filled(headings, chain(first_rows, rows))


def _filled(headings: Headings, rows: Iterable[Row]) -> Iterator[tuple[int, list[Cell]]]:
    for row in rows:
        if row.number > headings.row:
            cells = headings.cells(row)
            if not all(cell.is_empty for cell in cells):
                yield row.number, cells


def _read_line(line: Line, headings: Headings, cells: list[Cell], problems: Problems) -> None:
    for (column, _), cell in zip(headings.found, cells, strict=True):
        if cell.is_empty:
            if column.demand is Demand.CELL:
                problems.error(
                    line.at(column.name),
                    f"{in_sentence(column.heading)} saknas; skriv {column.expected}",
                )
            else:
                line.values[column.name] = None
            continue
        try:
            line.values[column.name] = read_cell(column, cell)
        except CellRefusedError as refused:
            problems.error(line.at(column.name), str(refused))


def read_cell(column: Column, cell: Cell) -> Any:
    """A filled cell's value. Raises CellRefusedError with the whole sentence."""
    if cell.fault:
        raise CellRefusedError(f"{in_sentence(column.heading)}: {cell.fault}")
    try:
        return column.kind.read(cell)
    except CellRefusedError as refused:
        name = in_sentence(column.heading)
        raise CellRefusedError(f'{name} "{cell.shown}" {refused}') from refused
