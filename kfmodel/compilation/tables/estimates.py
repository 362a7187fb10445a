"""Bedömning och utfall: what the last cycle estimated for this year, and what happened."""

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.estimates import EstimateRow, estimate_row
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.tables.shared_columns import identified
from kfmodel.compilation.words import word
from kfmodel.glossary import heading


def _outcome(row: EstimateRow) -> str:
    return heading("missing") if row.outcome is None else word(row.outcome)


COLUMNS: tuple[Column[EstimateRow], ...] = (
    Column("category", lambda row: row.category, Kind.CATEGORY, identity=True),
    Column("estimated_in", lambda row: row.year, Kind.YEAR),
    Column("headcount_then", lambda row: row.headcount_then, Kind.COUNT),
    Column("gap_then", lambda row: row.gap, Kind.DIFFERENCE),
    Column("need_then", lambda row: row.need),
    Column("expected_from", lambda row: row.expected.low if row.expected else None, Kind.COUNT),
    Column("expected_to", lambda row: row.expected.high if row.expected else None, Kind.COUNT),
    Column("headcount", lambda row: row.headcount, Kind.COUNT),
    Column("headcount_change", lambda row: row.difference, Kind.DIFFERENCE),
    Column("against_estimate", lambda row: row.outcome, Kind.PHRASE, shown=_outcome, nullable=True),
)


def table(compilation: Compilation) -> Table[EstimateRow]:
    rows = [estimate_row(row, compilation.year) for row in compilation.rows]
    columns = identified(COLUMNS, compilation)
    return Table("estimates", columns, rows, masked=lambda row: row.masked)
