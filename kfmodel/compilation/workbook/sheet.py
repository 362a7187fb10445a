"""One sheet a table: headings in row 1, everything about them, and the page it prints on."""

from collections.abc import Sequence
from itertools import takewhile
from math import ceil
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.compilation.table import Column, Readers, Table
from kfmodel.compilation.workbook import palette
from kfmodel.compilation.workbook.cell_text import lines
from kfmodel.compilation.workbook.looks import LOOKS, TONES, font, solid, wrapped
from kfmodel.compilation.workbook.palette import Tone

_MARGIN = 3
"""Characters beside the longest word of a heading."""
_LINE_HEIGHT = 12.5
_WIDEST_FROZEN = 80
_WIDEST_PAGE = 165
"""A wider sheet prints on several pages' width, or its text would be too small to read."""
_MOST_PAGES = 3


def lay_out(sheet: Worksheet, table: Table[Any]) -> list[int]:
    """Headings, widths, frozen panes, filter and colours; returns the widths."""
    columns = table.columns_for(Readers.PEOPLE)
    widths = [_width(column) for column in columns]
    last_row = len(table.records) + 1
    for number, (column, width) in enumerate(zip(columns, widths, strict=True), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        _heading(sheet, number, column)
        _colour(sheet, column, number, last_row)
    sheet.row_dimensions[1].height = _heading_height(columns, widths)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last_row}"
    _keep_in_sight(sheet, columns, widths)
    return widths


def _width(column: Column[Any]) -> int:
    longest_word = max(len(part) for part in column.heading.split())
    return max(LOOKS[column.kind].width, longest_word + _MARGIN)


def _heading_height(columns: Sequence[Column[Any]], widths: Sequence[int]) -> float:
    """Room for every heading, and a last line for the arrow of the filter."""
    tallest = max(
        lines(column.heading, width) for column, width in zip(columns, widths, strict=True)
    )
    return 6 + _LINE_HEIGHT * (tallest + 1)


def _keep_in_sight(sheet: Worksheet, columns: Sequence[Column[Any]], widths: Sequence[int]) -> None:
    """Headings, and the columns that say which row it is, on the screen and on every page."""
    identities = len(list(takewhile(lambda column: column.identity, columns)))
    frozen = identities
    while frozen > 1 and sum(widths[:frozen]) > _WIDEST_FROZEN:
        frozen -= 1
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    sheet.print_title_rows = "1:1"
    if sum(widths) > _WIDEST_PAGE:
        repeated = sum(widths[:identities])
        pages = ceil((sum(widths) - repeated) / max(1, _WIDEST_PAGE - repeated))
        sheet.page_setup.fitToWidth = min(pages, _MOST_PAGES)
        sheet.print_title_cols = f"A:{get_column_letter(identities)}"


def _heading(sheet: Worksheet, number: int, column: Column[Any]) -> None:
    cell = sheet.cell(1, number, column.heading)
    cell.font = font(palette.HEADING_INK, size=9, bold=True)
    cell.fill = solid(palette.HEADING_FILL)
    cell.alignment = wrapped(LOOKS[column.kind].horizontal, "top")


def _colour(sheet: Worksheet, column: Column[Any], number: int, last_row: int) -> None:
    letter = get_column_letter(number)
    for word, tone in TONES.get(column.kind, {}).items():
        area = f"{letter}2:{letter}{max(last_row, 2)}"
        sheet.conditional_formatting.add(area, _when_equal(word, tone))


def _when_equal(word: str, tone: Tone) -> Rule:
    look = DifferentialStyle(font=Font(color=tone.ink), fill=solid(tone.fill))
    return Rule(type="cellIs", operator="equal", formula=[f'"{word}"'], dxf=look)
