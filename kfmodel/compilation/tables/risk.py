"""Risk: severity and likelihood, what moved, and every unit that answered "Allvarlig".

Source: ASN 2025, "Riskanalys 2025". Compiled from units it is a proposal until HR settles it.
"""

from kfmodel.calculations import Change
from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.tables.parts import of_part, where_used
from kfmodel.compilation.tables.shared_columns import (
    ANSWERED,
    CATEGORY,
    identified,
    range_column,
    settled_columns,
)
from kfmodel.compilation.words import word
from kfmodel.glossary import heading
from kfmodel.methods import Method


def _change_in_words(row: CategoryRow) -> str | None:
    before = row.severity_before
    if before is None:
        return heading("missing")
    if row.change is None:
        return None
    if row.change is Change.SAME:
        return "Oförändrad"
    direction = "Höjd" if row.change is Change.UP else "Sänkt"
    return f"{direction} från {word(before)}"


SEVERITY: Column[CategoryRow] = Column("severity", lambda row: row.severity, Kind.SEVERITY)
LIKELIHOOD: Column[CategoryRow] = Column("likelihood", lambda row: row.likelihood)
COLUMNS: tuple[Column[CategoryRow], ...] = (
    CATEGORY,
    *of_part(Method.asks_severity, SEVERITY),
    *of_part(Method.asks_likelihood, LIKELIHOOD),
    Column("change", lambda row: row.change, Kind.PHRASE, shown=_change_in_words, nullable=True),
)
APART: tuple[Column[CategoryRow], ...] = (
    Column("severity_operations", lambda row: row.answers.severity_operations, Kind.SEVERITY),
    Column(
        "severity_work_environment",
        lambda row: row.answers.severity_work_environment,
        Kind.SEVERITY,
    ),
)
SERIOUS: Column[CategoryRow] = Column(
    "serious_units",
    lambda row: row.serious_units if row.submitted else None,
    Kind.TEXT,
    of_units=True,
)
RIGHT: tuple[Column[CategoryRow], ...] = (
    *settled_columns(
        ("severity", "severity_operations", "severity_work_environment", "likelihood")
    ),
    *of_part(Method.asks_severity, range_column("severity")),
    *of_part(Method.asks_likelihood, range_column("likelihood")),
)
RIGHT_APART = (range_column("severity_operations"), range_column("severity_work_environment"))


def table(compilation: Compilation) -> Table[CategoryRow]:
    apart = where_used(compilation, Method.asks_severities_apart, *APART)
    ranges = where_used(compilation, Method.asks_severities_apart, *RIGHT_APART)
    columns = identified((*COLUMNS, *apart, *ANSWERED, SERIOUS, *RIGHT, *ranges), compilation)
    return Table("risk", columns, compilation.rows, masked=lambda row: row.answers_hidden)
