"""Values of a table as they are printed."""

from collections.abc import Callable
from datetime import datetime

from kfmodel.compilation.report.sentences.language import NO_BREAK, number, percent
from kfmodel.compilation.table import Kind
from kfmodel.compilation.words import Points, Shown

_NUMBERS: dict[Kind, Callable[[int | float], str]] = {
    Kind.COUNT: number,
    Kind.DIFFERENCE: lambda value: number(value, signed=True),
    Kind.PERCENT: percent,
    Kind.POINTS: lambda value: percent(value, signed=True),
    Kind.AMOUNT: lambda value: f"{number(value)}{NO_BREAK}kr",
    Kind.YEAR: str,
}


def is_number(kind: Kind) -> bool:
    """Whether the column's values stand to the right."""
    return kind in _NUMBERS


def cell_text(value: Shown, kind: Kind) -> str:
    """The value in Swedish; nothing where there is none."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H.%M}"
    if isinstance(value, str):
        return value
    if isinstance(value, Points):
        kind = Kind.POINTS
    return _NUMBERS.get(kind, _NUMBERS[Kind.DIFFERENCE])(value)
