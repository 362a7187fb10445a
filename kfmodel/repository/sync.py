"""Bring the rows of one table to what HR's file says."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, select, update

Values = Mapping[str, Any]
Key = tuple[Hashable, ...]


@dataclass(slots=True)
class Synced:
    """`ids` of all stored rows by key, and which keys were new, changed, or lacking in the file."""

    ids: dict[Key, int]
    added: set[Key] = field(default_factory=set)
    changed: set[Key] = field(default_factory=set)
    gone: tuple[Key, ...] = ()


def sync(
    connection: Connection,
    table: Table,
    key: Sequence[str],
    wanted: Mapping[Key, Values],
    scope: Values,
) -> Synced:
    """Insert what is new and update what differs among the rows within `scope` (columns that all of
    them share); what the file lacks is only reported."""
    columns = {name for values in wanted.values() for name in values}
    existing = _existing(connection, table, key, columns, scope)
    added = {k for k in wanted if k not in existing}
    changed = {
        k
        for k, values in wanted.items()
        if k in existing and any(existing[k][name] != value for name, value in values.items())
    }
    if added:
        rows = [
            {**scope, **dict(zip(key, k, strict=True)), **wanted[k]} for k in wanted if k in added
        ]
        connection.execute(table.insert(), rows)
    if changed:
        settings: dict[str, BindParameter[Any]] = {
            name: bindparam(f"new_{name}") for name in columns
        }
        connection.execute(
            update(table).where(table.c.id == bindparam("row_id")).values(settings),
            [_update_of(existing[k]["id"], wanted[k]) for k in changed],
        )
    after = _existing(connection, table, key, set(), scope) if added else existing
    gone = tuple(k for k in existing if k not in wanted)
    return Synced({k: row["id"] for k, row in after.items()}, added, changed, gone)


def _update_of(row_id: int, values: Values) -> dict[str, Any]:
    return {"row_id": row_id, **{f"new_{name}": value for name, value in values.items()}}


def remove(connection: Connection, table: Table, ids: Sequence[int]) -> None:
    """Delete the rows with the ids."""
    if ids:
        connection.execute(
            delete(table).where(table.c.id == bindparam("row_id")), [{"row_id": i} for i in ids]
        )


def _existing(
    connection: Connection, table: Table, key: Sequence[str], columns: set[str], scope: Values
) -> dict[Key, Mapping[str, Any]]:
    read = [table.c.id, *(table.c[name] for name in {*key, *columns})]
    query = select(*read).where(*(table.c[name] == value for name, value in scope.items()))
    rows = connection.execute(query).mappings()
    return {tuple(row[name] for name in key): dict(row) for row in rows}
