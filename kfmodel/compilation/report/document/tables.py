"""Tables: a heading row that is repeated, rows that stay whole, words with their colours."""

from collections.abc import Mapping, Sequence
from typing import Any

from kfmodel.compilation.report.blocks import Tabular
from kfmodel.compilation.report.cells import is_number
from kfmodel.compilation.report.document.styles import (
    TABLE,
    TABLE_HEADING,
    TABLE_NUMBER,
    TABLE_NUMBER_HEADING,
    TABLE_TEXT,
)
from kfmodel.compilation.report.document.widths import column_widths
from kfmodel.compilation.report.document.xml import Element, element, paragraph, run
from kfmodel.compilation.report.printed import printed
from kfmodel.compilation.report.text import printable
from kfmodel.compilation.table import Column
from kfmodel.compilation.workbook.looks import TONES

_KEPT_WHOLE = 12
"""A table with no more rows is not split between pages."""


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
