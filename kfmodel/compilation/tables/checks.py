"""Kontroller: what the checks found. Machines read them beside the tables, not as one."""

from kfmodel.compilation.compilation import Check, Compilation
from kfmodel.compilation.table import Column, Kind, Readers, Table
from kfmodel.glossary import heading

COLUMNS: tuple[Column[Check], ...] = (
    Column(
        "check",
        lambda check: check.name,
        Kind.CATEGORY,
        shown=lambda check: heading(check.name),
        identity=True,
    ),
    Column("status", lambda check: check.status, Kind.STATUS),
    Column("detail", lambda check: check.detail, Kind.NOTE),
)


def table(compilation: Compilation) -> Table[Check]:
    return Table("checks", COLUMNS, compilation.checks, readers=Readers.PEOPLE)
