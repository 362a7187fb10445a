"""What a step is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.inputs import Inputs, Reader
from dialogs.screen import Problem
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts
from kfmodel.methods import Method


@dataclass(frozen=True, slots=True)
class Step:
    """`read` gives the answers that the inputs hold and refuses the rest through the reader;
    `missing` says what the answers lack before they can be submitted. A refused input keeps the
    answer that is stored.
    """

    id: str
    read: Callable[[Reader, Inputs, Method, Facts, Answers], Mapping[str, Any]]
    missing: Callable[[Answers, Method], tuple[Problem, ...]]


REQUIRED = "required"
"""The problem of a question that has no answer."""


def required(answers: Answers, *names: str) -> tuple[Problem, ...]:
    """A problem for each of the answers that is not there."""
    return tuple(Problem(name, REQUIRED) for name in names if getattr(answers, name) is None)
