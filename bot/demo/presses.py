"""The presses that a manager's answers come from, as the cards send them."""

from collections.abc import Iterator
from dataclasses import asdict

from dialogs.press import Press, Verb
from dialogs.screen import REVIEW
from dialogs.steps.activities import input_id
from kfmodel.answers import LEVELS, MOVES, Answers

STEPS = ("need", "levels", "risk", "drivers")


def presses(answers: Answers) -> Iterator[Press]:
    """Every press from the first step to the last, each with what the step's inputs hold."""
    for step in STEPS:
        yield Press(Verb.ANSWER, step, inputs=inputs_of(answers, step))
    yield Press(Verb.SUBMIT, REVIEW)


def inputs_of(answers: Answers, step: str) -> dict[str, str]:
    """What the inputs of a step hold when these answers are filled in. Clients send strings, and
    leave empty inputs out."""
    values = {
        "need": ("headcount_ok", "headcount_actual", "need_2y", "need_5y"),
        "levels": (*MOVES, *LEVELS),
        "risk": ("severity", "likelihood"),
        "drivers": ("specific_gap", "comment"),
    }[step]
    given = {name: getattr(answers, name) for name in values}
    inputs = {name: _text(value) for name, value in given.items() if value is not None}
    return inputs | _lists(answers) if step == "drivers" else inputs


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _lists(answers: Answers) -> dict[str, str]:
    inputs = {"drivers": ",".join(answers.drivers)}
    for place, activity in enumerate(answers.activities, start=1):
        for field, value in asdict(activity).items():
            inputs[input_id(field, place)] = "" if value is None else str(value)
    return {name: value for name, value in inputs.items() if value}
