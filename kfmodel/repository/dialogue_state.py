"""Where a dialogue stands, from its row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from kfmodel.answers import ACTIVITY_FIELDS, COLUMNS, Activity, Answers
from kfmodel.dialogue import Progress, Returned, State
from kfmodel.methods import method_of
from kfmodel.repository.schema import (
    ACTIVITY,
    CATEGORY,
    CYCLE,
    DIALOGUE,
    DRIVER,
    ORGANISATION,
    PERSON,
)
from kfmodel.scales import Likelihood, Need, Severity

Value = TypeVar("Value")

_COMMITTEE = ORGANISATION.alias("committee")
_CHANGER = PERSON.alias("changer")
_RETURNER = PERSON.alias("returner")

_DRIVER_COUNT = (
    select(func.count())
    .select_from(DRIVER)
    .where(DRIVER.c.dialogue_id == DIALOGUE.c.id)
    .scalar_subquery()
    .label("driver_count")
)
_ACTIVITY_COUNT = (
    select(func.count())
    .select_from(ACTIVITY)
    .where(ACTIVITY.c.dialogue_id == DIALOGUE.c.id)
    .scalar_subquery()
    .label("activity_count")
)

STATE = (
    DIALOGUE,
    CYCLE.c.method.label("cycle_method"),
    _COMMITTEE.c.name.label("committee_name"),
    _COMMITTEE.c.method.label("committee_method"),
    _CHANGER.c.name.label("changer_name"),
    _RETURNER.c.name.label("returner_name"),
    _DRIVER_COUNT,
    _ACTIVITY_COUNT,
)
"""The columns that `state_of` reads."""


def with_state(query: Select[Any]) -> Select[Any]:
    """A query of dialogues joined to what they belong to: cycle, organisation, category, and what
    STATE is made from."""
    return (
        query.join(CYCLE, CYCLE.c.id == DIALOGUE.c.cycle_id)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id, isouter=True)
        .join(_CHANGER, _CHANGER.c.id == DIALOGUE.c.changed_by, isouter=True)
        .join(_RETURNER, _RETURNER.c.id == DIALOGUE.c.returned_by, isouter=True)
    )


def method_in(row: Row[Any]) -> str:
    """The committee's method, else the cycle's."""
    return str(row.committee_method or row.cycle_method)


def known(scale: Callable[[Any], Value], value: object) -> Value | None:
    """The value of the scale; None where nothing is stored."""
    return None if value is None else scale(value)


_SCALES: Mapping[str, Callable[[str], Any]] = {
    "need_2y": Need,
    "need_5y": Need,
    "severity": Severity,
    "severity_operations": Severity,
    "severity_work_environment": Severity,
    "likelihood": Likelihood,
}


def answers_of(
    row: Row[Any], method: str, drivers: Iterable[str], activities: Sequence[Activity]
) -> Answers:
    """The answers in a dialogue's row. The drivers are put in the method's order."""
    values = {name: getattr(row, name) for name in COLUMNS}
    for name, scale in _SCALES.items():
        values[name] = known(scale, values[name])
    ordered = method_of(method).drivers_in_order(drivers)
    return Answers(**values, drivers=ordered, activities=tuple(activities))


def answers_from(record: Mapping[str, Any]) -> Answers:
    """The scale values of a record, which `Answers.as_record` made."""
    values: dict[str, Any] = {name: known(_SCALES.get(name, int), record[name]) for name in record}
    return Answers(**values)


def state_of(connection: Connection, row: Row[Any]) -> State:
    """Where the dialogue in a row of STATE stands. Its drivers and activities are only asked for
    where it has any."""
    drivers = _drivers(connection, row.id) if row.driver_count else ()
    activities = _activities(connection, row.id) if row.activity_count else ()
    return State(
        answers=answers_of(row, method_in(row), drivers, activities),
        progress=Progress(row.progress),
        step=row.step,
        revision=row.revision,
        changed_at=row.changed_at,
        changed_by=row.changer_name,
        submitted_at=row.submitted_at,
        late=row.late,
        last_press=row.last_press,
        returned=_returned(row),
    )


def _returned(row: Row[Any]) -> Returned | None:
    if row.return_comment is None:
        return None
    return Returned(row.return_comment, row.returner_name, row.returned_at)


_DRIVERS = select(DRIVER.c.driver).where(DRIVER.c.dialogue_id == bindparam("dialogue"))


def _drivers(connection: Connection, dialogue_id: int) -> Sequence[str]:
    return connection.execute(_DRIVERS, {"dialogue": dialogue_id}).scalars().all()


_ACTIVITIES = (
    select(*(ACTIVITY.c[name] for name in ACTIVITY_FIELDS))
    .where(ACTIVITY.c.dialogue_id == bindparam("dialogue"))
    .order_by(ACTIVITY.c.position)
)


def _activities(connection: Connection, dialogue_id: int) -> tuple[Activity, ...]:
    rows = connection.execute(_ACTIVITIES, {"dialogue": dialogue_id})
    return tuple(Activity(*row) for row in rows)
