"""What drives the need, what the group lacks, and what is done about it: free and short."""

from collections.abc import Mapping
from typing import Any

from dialogs.inputs import LONG_TEXT, SHORT_TEXT, Inputs, Reader
from dialogs.screen import Problem
from dialogs.steps.step import Step
from kfmodel.answers import Activity, Answers
from kfmodel.dialogue import Facts
from kfmodel.methods import Method

MOST_ACTIVITIES = 10


def input_id(field: str, place: int) -> str:
    """Id of an activity's input: `activity_description`, `activity_description_2` and so on."""
    return f"activity_{field}" if place == 1 else f"activity_{field}_{place}"


def _read(
    reader: Reader, _inputs: Inputs, method: Method, _facts: Facts, answers: Answers
) -> Mapping[str, Any]:
    return {
        "drivers": reader.several("drivers", method.driver_by_id),
        "specific_gap": reader.text("specific_gap", LONG_TEXT),
        "comment": reader.text("comment", LONG_TEXT),
        "activities": _activities(reader, method, answers),
    }


def _activities(reader: Reader, method: Method, answers: Answers) -> tuple[Activity, ...]:
    """Those with a description; an emptied one is gone. A refused one keeps what was stored."""
    read = []
    for place in range(1, MOST_ACTIVITIES + 1):
        before = len(reader.problems)
        activity = _activity(reader, method, place)
        if len(reader.problems) > before and place <= len(answers.activities):
            activity = answers.activities[place - 1]
        if activity:
            read.append(activity)
    return tuple(read)


def _activity(reader: Reader, method: Method, place: int) -> Activity | None:
    name = input_id("description", place)
    description = reader.text(name, LONG_TEXT)
    areas = reader.several(input_id("area", place), method.area_by_id)
    time_plan = reader.text(input_id("time_plan", place), SHORT_TEXT)
    if description:
        return Activity(description, areas[0] if areas else None, time_plan)
    if time_plan and all(problem.input_id != name for problem in reader.problems):
        reader.refuse(name, "activity_without_description")
    return None


def _missing(_answers: Answers, _method: Method) -> tuple[Problem, ...]:
    return ()


STEP = Step("drivers", _read, _missing)
