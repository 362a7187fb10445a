"""Riskmatris: the grid HR knows, severity upwards and likelihood to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.styles import Alignment
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.compilation.city import NOTHING_APPROVED, nothing_approved
from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.material import Committee
from kfmodel.compilation.risk_matrix import apart_matrix, risk_matrix
from kfmodel.compilation.settled_state import settled_state
from kfmodel.compilation.table import Kind
from kfmodel.compilation.words import likelihood_interval
from kfmodel.compilation.workbook import palette
from kfmodel.compilation.workbook.cell_text import fitting, lines, put_text
from kfmodel.compilation.workbook.looks import TONES, font, frame, solid, wrapped
from kfmodel.counted import as_counted
from kfmodel.glossary import heading
from kfmodel.methods import Method, method_of
from kfmodel.organisation import Counting
from kfmodel.scales import Likelihood, Severity, label, rank

_WIDTHS = {"A": 20, "B": 40, "C": 40, "D": 40}
_LINE_HEIGHT = 15
_LEAST_LINES = 5
_TOO_FEW = "Visas inte, för få medarbetare"


def draw_risk_matrices(sheet: Worksheet, compilation: Compilation) -> None:
    """One matrix a committee, each on its own page."""
    sheet.sheet_view.showGridLines = False
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    if nothing_approved(compilation):
        put_text(sheet["A1"], NOTHING_APPROVED)
    for committee in compilation.committees:
        rows = [row for row in compilation.rows if row.committee == committee]
        if sheet.max_row > 1:
            sheet.row_breaks.append(Break(id=sheet.max_row))
        _draw(sheet, committee, rows, compilation.counting)


@dataclass(frozen=True, slots=True)
class _Grid:
    """What is printed: a row a severity, the most severe first, with (names, most severe risk) in
    each cell."""

    corner: str
    columns: list[str]
    rows: list[tuple[Severity, list[tuple[list[str], Severity]]]]
    needed: str
    """What a category must have to be placed."""
    unplaced: list[str]
    masked: list[str]


def _grid(rows: Sequence[CategoryRow], method: Method) -> _Grid:
    return _apart(rows, method) if method.risk == "apart" else _with_likelihood(rows, method)


def _with_likelihood(rows: Sequence[CategoryRow], method: Method) -> _Grid:
    matrix = risk_matrix(rows)
    intervals = {band.value: f" ({likelihood_interval(band)})" for band in method.likelihood}
    return _Grid(
        f"{heading('severity')} ↓   {heading('likelihood')} →",
        [label(value) + intervals.get(value, "") for value in Likelihood],
        [
            (severity, [(matrix.placed.get((severity, v), []), severity) for v in Likelihood])
            for severity in reversed(method.severities)
        ],
        "risk eller sannolikhet",
        matrix.unplaced,
        matrix.masked,
    )


def _apart(rows: Sequence[CategoryRow], method: Method) -> _Grid:
    matrix = apart_matrix(rows)
    return _Grid(
        f"{heading('severity_operations')} ↓\n{heading('severity_work_environment')} →",
        [label(value) for value in method.severities],
        [
            (
                severity,
                [
                    (matrix.placed.get((severity, v), []), max(severity, v, key=rank))
                    for v in method.severities
                ],
            )
            for severity in reversed(method.severities)
        ],
        "risk för verksamhet eller arbetsmiljö",
        matrix.unplaced,
        matrix.masked,
    )


def _draw(
    sheet: Worksheet,
    committee: Committee,
    rows: Sequence[CategoryRow],
    counting: Counting | None,
) -> None:
    first = sheet.max_row + 2 if sheet.max_row > 1 else 1
    grid = _grid(rows, method_of(committee.method))
    title = sheet.cell(first, 1)
    put_text(title, committee.name)
    title.font = font(palette.HEADING_FILL, size=14, bold=True)
    title.alignment = Alignment(vertical="center")
    sheet.row_dimensions[first].height = 30
    _headings(sheet, first + 1, [grid.corner, *grid.columns])
    for step, (severity, cells) in enumerate(grid.rows, 2):
        _severity(sheet, first + step, severity, cells)
    below = first + 3 + len(grid.rows)
    _notes(sheet, below, grid, settled_state(rows), as_counted(_TOO_FEW, counting))


def _headings(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column, text)
        cell.font = font(palette.HEADING_INK, bold=True)
        cell.fill = solid(palette.HEADING_FILL)
        cell.border = frame()
        cell.alignment = wrapped("center" if column > 1 else "left", "center")
    sheet.row_dimensions[row].height = 30


def _severity(
    sheet: Worksheet, row: int, severity: Severity, cells: Sequence[tuple[list[str], Severity]]
) -> None:
    texts = [(label(severity), severity), *(("\n".join(names), worst) for names, worst in cells)]
    for column, (text, worst) in enumerate(texts, 1):
        tone = TONES[Kind.SEVERITY][label(worst)]
        cell = sheet.cell(row, column)
        put_text(cell, text)
        cell.font = font(tone.ink, size=11 if column == 1 else 10, bold=column == 1)
        cell.fill = solid(tone.fill)
        cell.border = frame()
        cell.alignment = wrapped(vertical="center")
    tallest = max(lines(text, _WIDTHS["B"]) for text, _ in texts[1:])
    sheet.row_dimensions[row].height = _LINE_HEIGHT * max(_LEAST_LINES, tallest + 1)


def _notes(sheet: Worksheet, row: int, grid: _Grid, state: str, hidden: str) -> None:
    notes = [f"{state}. Färgen visar risken."]
    if grid.unplaced:
        notes.append(f"Saknar ännu {grid.needed}: {', '.join(grid.unplaced)}.")
    if grid.masked:
        notes.append(f"{hidden}: {', '.join(grid.masked)}.")
    for place, note in enumerate(notes):
        cell = sheet.cell(row + place, 1, fitting(note))
        cell.font = font(palette.QUIET_INK, size=9)
