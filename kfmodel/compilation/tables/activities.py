"""Aktiviteter: by area, from HR and from the managers, with their status then and now.

Source: ASN 2025, "Plan för arbetet med kompetensförsörjning framåt".
"""

from kfmodel.compilation.activities import ActivityRow, activity_rows
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.tables.shared_columns import identified
from kfmodel.glossary import heading

COLUMNS: tuple[Column[ActivityRow], ...] = (
    Column("area", lambda row: row.area, Kind.PHRASE, identity=True),
    Column(
        "category",
        lambda row: row.category,
        Kind.CATEGORY,
        shown=lambda row: row.category or heading("every_category"),
        identity=True,
    ),
    Column("description", lambda row: row.description, Kind.TEXT, term="activity"),
    Column("time_plan", lambda row: row.time_plan, Kind.SHORT),
    Column("responsible", lambda row: row.responsible, Kind.PHRASE),
    Column("follow_up", lambda row: row.follow_up, Kind.PHRASE),
    Column("challenge", lambda row: row.challenge, Kind.PHRASE),
    Column("anchoring", lambda row: row.anchoring, Kind.TEXT),
    Column("status", lambda row: row.status, Kind.SHORT, term="activity_status"),
    Column("earlier_status", lambda row: row.earlier_status, Kind.SHORT),
    Column("source", lambda row: row.given_by, Kind.SHORT),
    Column("unit", lambda row: row.unit, Kind.PHRASE, of_units=True),
)


def table(compilation: Compilation) -> Table[ActivityRow]:
    columns = identified(COLUMNS, compilation)
    rows = activity_rows(compilation)
    return Table("activities", columns, rows, masked=lambda row: row.masked)
