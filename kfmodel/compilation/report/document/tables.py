"""Tables: a heading row that is repeated, rows that stay whole, words with their colours."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from kfmodel.compilation.report.blocks import Tabular
from kfmodel.compilation.report.document.cells import cell_text, is_number
from kfmodel.compilation.report.document.styles import (
    TABLE,
    TABLE_HEADING,
    TABLE_NUMBER,
    TABLE_NUMBER_HEADING,
    TABLE_TEXT,
)
from kfmodel.compilation.report.document.widths import column_widths
from kfmodel.compilation.report.document.xml import Element, element, paragraph, run
from kfmodel.compilation.report.text import printable
from kfmodel.compilation.table import Audience, Column
from kfmodel.compilation.words import MASK, NOT_APPLIED
from kfmodel.compilation.workbook.looks import TONES

_KEPT_WHOLE = 12
"""A table with no more rows is not split between pages."""


_NO_VALUE = ("", MASK, NOT_APPLIED)


class Printed(NamedTuple):
    """The columns, and the rows as text; the last `totals` of them are totals."""

    columns: tuple[Column[Any], ...]
    rows: list[tuple[str, ...]]
    totals: int


def printed(block: Tabular) -> Printed:
    """What is printed of the table: the columns asked for that have a value in some row."""
    offered = block.table.columns_for(Audience.PEOPLE)
    rows = [_texts(offered, row.cells, row.masked) for row in block.table.rows_for_people()]
    names = block.columns or tuple(column.name for column in offered)
    places = [
        place
        for name in names
        for place, column in enumerate(offered)
        if column.name == name and (column.identity or _tells(row[place] for row in rows))
    ]
    return Printed(
        tuple(offered[place] for place in places),
        [tuple(row[place] for place in places) for row in rows],
        len(block.table.totals),
    )


def _tells(texts: Iterable[str]) -> bool:
    return any(text not in _NO_VALUE for text in texts)


def _texts(columns: Sequence[Column[Any]], cells: Sequence[Any], masked: bool) -> tuple[str, ...]:
    return tuple(
        MASK if masked and not column.identity else cell_text(value, column.kind)
        for column, value in zip(columns, cells, strict=True)
    )


def table(block: Tabular, ids: Mapping[str, str], width: int) -> Element:
    """The table, `width` twips wide."""
    columns, rows, totals = printed(block)
    texts = [
        [column.heading, *(row[place] for row in rows)] for place, column in enumerate(columns)
    ]
    widths = column_widths(texts, width)
    whole = len(rows) <= _KEPT_WHOLE
    return element(
        "tbl",
        _properties(block, ids[TABLE], width),
        element("tblGrid", *(element("gridCol", w=each) for each in widths)),
        _heading_row(columns, widths, ids),
        *(
            _row(
                columns,
                row,
                widths,
                ids,
                keep_next=place < len(rows) if whole else place >= len(rows) - totals,
                total=place > len(rows) - totals,
            )
            for place, row in enumerate(rows, 1)
        ),
    )


def _properties(block: Tabular, style_id: str, width: int) -> Element:
    """The look, the heading row, and what the table is for who cannot see it."""
    return element(
        "tblPr",
        element("tblStyle", val=style_id),
        element("tblW", w=width, type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0620", firstRow=1, noHBand=1, noVBand=1),
        element("tblCaption", val=printable(block.caption)),
        *([element("tblDescription", val=printable(block.note))] if block.note else []),
    )


def _heading_row(
    columns: Sequence[Column[Any]], widths: Sequence[int], ids: Mapping[str, str]
) -> Element:
    cells = []
    for column, width in zip(columns, widths, strict=True):
        look = TABLE_NUMBER_HEADING if is_number(column.kind) else TABLE_HEADING
        cells.append(_cell(width, paragraph(ids[look], run(column.heading), keep_next=True)))
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)


def _row(
    columns: Sequence[Column[Any]],
    row: Sequence[str],
    widths: Sequence[int],
    ids: Mapping[str, str],
    *,
    keep_next: bool,
    total: bool,
) -> Element:
    cells = []
    for column, text, width in zip(columns, row, widths, strict=True):
        look = TABLE_NUMBER if is_number(column.kind) else TABLE_TEXT
        tone = TONES.get(column.kind, {}).get(text)
        content = paragraph(ids[look], run(text, bold=total), keep_next=keep_next)
        cells.append(_cell(width, content, tone.fill if tone else None))
    return element("tr", element("trPr", element("cantSplit")), *cells)


def _cell(width: int, content: Element, fill: str | None = None) -> Element:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if fill:
        properties.append(element("shd", val="clear", color="auto", fill=fill))
    return element("tc", properties, content)
