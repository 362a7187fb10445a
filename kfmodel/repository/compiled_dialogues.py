"""Dialogues as compilations read them: with what was answered, where it has been submitted."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from kfmodel.answers import ACTIVITY_FIELDS, Activity, Answers
from kfmodel.compilation.material import Dialogue
from kfmodel.dialogue import AnsweredAs, Progress
from kfmodel.repository.dialogue_state import answers_of
from kfmodel.repository.responsibilities import responsible_names
from kfmodel.repository.schema import ACTIVITY, CATEGORY, DIALOGUE, DRIVER, ORGANISATION

_DIVISION = ORGANISATION.alias("division")


def compiled_dialogues(
    connection: Connection, cycle_id: int, codes: dict[int, str], methods: dict[str, str]
) -> tuple[Dialogue, ...]:
    """Those of the committees, in HR's order. `codes` are the committees' by id, `methods` their
    methods' ids by code."""
    drivers = _drivers(connection, cycle_id)
    activities = _activities(connection, cycle_id)
    responsible = responsible_names(connection, cycle_id)
    found = []
    for row in connection.execute(_asked(cycle_id, codes)):
        code, answers = codes[row.committee_id], None
        if row.progress == Progress.SUBMITTED:
            answers = answers_of(row, methods[code], drivers[row.id], activities[row.id])
        found.append(_dialogue(row, code, ", ".join(responsible[row.id]), answers))
    return tuple(found)


def _asked(cycle_id: int, committees: Iterable[int]) -> Select[Any]:
    return (
        select(
            DIALOGUE,
            ORGANISATION.c.committee_id,
            ORGANISATION.c.code,
            ORGANISATION.c.name.label("organisation_name"),
            _DIVISION.c.code.label("division_code"),
            _DIVISION.c.name.label("division_name"),
            CATEGORY.c.name.label("category_name"),
        )
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .join(_DIVISION, _DIVISION.c.id == ORGANISATION.c.division_id, isouter=True)
        .where(DIALOGUE.c.cycle_id == cycle_id, ORGANISATION.c.committee_id.in_(committees))
        .order_by(ORGANISATION.c.position, CATEGORY.c.position)
    )


def _dialogue(
    row: Row[Any], committee_code: str, responsible: str, answers: Answers | None
) -> Dialogue:
    return Dialogue(
        id=row.id,
        committee_code=committee_code,
        division_code=row.division_code,
        division_name=row.division_name,
        organisation_code=row.code,
        organisation_name=row.organisation_name,
        category=row.category_name,
        heads=row.heads,
        units=row.units,
        progress=Progress(row.progress),
        responsible=responsible,
        changed_at=row.changed_at,
        submitted_at=row.submitted_at,
        late=row.late,
        answered_as=AnsweredAs(row.answered_as) if row.answered_as else None,
        answers=answers,
    )


def _drivers(connection: Connection, cycle_id: int) -> dict[int, list[str]]:
    query = (
        select(DRIVER.c.dialogue_id, DRIVER.c.driver)
        .join(DIALOGUE, DIALOGUE.c.id == DRIVER.c.dialogue_id)
        .where(DIALOGUE.c.cycle_id == cycle_id)
    )
    drivers: dict[int, list[str]] = defaultdict(list)
    for dialogue_id, driver in connection.execute(query):
        drivers[dialogue_id].append(driver)
    return drivers


def _activities(connection: Connection, cycle_id: int) -> dict[int, list[Activity]]:
    query = (
        select(ACTIVITY.c.dialogue_id, *(ACTIVITY.c[name] for name in ACTIVITY_FIELDS))
        .join(DIALOGUE, DIALOGUE.c.id == ACTIVITY.c.dialogue_id)
        .where(DIALOGUE.c.cycle_id == cycle_id)
        .order_by(ACTIVITY.c.position)
    )
    activities: dict[int, list[Activity]] = defaultdict(list)
    for dialogue_id, *values in connection.execute(query):
        activities[dialogue_id].append(Activity(*values))
    return activities
