"""Facts and need: does the headcount hold, and how many are needed at each horizon."""

from collections.abc import Mapping
from typing import Any

from dialogs.inputs import Inputs, Reader
from dialogs.screen import Problem
from dialogs.steps.step import Step, required
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts
from kfmodel.methods import Method

LARGEST_HEADCOUNT = 100_000


def _read(
    reader: Reader, _inputs: Inputs, method: Method, facts: Facts, _answers: Answers
) -> Mapping[str, Any]:
    values: dict[str, Any] = _headcount(reader, facts)
    for horizon in method.horizons:
        name = f"need_{horizon}y"
        values[name] = reader.choice(name, method.offers(name))
    return values


def _headcount(reader: Reader, facts: Facts) -> dict[str, Any]:
    """A number that differs is a deviation whatever the tick says: people forget to untick. One
    that cannot be read leaves number and tick as they are stored."""
    stated = reader.flag("headcount_ok")
    actual = reader.whole("headcount_actual", 0, LARGEST_HEADCOUNT)
    if reader.problems:
        return {}
    if actual is not None and actual != facts.heads:
        return {"headcount_ok": False, "headcount_actual": actual}
    if stated is False:
        if actual is not None:
            reader.refuse("headcount_actual", "headcount_same", heads=facts.heads)
        else:
            reader.refuse("headcount_actual", "headcount_missing")
        return {"headcount_ok": False, "headcount_actual": None}
    return {"headcount_ok": stated, "headcount_actual": None}


def _missing(answers: Answers, method: Method) -> tuple[Problem, ...]:
    problems = required(answers, *(f"need_{horizon}y" for horizon in method.horizons))
    if answers.headcount_ok is False and answers.headcount_actual is None:
        return (Problem("headcount_actual", "headcount_missing"), *problems)
    return problems


STEP = Step("need", _read, _missing)
