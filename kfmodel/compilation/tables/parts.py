"""Columns of parts that not every method has."""

from collections.abc import Callable
from dataclasses import replace

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.table import Audience, Column
from kfmodel.compilation.tables.shared_columns import Owned
from kfmodel.compilation.words import NOT_APPLIED, Value
from kfmodel.methods import Method

Asks = Callable[[Method], bool]


def asks_need(method: Method) -> bool:
    return bool(method.need)


def asks_shares(method: Method) -> bool:
    """Levels as shares of the group."""
    return method.levels in ("moves", "points")


def counts_heads(method: Method) -> bool:
    return method.levels == "heads"


def asks_words(method: Method) -> bool:
    """The gap in words stands in the place of levels."""
    return method.levels == "none"


def asks_severity(method: Method) -> bool:
    return "severity" in method.severity_questions


def asks_severities_apart(method: Method) -> bool:
    return "severity_operations" in method.severity_questions


def asks_likelihood(method: Method) -> bool:
    return bool(method.likelihood)


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
    read = column.getter(Audience.PEOPLE)

    def value(record: Owned) -> Value:
        return column.value(record) if asks(record.method) else None

    def shown(record: Owned) -> Value:
        return read(record) if asks(record.method) else NOT_APPLIED

    return replace(column, value=value, shown=shown)
