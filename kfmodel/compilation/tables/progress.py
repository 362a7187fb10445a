"""Läge: every dialogue, answered or not, and where it stands."""

from kfmodel.compilation.compilation import Compilation, DialogueRow
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.tables.shared_columns import identified

COLUMNS: tuple[Column[DialogueRow], ...] = (
    Column("division", lambda row: row.dialogue.division_name, Kind.NAME, identity=True),
    Column("unit", lambda row: row.dialogue.organisation_name, Kind.NAME, identity=True),
    Column("responsible", lambda row: row.dialogue.responsible, Kind.NAME),
    Column("category", lambda row: row.dialogue.category, Kind.CATEGORY),
    Column("progress", lambda row: row.dialogue.progress, Kind.PROGRESS),
    Column("changed_at", lambda row: row.dialogue.changed_at, Kind.TIME),
)


def table(compilation: Compilation) -> Table[DialogueRow]:
    return Table("progress", identified(COLUMNS, compilation), compilation.dialogues)
