"""Which category stands where when risk meets likelihood, or one risk another."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kfmodel.compilation.compilation import CategoryRow
from kfmodel.scales import Likelihood, Severity


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """Categories by severity and likelihood, and those that have no place yet or are not shown."""

    placed: dict[tuple[Severity, Likelihood], list[str]] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)
    masked: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ApartMatrix:
    """The same by risk for operations and risk for the work environment."""

    placed: dict[tuple[Severity, Severity], list[str]] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)
    masked: list[str] = field(default_factory=list)


def risk_matrix(rows: Iterable[CategoryRow]) -> RiskMatrix:
    """One committee's matrix; nothing where its method judges risk apart."""
    matrix = RiskMatrix()
    for row in rows:
        if row.method.risk == "apart":
            continue
        if row.answers_hidden:
            matrix.masked.append(row.category)
        elif row.severity is None or row.likelihood is None:
            matrix.unplaced.append(row.category)
        else:
            matrix.placed.setdefault((row.severity, row.likelihood), []).append(row.category)
    return matrix


def apart_matrix(rows: Iterable[CategoryRow]) -> ApartMatrix:
    """One committee's matrix, of those whose method judges risk apart."""
    matrix = ApartMatrix()
    for row in rows:
        if row.method.risk != "apart":
            continue
        operations = row.answers.severity_operations
        environment = row.answers.severity_work_environment
        if row.answers_hidden:
            matrix.masked.append(row.category)
        elif operations is None or environment is None:
            matrix.unplaced.append(row.category)
        else:
            matrix.placed.setdefault((operations, environment), []).append(row.category)
    return matrix
