"""Activities: a description, and what else is known about each."""

from dialogs.inputs import LONG_TEXT, SHORT_TEXT, Reader
from kfmodel.answers import Activity, Answers
from kfmodel.methods import Method

MOST_ACTIVITIES = 10
MOST_SEK = 1_000_000_000

SHORT_TEXTS = ("time_plan", "responsible", "follow_up", "anchoring")
ACTIVITY_INPUTS = ("description", "area", *SHORT_TEXTS, "challenge", "asked_sek")


def input_id(field: str, place: int) -> str:
    """Id of an activity's input: `activity_description`, `activity_description_2` and so on."""
    return f"activity_{field}" if place == 1 else f"activity_{field}_{place}"


def read_activities(reader: Reader, method: Method, answers: Answers) -> tuple[Activity, ...]:
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
    challenges = reader.several(input_id("challenge", place), method.driver_by_id)
    texts = {field: reader.text(input_id(field, place), SHORT_TEXT) for field in SHORT_TEXTS}
    asked_sek = reader.whole(input_id("asked_sek", place), 0, MOST_SEK)
    if description:
        return Activity(
            description,
            area=areas[0] if areas else None,
            challenge=challenges[0] if challenges else None,
            asked_sek=asked_sek,
            **texts,
        )
    written = any(texts.values()) or asked_sek is not None
    if written and all(problem.input_id != name for problem in reader.problems):
        reader.refuse(name, "activity_without_description")
    return None
