"""What drives the need, what the group lacks, and what is done about it: free and short."""

from collections.abc import Mapping
from typing import Any

from dialogs.inputs import LONG_TEXT, Inputs, Reader
from dialogs.screen import Problem
from dialogs.steps.activities import read_activities
from dialogs.steps.step import Step
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts
from kfmodel.methods import Method


def _read(
    reader: Reader, _inputs: Inputs, method: Method, _facts: Facts, answers: Answers
) -> Mapping[str, Any]:
    return {
        "drivers": reader.several("drivers", method.driver_by_id),
        "specific_gap": reader.text("specific_gap", LONG_TEXT),
        "comment": reader.text("comment", LONG_TEXT),
        "activities": read_activities(reader, method, answers),
    }


def _missing(_answers: Answers, _method: Method) -> tuple[Problem, ...]:
    return ()


STEP = Step("drivers", _read, _missing)
