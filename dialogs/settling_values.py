"""Values that are set instead of the compiled ones, read from a card's inputs."""

from typing import Any

from dialogs.inputs import Inputs, Reader
from dialogs.screen import Problem
from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, LEVELS, Answers
from kfmodel.methods import Method
from kfmodel.settling import values_to_settle

MOST_HEADS = 1_000_000

_FOURS = (LEVELS, HEADS_NOW, *HEADS_NEEDED.values())
NUMBERS = frozenset(name for four in _FOURS for name in four)
"""The values that are numbers, one a competence level."""


def read_values(method: Method, inputs: Inputs) -> tuple[Answers, tuple[Problem, ...]]:
    """The scale values that the method asks for, and what is wrong with what was typed."""
    reader = Reader(inputs)
    values = {name: _value(reader, method, name) for name in values_to_settle(method)}
    return Answers(**values), tuple(reader.problems)


def _value(reader: Reader, method: Method, name: str) -> Any:
    if name in NUMBERS:
        return _number(reader, name)
    return reader.choice(name, method.offers(name))


def _number(reader: Reader, name: str) -> int | None:
    """Percentage points or heads. Where any of the four is given, an empty one is 0."""
    four = next(names for names in _FOURS if name in names)
    low, high = (-100, 100) if name in LEVELS else (0, MOST_HEADS)
    given = reader.whole(name, low, high)
    return 0 if given is None and reader.given(*four) else given
