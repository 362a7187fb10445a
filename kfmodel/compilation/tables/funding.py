"""Medel: what was asked for, what was granted, and the sums."""

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.funding import FundingRow, funding_rows, funding_total
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.tables.shared_columns import identified
from kfmodel.glossary import heading


def _measure(row: FundingRow) -> str | None:
    """A row of nobody's is the sum."""
    return heading("total") if row.given_by is None and not row.masked else row.measure


COLUMNS: tuple[Column[FundingRow], ...] = (
    Column("measure", _measure, Kind.TEXT, term="funded_measure", identity=True),
    Column("period", lambda row: row.period, Kind.SHORT),
    Column("purpose", lambda row: row.purpose, Kind.TEXT),
    Column("asked", lambda row: row.asked_sek, Kind.AMOUNT),
    Column("granted", lambda row: row.granted_sek, Kind.AMOUNT),
    Column("granted_pct", lambda row: row.granted_pct, Kind.PERCENT),
    Column("source", lambda row: row.financing, Kind.PHRASE, term="financing"),
    Column("deviations", lambda row: row.deviations, Kind.PHRASE),
    Column("requested_by", lambda row: row.given_by, Kind.SHORT),
    Column("unit", lambda row: row.unit, Kind.PHRASE, of_units=True),
    Column("category", lambda row: row.category, Kind.CATEGORY, identity=True),
)


def table(compilation: Compilation) -> Table[FundingRow]:
    rows = funding_rows(compilation)
    sums = (funding_total(committee, rows) for committee in compilation.committees)
    return Table(
        "funding",
        identified(COLUMNS, compilation),
        rows,
        masked=lambda row: row.masked,
        totals=tuple(total for total in sums if total),
    )
