"""A table's rows as worksheet XML, written while they are read.

openpyxl writes styled cells at about half the speed of plain ones; written out here, a hundred
thousand rows cost less than openpyxl's plain ones and no memory.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from kfmodel.compilation.table import Column, Kind, Readers, Row, Table
from kfmodel.compilation.words import MASK, NOT_APPLIED, Points, Shown
from kfmodel.compilation.workbook.cell_text import fitting, is_formula_like, lines
from kfmodel.compilation.workbook.looks import StyleNumbers

LINE_HEIGHT = 13.5
TALLEST = 12
"""Lines of a row at most; a longer text goes on inside its cell."""

_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - wall clock, as spreadsheets keep time
_DAY = timedelta(days=1)
_HUNDREDTHS = {Kind.PERCENT, Kind.POINTS}


def rows_xml(table: Table[Any], widths: Sequence[int], styles: StyleNumbers) -> Iterator[str]:
    """Every row below the headings."""
    columns = table.columns_for(Readers.PEOPLE)
    plain, bold = (
        [
            _Cells(get_column_letter(number), column, styles, numbers[column.kind])
            for number, column in enumerate(columns, 1)
        ]
        for numbers in (styles.plain, styles.total)
    )
    for number, row in enumerate(table.rows_for_people(), 2):
        height = _height(row, widths)
        cells = bold if row.total else plain
        printed = "".join(
            cell.masked(number) if row.masked and not cell.identity else cell.printed(value, number)
            for cell, value in zip(cells, row.cells, strict=True)
        )
        yield f'<row r="{number}"{height}>{printed}</row>'


def _height(row: Row[Shown], widths: Sequence[int]) -> str:
    tall = 1
    for value, width in zip(row.cells, widths, strict=True):
        if value == NOT_APPLIED:  # shrunk to fit
            continue
        if isinstance(value, str) and (len(value) > width or "\n" in value):
            tall = max(tall, lines(value, width))
    if tall <= TALLEST:  # the spreadsheet may fit the row to its text
        return f' ht="{6 + tall * LINE_HEIGHT:g}"'
    return f' ht="{6 + TALLEST * LINE_HEIGHT:g}" customHeight="1"'


class _Cells:
    """Prints the cells of one column."""

    def __init__(self, letter: str, column: Column[Any], styles: StyleNumbers, style: int) -> None:
        self.identity = column.identity
        self._letter = letter
        self._style = style
        self._decimals = styles.decimals.get(column.kind, style)
        self._quoted = styles.quoted
        self._masked = styles.masked
        self._signs = {MASK: styles.masked, NOT_APPLIED: styles.not_applied}
        if column.identity:
            self._signs.clear()
        self._points = styles.plain[Kind.POINTS]
        self._hundredths = column.kind in _HUNDREDTHS

    def masked(self, row: int) -> str:
        return self._text(MASK, row, self._masked)

    def printed(self, value: Shown, row: int) -> str:
        if isinstance(value, str):
            text = fitting(value)
            style = self._quoted if is_formula_like(text) else self._style
            return self._text(text, row, self._signs.get(text, style))
        if value is None:
            return f'<c r="{self._letter}{row}" s="{self._style}"/>'
        if isinstance(value, datetime):
            return self._number((value - _DAY_ZERO) / _DAY, row, self._style)
        if isinstance(value, Points):
            return self._number(value / 100, row, self._points)
        if self._hundredths:
            return self._number(value / 100, row, self._style)
        return self._number(value, row, self._style if value == int(value) else self._decimals)

    def _text(self, text: str, row: int, style: int) -> str:
        return (
            f'<c r="{self._letter}{row}" s="{style}" t="inlineStr">'
            f'<is><t xml:space="preserve">{escape(text)}</t></is></c>'
        )

    def _number(self, value: float, row: int, style: int) -> str:
        return f'<c r="{self._letter}{row}" s="{style}"><v>{value!r}</v></c>'
