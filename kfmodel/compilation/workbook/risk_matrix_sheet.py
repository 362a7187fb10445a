"""Riskmatris: the grid HR knows, severity upwards and likelihood to the right."""

from collections.abc import Sequence

from openpyxl.styles import Alignment
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.material import Committee
from kfmodel.compilation.risk_matrix import RiskMatrix, risk_matrix
from kfmodel.compilation.table import Kind
from kfmodel.compilation.workbook import palette
from kfmodel.compilation.workbook.cell_text import fitting, lines, put_text
from kfmodel.compilation.workbook.looks import TONES, font, frame, solid, wrapped
from kfmodel.glossary import heading
from kfmodel.methods import Method, method_of
from kfmodel.scales import Likelihood, Severity, label

_WIDTHS = {"A": 20, "B": 40, "C": 40, "D": 40}
_LINE_HEIGHT = 15
_LEAST_LINES = 5


def draw_risk_matrices(sheet: Worksheet, compilation: Compilation) -> None:
    """One matrix a committee, each on its own page."""
    sheet.sheet_view.showGridLines = False
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for committee in compilation.committees:
        rows = [row for row in compilation.rows if row.committee == committee]
        if sheet.max_row > 1:
            sheet.row_breaks.append(Break(id=sheet.max_row))
        _draw(sheet, committee, rows)


def _draw(sheet: Worksheet, committee: Committee, rows: Sequence[CategoryRow]) -> None:
    first = sheet.max_row + 2 if sheet.max_row > 1 else 1
    matrix = risk_matrix(rows)
    title = sheet.cell(first, 1)
    put_text(title, committee.name)
    title.font = font(palette.HEADING_FILL, size=14, bold=True)
    title.alignment = Alignment(vertical="center")
    sheet.row_dimensions[first].height = 30
    method = method_of(committee.method)
    _likelihoods(sheet, first + 1, method)
    for step, severity in enumerate(reversed(method.severities), 2):
        _severity(sheet, first + step, severity, matrix)
    _notes(sheet, first + 3 + len(method.severities), matrix)


def _likelihoods(sheet: Worksheet, row: int, method: Method) -> None:
    intervals = {band.value: f" ({band.from_pct}–{band.to_pct} %)" for band in method.likelihood}
    corner = f"{heading('severity')} ↓   {heading('likelihood')} →"
    texts = [corner, *(label(value) + intervals.get(value, "") for value in Likelihood)]
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column, text)
        cell.font = font(palette.HEADING_INK, bold=True)
        cell.fill = solid(palette.HEADING_FILL)
        cell.border = frame()
        cell.alignment = wrapped("center" if column > 1 else "left", "center")
    sheet.row_dimensions[row].height = 30


def _severity(sheet: Worksheet, row: int, severity: Severity, matrix: RiskMatrix) -> None:
    tone = TONES[Kind.SEVERITY][label(severity)]
    names = ["\n".join(matrix.placed.get((severity, value), [])) for value in Likelihood]
    for column, text in enumerate([label(severity), *names], 1):
        cell = sheet.cell(row, column)
        put_text(cell, text)
        cell.font = font(tone.ink, size=11 if column == 1 else 10, bold=column == 1)
        cell.fill = solid(tone.fill)
        cell.border = frame()
        cell.alignment = wrapped(vertical="center")
    tallest = max(lines(text, _WIDTHS["B"]) for text in names)
    sheet.row_dimensions[row].height = _LINE_HEIGHT * max(_LEAST_LINES, tallest + 1)


def _notes(sheet: Worksheet, row: int, matrix: RiskMatrix) -> None:
    notes = ["Förslag, sammanställt av enheternas svar. Färgen visar risken."]
    if matrix.unplaced:
        notes.append(f"Saknar ännu risk eller sannolikhet: {', '.join(matrix.unplaced)}.")
    if matrix.masked:
        notes.append(f"Visas inte, för få medarbetare: {', '.join(matrix.masked)}.")
    for place, note in enumerate(notes):
        cell = sheet.cell(row + place, 1, fitting(note))
        cell.font = font(palette.QUIET_INK, size=9)
