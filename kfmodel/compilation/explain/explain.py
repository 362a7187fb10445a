"""Explanations of a column's cells."""

from collections.abc import Iterator
from typing import Any

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Explanation, Working
from kfmodel.compilation.explain.rules import IDENTITY, LISTS, RULES
from kfmodel.compilation.table import Column, Readers, Table
from kfmodel.compilation.words import MASK, NOT_APPLIED, for_people
from kfmodel.figure_rules import rule


def explained(
    compilation: Compilation, table: Table[Any], column: Column[Any], record: Any
) -> Explanation:
    """One cell: how it comes about, computed anew. Masked as the table is.

    Raises KeyError for a column without a rule.
    """
    asked = Asked(compilation, table, column)
    read = for_people(column.getter(Readers.PEOPLE)(record))
    masked = (table.masked(record) and not column.identity) or read == MASK
    if masked:
        working, read = Working(rule("masked"), None), MASK
    elif read == NOT_APPLIED and not column.identity:
        working = Working(rule("not_applied"), None)
    else:
        working = _working(record, asked)
    return Explanation(
        table=table.title,
        column=asked.heading,
        of=tuple(_identity(record, table)),
        cell=None if masked else column.value(record),
        read=read,
        kind=column.kind,
        working=working.counted(compilation.counting),
        masked=masked,
    )


def _working(record: Any, asked: Asked) -> Working:
    if asked.column.identity:
        return IDENTITY(record, asked)
    if listed := LISTS.get(asked.table.name):
        return listed(record, asked)
    return RULES[asked.table.name][asked.column.name](record, asked)


_TELLS_APART = frozenset({"answer", "to_year", "source"})
"""Columns that tell rows apart beside the identities, where there are figures."""


def _identity(record: Any, table: Table[Any]) -> Iterator[str]:
    """What says which row it is, as people read it."""
    apart = _TELLS_APART if table.name in RULES and not table.masked(record) else frozenset()
    for column in table.columns_for(Readers.PEOPLE):
        if column.identity or column.name in apart:
            shown = for_people(column.getter(Readers.PEOPLE)(record))
            if shown is not None:
                yield str(shown)
