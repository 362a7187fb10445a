"""An .xlsx file opened safely. The only file here that reads with openpyxl."""

import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, TypeVar
from zipfile import ZipFile

from openpyxl import load_workbook

from kfmodel.importing.archive import DAMAGED, Source, UnreadableFileError, read_archive
from kfmodel.importing.cell import EMPTY, Cell
from kfmodel.importing.limits import MAX_COLUMNS, MAX_ROWS

_Row = TypeVar("_Row")

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_QUOTED = re.compile(r'"[^"]*"|\\.')


class Row:
    """A row with its number. A cell is looked at when it is asked for: most stand empty."""

    __slots__ = ("_cells", "_formulas", "number")

    def __init__(self, number: int, cells: tuple[Any, ...], formulas: set[tuple[int, int]]) -> None:
        self.number = number
        self._cells = cells
        self._formulas = formulas

    def __getitem__(self, place: int) -> Cell:
        return _cell(self._cells[place], self.number, self._formulas)

    def __iter__(self) -> Iterator[Cell]:
        return (_cell(cell, self.number, self._formulas) for cell in self._cells)


class Book:
    """The sheets of an open workbook, with the values Excel last saved."""

    def __init__(self, content: bytes) -> None:
        self._values = _load(content, data_only=True)
        self._formulas = _load(content, data_only=False) if _has_formulas(content) else None

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(sheet.title for sheet in self._values.worksheets)

    def rows(self, title: str) -> Iterator[Row]:
        """The rows from the top, of the empty ones some. Raises UnreadableFileError."""
        formulas = self._formula_places(title)
        rows = _readable(_all_rows(self._values[title]))
        before = None
        for number, row in enumerate(rows, start=1):
            # rows that the file leaves out, up to a million, come as one and the same tuple
            if row is not before:
                yield Row(number, row, formulas)
            before = row

    def _formula_places(self, title: str) -> set[tuple[int, int]]:
        if self._formulas is None:
            return set()
        return {
            (cell.row, cell.column)
            for row in _readable(_all_rows(self._formulas[title]))
            for cell in row
            if cell.data_type == "f"
        }


@contextmanager
def open_book(source: Source) -> Iterator[Book]:
    """Opens a path or a binary file. Raises UnreadableFileError."""
    content = read_archive(source)
    with warnings.catch_warnings():
        # openpyxl warns of parts it does not keep (drop-down lists, slicers); nothing here is kept
        warnings.filterwarnings("ignore", module="openpyxl")
        try:
            book = Book(content)
        except DAMAGED as error:
            raise UnreadableFileError(
                "filen är skadad eller inte en Excel-arbetsbok; öppna och spara den i Excel "
                "som .xlsx"
            ) from error
        yield book


def _load(content: bytes, *, data_only: bool) -> Any:
    return load_workbook(BytesIO(content), read_only=True, data_only=data_only, keep_links=False)


def _has_formulas(content: bytes) -> bool:
    with ZipFile(BytesIO(content)) as archive:
        return any(
            _FORMULA.search(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xml")
        )


def _all_rows(sheet: Any) -> Iterator[Any]:
    # the file's own statement of its size is not trusted: it may be wrong, or a million rows wide
    sheet.reset_dimensions()
    return iter(sheet.iter_rows(min_row=1, max_row=MAX_ROWS, max_col=MAX_COLUMNS))


def _readable(rows: Iterable[_Row]) -> Iterator[_Row]:
    try:
        yield from rows
    except DAMAGED as error:
        raise UnreadableFileError("filen är skadad; öppna och spara den i Excel") from error


def _cell(cell: Any, row: int, formulas: set[tuple[int, int]]) -> Cell:
    value = cell.value
    if value is None:
        # a formula that gave an empty text is of type "str"; one never computed has no type
        if formulas and cell.data_type != "str" and (row, getattr(cell, "column", 0)) in formulas:
            return Cell(fault="formeln saknar sparat värde; öppna och spara filen i Excel")
        return EMPTY
    if cell.data_type == "e":
        return Cell(fault=f"cellen visar felet {value}; rätta formeln eller skriv värdet")
    percent = isinstance(value, int | float) and _is_percent(cell.number_format)
    return Cell(value, percent)


def _is_percent(number_format: str) -> bool:
    return "%" in number_format and "%" in _QUOTED.sub("", number_format)
