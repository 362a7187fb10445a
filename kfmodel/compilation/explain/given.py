"""What somebody has given and nothing is computed of."""

from collections.abc import Callable
from typing import Any

from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Working
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading

Rule = Callable[[Any, Asked], Working]


def given(origin: str) -> Rule:
    """The value itself, and where it comes from: `origin` names the rule."""

    def working(record: Any, asked: Asked) -> Working:
        value = asked.column.value(record)
        parts = [] if value is None else [(asked.heading, value)]
        return Working(rule(origin), value, (heading("term"), heading("answer")), parts)

    return working
