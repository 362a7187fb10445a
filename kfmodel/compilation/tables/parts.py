"""Columns of parts that not every method has."""

from collections.abc import Callable
from dataclasses import replace

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.table import Column, Readers
from kfmodel.compilation.tables.shared_columns import Owned
from kfmodel.compilation.words import NOT_APPLIED, Value
from kfmodel.methods import Method

Asks = Callable[[Method], bool]
"""Whether a method has the part: one of `Method`'s own questions, as `Method.asks_need`."""


def of_part(asks: Asks, *columns: Column[Owned]) -> tuple[Column[Owned], ...]:
    """The columns of a part that the methods which `asks` have: for others people read "ej
    tillämpat", never 0, and machines find nothing."""
    return tuple(_of_part(asks, column) for column in columns)


def where_used(
    compilation: Compilation, asks: Asks, *columns: Column[Owned]
) -> tuple[Column[Owned], ...]:
    """The same, left out where no committee's method has the part."""
    used = any(asks(method) for method in compilation.methods)
    return of_part(asks, *columns) if used else ()


def _of_part(asks: Asks, column: Column[Owned]) -> Column[Owned]:
    read = column.getter(Readers.PEOPLE)

    def value(record: Owned) -> Value:
        return column.value(record) if asks(record.method) else None

    def shown(record: Owned) -> Value:
        return read(record) if asks(record.method) else NOT_APPLIED

    return replace(column, value=value, shown=shown)
