"""Uppföljning: goals, what came of them, and how many percent that is. Machines get the totals too,
as the category "total"."""

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.follow_up import FollowUpRow, follow_up_rows, total_rows
from kfmodel.compilation.table import EVERYONE, Column, Kind, Table
from kfmodel.compilation.tables.shared_columns import identified
from kfmodel.glossary import heading

COLUMNS: tuple[Column[FollowUpRow], ...] = (
    Column(
        "category",
        lambda row: row.category or "total",
        Kind.CATEGORY,
        shown=lambda row: row.category or heading("total"),
        identity=True,
    ),
    Column(
        "measure",
        lambda row: row.measure,
        Kind.SHORT,
        shown=lambda row: heading(row.measure) if row.measure else None,
        identity=True,
    ),
    Column("to_year", lambda row: row.to_year, Kind.YEAR),
    Column("goal", lambda row: row.goal, Kind.COUNT),
    Column("outcome", lambda row: row.outcome, Kind.COUNT),
    Column("percent", lambda row: row.percent, Kind.PERCENT, nullable=True),
    Column("source", lambda row: row.source, Kind.PHRASE),
    Column("year", lambda row: row.year, Kind.YEAR),
    Column("since", lambda row: row.since, Kind.YEAR),
    Column("left_out", lambda row: row.left_out or None, Kind.PHRASE),
)


def table(compilation: Compilation) -> Table[FollowUpRow]:
    rows = follow_up_rows(compilation)
    return Table(
        "follow_up",
        identified(COLUMNS, compilation),
        rows,
        masked=lambda row: row.masked,
        totals=total_rows(rows),
        totals_for=EVERYONE,
    )
