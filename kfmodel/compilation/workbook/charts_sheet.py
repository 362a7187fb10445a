"""Diagram: native charts of the gaps and of the recruitment need by cause."""

from collections.abc import Sequence

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.compilation.chart_data import ChartRow, chart_rows
from kfmodel.compilation.city import NOTHING_APPROVED, nothing_approved
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.workbook import palette
from kfmodel.compilation.workbook.cell_text import fitting, put_text
from kfmodel.compilation.workbook.looks import COUNT, font, solid, wrapped
from kfmodel.glossary import heading

_PRINTED_COLUMNS = 14
_COLUMN_WIDTH = 10
_DATA_COLUMN = 16
_ROW_POINTS = 15
_ROWS_AROUND_BARS = 9
_ROWS_A_CATEGORY = 3
_NOTHING_ELSE = dict.fromkeys(
    ("showSerName", "showCatName", "showLegendKey", "showPercent", "showLeaderLines"), False
)
_COLOURS = {
    "gap_2y": palette.BLUE,
    "gap_5y": palette.ORANGE,
    "gap_to_fill": palette.BLUE,
    "turnover": palette.ORANGE,
    "retirements": palette.GREY_BLUE,
}


def draw_charts(sheet: Worksheet, compilation: Compilation) -> None:
    """Two charts a committee, each on its own page; their figures stand to the right of them."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_format.defaultRowHeight = _ROW_POINTS
    sheet.sheet_format.customHeight = True
    for column in range(1, _DATA_COLUMN):
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN_WIDTH
    row = 1
    if nothing_approved(compilation):
        put_text(sheet["A1"], NOTHING_APPROVED)
    for committee in compilation.committees:
        rows = list(chart_rows(row for row in compilation.rows if row.committee == committee))
        if rows:
            row = _draw(sheet, row, committee.name, rows)
    sheet.print_area = f"A1:{get_column_letter(_PRINTED_COLUMNS)}{row}"


def _draw(sheet: Worksheet, first: int, committee: str, rows: Sequence[ChartRow]) -> int:
    _put_figures(sheet, first, rows)
    gaps = _lying_bars(f"Gap enligt personalframskrivningen · {committee}")
    _add_series(gaps, sheet, first, len(rows), ("gap_2y", "gap_5y"))
    gaps.dataLabels = DataLabelList(showVal=True, numFmt=COUNT, **_NOTHING_ELSE)
    after_gaps = _place(sheet, gaps, first, len(rows))
    needs = _lying_bars(
        f"Rekryteringsbehov på två års sikt, efter orsak · {committee}", stacked=True
    )
    _add_series(needs, sheet, first, len(rows), ("gap_to_fill", "turnover", "retirements"))
    return _place(sheet, needs, after_gaps, len(rows))


def _put_figures(sheet: Worksheet, first: int, rows: Sequence[ChartRow]) -> None:
    """The charts' figures, outside the printed area."""
    for column, name in enumerate(ChartRow._fields, _DATA_COLUMN):
        title = sheet.cell(first, column, heading(name))
        title.font = font(palette.HEADING_INK, bold=True)
        title.fill = solid(palette.HEADING_FILL)
        title.alignment = wrapped(vertical="center")
        sheet.column_dimensions[get_column_letter(column)].width = 34 if name == "category" else 20
    for step, row in enumerate(rows, 1):
        for column, value in enumerate(row, _DATA_COLUMN):
            cell = sheet.cell(first + step, column)
            if isinstance(value, str):
                put_text(cell, value)
            else:
                cell.value = value
            cell.font = font()
            cell.number_format = COUNT


def _lying_bars(title: str, *, stacked: bool = False) -> BarChart:
    """Lying bars, the first category on top, names left of them also where bars go left."""
    chart = BarChart()
    chart.type = "bar"
    chart.title = _title(title)
    chart.grouping = "stacked" if stacked else "clustered"
    chart.overlap = 100 if stacked else -5
    chart.gapWidth = 50
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblPos = "low"
    chart.y_axis.crosses = "max"  # the scale below, though the first category is on top
    chart.x_axis.delete = False
    chart.y_axis.delete = False
    chart.y_axis.number_format = COUNT
    quiet = GraphicalProperties(ln=LineProperties(solidFill=palette.LINE))
    chart.y_axis.majorGridlines = ChartLines(spPr=quiet)
    chart.legend.position = "b"
    return chart


def _title(text: str) -> Title:
    look = CharacterProperties(sz=1300, b=True, solidFill=palette.INK)
    run = RegularTextRun(rPr=look, t=fitting(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _add_series(
    chart: BarChart, sheet: Worksheet, first: int, count: int, names: Sequence[str]
) -> None:
    for name in names:
        column = _DATA_COLUMN + ChartRow._fields.index(name)
        series = Series(
            Reference(sheet, min_col=column, min_row=first + 1, max_row=first + count),
            title=heading(name),
        )
        series.graphicalProperties.solidFill = _COLOURS[name]
        series.invertIfNegative = False
        chart.series.append(series)
    chart.set_categories(
        Reference(sheet, min_col=_DATA_COLUMN, min_row=first + 1, max_row=first + count)
    )


def _place(sheet: Worksheet, chart: BarChart, first: int, count: int) -> int:
    """Put the chart below the row, as wide as the page; returns the row where the next begins."""
    last = first + _ROWS_AROUND_BARS + _ROWS_A_CATEGORY * count
    corner, opposite = AnchorMarker(0, row=first), AnchorMarker(_PRINTED_COLUMNS, row=last)
    anchor = TwoCellAnchor(editAs="oneCell", _from=corner, to=opposite)
    chart.anchor = anchor  # type: ignore[assignment]  # the stub knows the name of a cell only
    sheet.add_chart(chart)
    sheet.row_breaks.append(Break(id=last + 1))
    return last + 2
