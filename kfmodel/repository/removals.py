"""Rows that are stored and that HR's file lacks: proposed for removal, or removed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, update

from kfmodel.repository.schema import (
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    DIALOGUE,
    ORGANISATION,
    PREVIOUS,
)
from kfmodel.repository.sync import remove

_LET_GO: Mapping[Table, Sequence[Column[Any]]] = {
    ORGANISATION: (
        ORGANISATION.c.parent_id,
        ORGANISATION.c.division_id,
        ORGANISATION.c.committee_id,
    ),
    PREVIOUS: (DIALOGUE.c.previous_id, DIALOGUE.c.committee_previous_id),
}
"""What points at a table's rows, and points at nothing when they go."""

_GO_ALONG: Mapping[Table, Sequence[Column[Any]]] = {
    CATEGORY: (CATEGORY_EARLIER_NAME.c.category_id,)
}
"""What points at a table's rows, and goes with them."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A stored row that the file lacks."""

    sheet: str
    what: str


@dataclass(slots=True)
class Gone:
    """What the file lacks, by sheet."""

    _rows: dict[str, tuple[Table, dict[int, str]]] = field(default_factory=dict)

    def add(self, sheet: str, table: Table, rows: dict[int, str]) -> None:
        """`rows` are what each stored row is called, by its id."""
        self._rows[sheet] = (table, rows)

    def ids(self, sheet: str) -> list[int]:
        """Of the stored rows that the sheet lacks."""
        return list(self._rows[sheet][1])

    @property
    def proposed(self) -> list[Removal]:
        """What is left to remove."""
        return [
            Removal(sheet, what)
            for sheet, (_, rows) in self._rows.items()
            for what in rows.values()
        ]

    def remove(self, connection: Connection, *sheets: str) -> int:
        """Remove what is gone from these sheets, and say how many rows it was."""
        removed = 0
        for sheet in sheets:
            table, rows = self._rows.pop(sheet)
            removed += len(rows)
            _remove(connection, table, list(rows))
        return removed


def _remove(connection: Connection, table: Table, ids: list[int]) -> None:
    if not ids:
        return
    gone = [{"gone": row_id} for row_id in ids]
    for column in _LET_GO.get(table, ()):
        statement = update(column.table).where(column == bindparam("gone"))
        connection.execute(statement.values({column.name: None}), gone)
    for column in _GO_ALONG.get(table, ()):
        connection.execute(delete(column.table).where(column == bindparam("gone")), gone)
    remove(connection, table, ids)
