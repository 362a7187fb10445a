"""What was typed on a step, read; and which steps stand beside it."""

from dataclasses import dataclass
from typing import Any

from dialogs.inputs import Reader
from dialogs.press import Press, Verb
from dialogs.screen import REVIEW, Problem
from dialogs.steps import STEPS
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts, State
from kfmodel.methods import Method


@dataclass(frozen=True, slots=True)
class Typed:
    """All the dialogue's answers, and what could not be read."""

    answers: Answers
    problems: tuple[Problem, ...]


def typed(method: Method, facts: Facts, state: State, press: Press) -> Typed:
    """The answers as they are with the step's inputs read; a refused input keeps what is stored."""
    step = STEPS[step_of(method, press)]
    reader = Reader(press.inputs)
    values = step.read(reader, press.inputs, method, facts, state.answers)
    refused = {problem.input_id for problem in reader.problems}
    accepted: dict[str, Any] = {name: v for name, v in values.items() if name not in refused}
    return Typed(state.answers.with_values(accepted), tuple(reader.problems))


def is_of_a_step(method: Method, press: Press) -> bool:
    """No card says another step; what was meant by one is not guessed."""
    return press.step in method.steps or (press.verb, press.step) == (Verb.BACK, REVIEW)


def step_of(method: Method, press: Press) -> str:
    return next(step for step in method.steps if step == press.step)


def step_after(method: Method, step: str) -> str:
    place = method.steps.index(step) + 1
    return method.steps[place] if place < len(method.steps) else REVIEW


def step_before(method: Method, step: str) -> str:
    return method.steps[max(0, method.steps.index(step) - 1)]
