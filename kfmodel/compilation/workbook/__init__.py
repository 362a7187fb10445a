"""summary.xlsx: the tables as HR sends them on."""

from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from openpyxl.workbook import Workbook

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.table import Audience
from kfmodel.compilation.words import local_time
from kfmodel.compilation.workbook.charts_sheet import draw_charts
from kfmodel.compilation.workbook.looks import StyleNumbers
from kfmodel.compilation.workbook.package import put_rows
from kfmodel.compilation.workbook.page import set_up_page
from kfmodel.compilation.workbook.risk_matrix_sheet import draw_risk_matrices
from kfmodel.compilation.workbook.rows import rows_xml
from kfmodel.compilation.workbook.sheet import lay_out
from kfmodel.glossary import heading

__all__ = ["write_workbook"]


def write_workbook(compilation: Compilation, target: str | Path | IO[bytes]) -> None:
    """Write the workbook: a sheet a table in their order, then risk matrix and charts.

    openpyxl makes everything but the tables' rows, which are put in afterwards as they are read.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    tables = [table for table in compilation.tables if Audience.PEOPLE in table.audience]
    sheets = [workbook.create_sheet(table.title) for table in tables]
    styles = StyleNumbers(sheets[0])
    rows = {
        f"xl/worksheets/sheet{number}.xml": rows_xml(table, lay_out(sheet, table), styles)
        for number, (table, sheet) in enumerate(zip(tables, sheets, strict=True), 1)
    }
    draw_risk_matrices(workbook.create_sheet(heading("risk_matrix")), compilation)
    draw_charts(workbook.create_sheet(heading("charts")), compilation)
    _describe(workbook, compilation)
    with SpooledTemporaryFile() as saved:
        workbook.save(saved)
        saved.seek(0)
        put_rows(saved, target, rows)


def _describe(workbook: Workbook, compilation: Compilation) -> None:
    for sheet in workbook.worksheets:
        set_up_page(sheet, compilation)
    properties = workbook.properties
    properties.title = f"Sammanställning {compilation.cycle}"
    properties.subject = "Kompetensförsörjning"
    properties.creator = properties.lastModifiedBy = "Kompetensförsörjning"
    properties.language = "sv-SE"
    properties.created = local_time(compilation.compiled_at)
