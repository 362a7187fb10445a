"""Which category stands where when risk meets likelihood."""

from collections.abc import Iterable
from dataclasses import dataclass

from kfmodel.compilation.compilation import CategoryRow
from kfmodel.scales import Likelihood, Severity


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """Categories by severity and likelihood, and those that have no place yet or are not shown."""

    placed: dict[tuple[Severity, Likelihood], list[str]]
    unplaced: list[str]
    masked: list[str]


def risk_matrix(rows: Iterable[CategoryRow]) -> RiskMatrix:
    """One committee's matrix."""
    matrix = RiskMatrix({}, [], [])
    for row in rows:
        if row.answers_hidden:
            matrix.masked.append(row.category)
        elif row.severity is None or row.likelihood is None:
            matrix.unplaced.append(row.category)
        else:
            matrix.placed.setdefault((row.severity, row.likelihood), []).append(row.category)
    return matrix
