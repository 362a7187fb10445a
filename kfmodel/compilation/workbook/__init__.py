"""summary.xlsx: the tables as HR sends them on."""

from openpyxl.workbook import Workbook

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.settled_state import settled_state
from kfmodel.compilation.table import Readers
from kfmodel.compilation.words import local_time
from kfmodel.compilation.workbook.book import Book, Target, write_book
from kfmodel.compilation.workbook.charts_sheet import draw_charts
from kfmodel.compilation.workbook.page import Paper
from kfmodel.compilation.workbook.risk_matrix_sheet import draw_risk_matrices
from kfmodel.glossary import heading

__all__ = ["write_workbook"]


def write_workbook(compilation: Compilation, target: Target) -> None:
    """Write the workbook: a sheet a table in their order, then risk matrix and charts."""

    def draw(workbook: Workbook) -> None:
        draw_risk_matrices(workbook.create_sheet(heading("risk_matrix")), compilation)
        draw_charts(workbook.create_sheet(heading("charts")), compilation)

    tables = [table for table in compilation.tables if Readers.PEOPLE in table.readers]
    book = Book(
        f"Sammanställning {compilation.cycle}", compilation.compiled_at, _paper(compilation)
    )
    write_book(book, tables, target, draw)


def _paper(compilation: Compilation) -> Paper:
    """The cycle, after the committee where there is only one."""
    committees = compilation.committees
    names = [committees[0].name] if len(committees) == 1 else []
    compiled = local_time(compilation.compiled_at)
    return Paper(
        (*names, compilation.cycle),
        f"Sammanställt {compiled:%Y-%m-%d kl. %H.%M} · {settled_state(compilation.rows)}",
    )
