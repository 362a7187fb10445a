"""Risk for operations and work environment together, and how likely it is."""

from collections.abc import Mapping
from typing import Any

from dialogs.inputs import Inputs, Reader
from dialogs.screen import Problem
from dialogs.steps.step import Step, required
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts
from kfmodel.methods import Method
from kfmodel.scales import Likelihood, Severity


def _read(
    reader: Reader, _inputs: Inputs, _method: Method, _facts: Facts, _answers: Answers
) -> Mapping[str, Any]:
    return {
        "severity": reader.choice("severity", Severity),
        "likelihood": reader.choice("likelihood", Likelihood),
    }


def _missing(answers: Answers, method: Method) -> tuple[Problem, ...]:
    names = ("severity", "likelihood") if method.likelihood else ("severity",)
    return required(answers, *names)


STEP = Step("risk", _read, _missing)
