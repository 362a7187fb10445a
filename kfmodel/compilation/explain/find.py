"""From what somebody types to a table, a column and rows: keys and headings, in any letter case."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.explain.asked import heading_of
from kfmodel.compilation.table import Column, Kind, Readers, Table
from kfmodel.compilation.words import for_machines, for_people


class NotFoundError(LookupError):
    """Nothing goes by that name; the message says so in Swedish, and what there is."""


def find_table(compilation: Compilation, text: str) -> Table[Any]:
    """By its key or its title. Raises NotFoundError."""
    for table in compilation.tables:
        if same(text, table.name) or same(text, table.title):
            return table
    known = ", ".join(f"{table.title} ({table.name})" for table in compilation.tables)
    raise NotFoundError(f'Tabellen "{text}" finns inte; ange en av: {known}')


def find_column(table: Table[Any], text: str) -> Column[Any]:
    """The one people read, where machines have another of the same name."""
    columns = list(
        dict.fromkeys([*table.columns_for(Readers.PEOPLE), *table.columns_for(Readers.MACHINES)])
    )
    for name in (lambda column: column.name, heading_of):
        for column in columns:
            if same(text, name(column)):
                return column
    known = ", ".join(f"{heading_of(column)} ({column.name})" for column in columns)
    raise NotFoundError(f'Kolumnen "{text}" finns inte i {table.title}; ange en av: {known}')


def find_records(table: Table[Any], category: str) -> Sequence[Any]:
    """The category's rows, or the total's."""
    records = [*table.records, *table.totals]
    found = [record for record in records if _is_called(category, record, table)]
    if found:
        return found
    known = list(dict.fromkeys(name for record in records for name in _names(record, table)[:1]))
    if not known:
        raise NotFoundError(f"{table.title} har inga rader")
    if meant := _meant(category, known):
        names = " eller ".join(f'"{name}"' for name in meant)
        raise NotFoundError(f'"{category}" finns inte i {table.title}; menade du {names}?')
    raise NotFoundError(f'"{category}" finns inte i {table.title}; ange en av: {", ".join(known)}')


def _meant(text: str, known: Sequence[str]) -> list[str]:
    """Names that hold the text, else those that are spelt much like it."""
    by_folded = {_folded(name): name for name in known}
    holding = [name for folded, name in by_folded.items() if _folded(text) in folded]
    close = get_close_matches(_folded(text), by_folded, n=3, cutoff=0.6)
    return holding[:3] or [by_folded[folded] for folded in close]


def _is_called(text: str, record: Any, table: Table[Any]) -> bool:
    return any(same(text, name) for name in _names(record, table))


def _names(record: Any, table: Table[Any]) -> list[str]:
    """By its category; where it has none, by what else says which row it is."""
    columns = table.columns_for(Readers.PEOPLE)
    return _read(record, (c for c in columns if c.kind is Kind.CATEGORY)) or _read(
        record, (c for c in columns if c.identity)
    )


def _read(record: Any, columns: Iterable[Column[Any]]) -> list[str]:
    names = []
    for column in columns:
        shown = for_people(column.getter(Readers.PEOPLE)(record))
        key = for_machines(column.value(record))
        names += [str(name) for name in (shown, key) if name is not None]
    return names


def same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
