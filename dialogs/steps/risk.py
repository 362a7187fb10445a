"""Risk, for operations and work environment together or apart, and how likely it is."""

from collections.abc import Mapping
from typing import Any

from dialogs.inputs import Inputs, Reader
from dialogs.screen import Problem
from dialogs.steps.step import Step, required
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts
from kfmodel.methods import Method


def _read(
    reader: Reader, _inputs: Inputs, method: Method, _facts: Facts, _answers: Answers
) -> Mapping[str, Any]:
    return {name: reader.choice(name, method.offers(name)) for name in method.risk_questions}


def _missing(answers: Answers, method: Method) -> tuple[Problem, ...]:
    return required(answers, *method.risk_questions)


STEP = Step("risk", _read, _missing)
