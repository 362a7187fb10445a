"""Values that are set instead of the compiled ones, read from a card's inputs."""

from typing import Any

from dialogs.inputs import Inputs, Reader
from dialogs.screen import Problem
from kfmodel.answers import LEVELS, SEVERITIES, Answers
from kfmodel.methods import Method
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.settling import values_to_settle

MOST_HEADS = 100_000


def read_values(method: Method, inputs: Inputs) -> tuple[Answers, tuple[Problem, ...]]:
    """The scale values that the method asks for, and what is wrong with what was typed."""
    reader = Reader(inputs)
    values = {name: _value(reader, method, name) for name in values_to_settle(method)}
    return Answers(**values), tuple(reader.problems)


def _value(reader: Reader, method: Method, name: str) -> Any:
    if name in LEVELS:
        return reader.whole(name, -100, 100)
    if name in SEVERITIES:
        return _severity(reader, method, name)
    if name == "likelihood":
        return reader.choice(name, Likelihood)
    if name in _NEEDS:
        return reader.choice(name, Need)
    return reader.whole(name, 0, MOST_HEADS)


_NEEDS = frozenset({"need_2y", "need_5y"})


def _severity(reader: Reader, method: Method, name: str) -> Severity | None:
    """One of those that the method uses."""
    value = reader.choice(name, Severity)
    if value is not None and value not in method.severities:
        reader.refuse(name, "unknown_choice")
        return None
    return value
