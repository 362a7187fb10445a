"""A workbook of tables, a sheet each, whatever the tables are of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from openpyxl.workbook import Workbook

from kfmodel.compilation.table import Table
from kfmodel.compilation.words import local_time
from kfmodel.compilation.workbook.looks import StyleNumbers
from kfmodel.compilation.workbook.package import put_rows
from kfmodel.compilation.workbook.page import Paper, set_up_page
from kfmodel.compilation.workbook.rows import rows_xml
from kfmodel.compilation.workbook.sheet import lay_out

Target = str | Path | IO[bytes]
_SUBJECT = "Kompetensförsörjning"


@dataclass(frozen=True, slots=True)
class Book:
    title: str
    made_at: datetime
    paper: Paper


def write_book(
    book: Book,
    tables: Sequence[Table[Any]],
    target: Target,
    draw: Callable[[Workbook], None] = lambda _: None,
) -> None:
    """A sheet a table in their order, then what `draw` adds.

    openpyxl makes everything but the tables' rows, which are put in afterwards as they are read.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheets = [workbook.create_sheet(table.title) for table in tables]
    styles = StyleNumbers(sheets[0])
    rows = {
        f"xl/worksheets/sheet{number}.xml": rows_xml(table, lay_out(sheet, table), styles)
        for number, (table, sheet) in enumerate(zip(tables, sheets, strict=True), 1)
    }
    draw(workbook)
    _describe(workbook, book)
    with SpooledTemporaryFile() as saved:
        workbook.save(saved)
        saved.seek(0)
        put_rows(saved, target, rows)


def _describe(workbook: Workbook, book: Book) -> None:
    for sheet in workbook.worksheets:
        set_up_page(sheet, book.paper)
    properties = workbook.properties
    properties.title = book.title
    properties.subject = _SUBJECT
    properties.creator = properties.lastModifiedBy = _SUBJECT
    properties.language = "sv-SE"
    properties.created = local_time(book.made_at)
