"""The risk matrix of a method: risk against likelihood, or one risk against the other."""

from collections.abc import Iterable

from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.report.charts.values import MatrixCell, RiskMatrixChart
from kfmodel.compilation.risk_matrix import apart_matrix, risk_matrix
from kfmodel.compilation.words import likelihood_interval
from kfmodel.glossary import heading
from kfmodel.methods import Method
from kfmodel.scales import label, rank


def matrix_of(rows: Iterable[CategoryRow], method: Method) -> RiskMatrixChart | None:
    """The grid, where any category has a place in it."""
    chart = _apart(rows, method) if method.risk == "apart" else _with_likelihood(rows, method)
    return chart if any(cell.names for _, cells in chart.rows for cell in cells) else None


def _with_likelihood(rows: Iterable[CategoryRow], method: Method) -> RiskMatrixChart:
    placed = risk_matrix(rows).placed
    bands = method.likelihood
    return RiskMatrixChart(
        heading("severity"),
        heading("likelihood"),
        tuple(f"{label(band.value)} ({likelihood_interval(band)})" for band in bands),
        tuple(
            (
                label(severity),
                tuple(
                    MatrixCell(tuple(placed.get((severity, band.value), ())), severity)
                    for band in bands
                ),
            )
            for severity in reversed(method.severities)
        ),
    )


def _apart(rows: Iterable[CategoryRow], method: Method) -> RiskMatrixChart:
    placed = apart_matrix(rows).placed
    return RiskMatrixChart(
        heading("severity_operations"),
        heading("severity_work_environment"),
        tuple(label(severity) for severity in method.severities),
        tuple(
            (
                label(operations),
                tuple(
                    MatrixCell(
                        tuple(placed.get((operations, environment), ())),
                        max(operations, environment, key=rank),
                    )
                    for environment in method.severities
                ),
            )
            for operations in reversed(method.severities)
        ),
    )
