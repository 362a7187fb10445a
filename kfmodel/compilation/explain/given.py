"""What somebody has given and nothing is computed of."""

from collections.abc import Callable
from typing import Any

from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Working
from kfmodel.compilation.table import Kind, Readers
from kfmodel.compilation.words import Points, Value
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading

Rule = Callable[[Any, Asked], Working]


def given(origin: str) -> Rule:
    """The value itself, and where it comes from: `origin` names the rule."""

    def working(record: Any, asked: Asked) -> Working:
        value = asked.column.value(record)
        parts = [] if value is None else [(asked.heading, _told(value, record, asked))]
        return Working(rule(origin), value, (heading("term"), heading("answer")), parts)

    return working


def _told(value: Value, record: Any, asked: Asked) -> Value:
    """As people read it in the table."""
    if asked.column.kind is Kind.POINTS and isinstance(value, int):
        return Points(value)
    return asked.column.getter(Readers.PEOPLE)(record)
