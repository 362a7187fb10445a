"""Riskanalys: categories by colour, the highest risk, the table and the matrix."""

from collections.abc import Sequence

from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.report.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Tabular,
    ToFill,
    said,
)
from kfmodel.compilation.report.charts.values import RiskMatrixChart
from kfmodel.compilation.report.printed import columns_left
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sections.matrices import matrix_of
from kfmodel.compilation.report.sentences.changes import (
    likelihood_moved,
    severity_moved,
    severity_unknown_before,
    severity_unmoved,
)
from kfmodel.compilation.report.sentences.language import listed
from kfmodel.compilation.report.sentences.risk import (
    highest_risk,
    likelihoods,
    not_judged,
    serious_units,
)
from kfmodel.compilation.report.sentences.scales import COLOURS
from kfmodel.glossary import heading
from kfmodel.methods import Method
from kfmodel.scales import label


def section(report: Report) -> list[Block]:
    judged = report.judged
    return [
        Heading(f"{heading('risk_analysis')} {report.year}", 2),
        Paragraph(
            "Risken bedöms på två års sikt: hur verksamhet och arbetsmiljö påverkas om gapet inte "
            "fylls, och hur sannolikt det är."
        ),
        *_by_colour(judged, report.method),
        *said(highest_risk(judged), likelihoods(judged), not_judged(judged)),
        *said(
            *severity_moved(judged),
            severity_unmoved(judged),
            *likelihood_moved(judged),
            severity_unknown_before(judged),
        ),
        *_serious_units(judged),
        *_table(report),
        *_matrix(report),
        ToFill(
            "Vad som ligger bakom bedömningarna: varför risker har höjts eller sänkts och var "
            "beroendet av erfaren kompetens är störst."
        ),
    ]


def _by_colour(rows: Sequence[CategoryRow], method: Method) -> list[Block]:
    """The categories of each severity, the most severe first."""
    blocks: list[Block] = []
    for question in method.severity_questions:
        for severity in reversed(method.severities):
            names = tuple(row.category for row in rows if getattr(row, question) is severity)
            colour = f" ({COLOURS[severity]})" if severity in COLOURS else ""
            title = f"{label(severity).removesuffix(' risk')} risk{_FOR[question]}{colour}"
            blocks += [Heading(title, 3), Bullets(names)] if names else []
    return blocks


_FOR = {
    "severity": "",
    "severity_operations": " för verksamheten",
    "severity_work_environment": " för arbetsmiljön",
}


def _serious_units(rows: Sequence[CategoryRow]) -> list[Block]:
    units = serious_units(rows)
    if not units:
        return []
    return [
        Paragraph("Enheter som själva har bedömt risken som allvarlig i övriga yrkeskategorier:"),
        Bullets(tuple(units)),
    ]


def _table(report: Report) -> list[Block]:
    table = report.table("risk")
    if table is None:
        return []
    columns = ("category", *report.method.severity_questions, "likelihood", "change", "settled")
    known = "likelihood" in columns_left(table, columns)
    what = "Risk och sannolikhet" if known else "Risk"
    return [Tabular(table, f"{what} {report.year}", columns)]


def _matrix(report: Report) -> list[Block]:
    chart = matrix_of(report.judged, report.method)
    return [Picture(chart, f"Riskmatris {report.year}", _alternative(chart))] if chart else []


def _alternative(chart: RiskMatrixChart) -> str:
    placed = [
        f"{row}, {column}: {listed(cell.names)}"
        for row, cells in chart.rows
        for column, cell in zip(chart.columns, cells, strict=True)
        if cell.names
    ]
    return f"{chart.down} mot {chart.right.lower()}. {'; '.join(placed)}."
