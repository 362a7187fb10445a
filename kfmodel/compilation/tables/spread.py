"""Spridning: how the units' answers spread over each scale. The city sees no single unit's."""

from kfmodel.compilation.compilation import Compilation, SpreadRow
from kfmodel.compilation.spread import spread_rows
from kfmodel.compilation.table import Column, Kind, Readers, Table
from kfmodel.compilation.tables.shared_columns import identified
from kfmodel.glossary import heading
from kfmodel.organisation import OrganisationKind

COLUMNS: tuple[Column[SpreadRow], ...] = (
    Column(
        "organisation",
        lambda row: row.committee.name,
        Kind.NAME,
        readers=Readers.PEOPLE,
        identity=True,
    ),
    Column("category", lambda row: row.category, Kind.CATEGORY, identity=True),
    Column(
        "question",
        lambda row: row.question,
        Kind.PHRASE,
        shown=lambda row: heading(row.question) if row.question else None,
        identity=True,
    ),
    Column("answer", lambda row: row.answer, Kind.SEVERITY),
    Column("units", lambda row: row.units, Kind.COUNT),
    Column("heads", lambda row: row.heads, Kind.COUNT),
    Column("share_pct", lambda row: row.share_pct, Kind.PERCENT),
)


def table(compilation: Compilation) -> Table[SpreadRow]:
    fewest_units = 2 if compilation.level is OrganisationKind.CITY else 1
    rows = [spread for row in compilation.rows for spread in spread_rows(row, fewest_units)]
    columns = identified(COLUMNS, compilation)
    return Table("spread", columns, rows, masked=lambda row: row.masked)
