"""Whom HR can write to in a cycle, and where they stand."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from kfmodel.controls import Addressee, Audience, Which
from kfmodel.delivery import TO_HR, DeliveryState, Kind
from kfmodel.dialogue import Progress
from kfmodel.organisation import OrganisationKind, Role
from kfmodel.repository.answerers import open_to_answers, written_to
from kfmodel.repository.schema import (
    ASSIGNMENT,
    DELIVERY,
    DIALOGUE,
    ORGANISATION,
    PERSON,
    RESPONSIBILITY,
)

APART = timedelta(hours=1)
"""Two reminders to the same person come no closer."""

_DIVISION = ORGANISATION.alias("division")


def divisions_in(
    connection: Connection, cycle_id: int, committee_id: int | None
) -> Sequence[tuple[str, str]]:
    """Codes and names in HR's order; of the whole cycle where no committee is given."""
    query = select(ORGANISATION.c.code, ORGANISATION.c.name).where(
        ORGANISATION.c.cycle_id == cycle_id, ORGANISATION.c.kind == OrganisationKind.DIVISION
    )
    rows = connection.execute(_within(query, committee_id).order_by(ORGANISATION.c.position))
    return [(row.code, row.name) for row in rows]


def addressees(
    connection: Connection,
    cycle_id: int,
    committee_id: int | None,
    audience: Audience,
    now: datetime,
) -> tuple[Addressee, ...]:
    """By name; of one committee, or of the whole cycle where none is given. Everyone who answers or
    is a manager there, but for MISSING: who has something left."""
    asked = {row.person_id: row for row in connection.execute(_asked(cycle_id, committee_id))}
    if audience.which is Which.DIVISION:
        query = _in_division(_asked(cycle_id, committee_id), cycle_id, audience.key)
        asked = {row.person_id: row for row in connection.execute(query)}
    people = {person: row.left for person, row in asked.items()}
    for person_id in connection.execute(_managers(cycle_id, committee_id, audience)).scalars():
        people.setdefault(person_id, 0)
    if audience.which is Which.MISSING:
        people = {person: left for person, left in people.items() if left}
    if audience.which is Which.PERSON:
        people = {person: left for person, left in people.items() if str(person) == audience.key}
    return _named(connection, cycle_id, people, now)


def left_of(connection: Connection, cycle_id: int, committee_id: int | None, person_id: int) -> int:
    """How much somebody has left in one committee, or in the whole cycle where none is given."""
    query = _asked(cycle_id, committee_id).where(RESPONSIBILITY.c.person_id == person_id)
    row = connection.execute(query).one_or_none()
    return int(row.left) if row else 0


def _within(query: Select[Any], committee_id: int | None) -> Select[Any]:
    return (
        query if committee_id is None else query.where(ORGANISATION.c.committee_id == committee_id)
    )


def _in_division(query: Select[Any], cycle_id: int, code: str) -> Select[Any]:
    division = select(_DIVISION.c.id).where(
        _DIVISION.c.cycle_id == cycle_id, _DIVISION.c.code == code
    )
    return query.where(ORGANISATION.c.division_id == division.scalar_subquery())


def _asked(cycle_id: int, committee_id: int | None) -> Select[Any]:
    not_submitted = case((DIALOGUE.c.progress != Progress.SUBMITTED, 1), else_=0)
    query = (
        select(RESPONSIBILITY.c.person_id, func.sum(not_submitted).label("left"))
        .join(DIALOGUE, DIALOGUE.c.id == RESPONSIBILITY.c.dialogue_id)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .where(DIALOGUE.c.cycle_id == cycle_id, open_to_answers(), written_to(cycle_id))
        .group_by(RESPONSIBILITY.c.person_id)
    )
    return _within(query, committee_id)


def _managers(cycle_id: int, committee_id: int | None, audience: Audience) -> Select[Any]:
    query = (
        select(ASSIGNMENT.c.person_id)
        .join(ORGANISATION, ORGANISATION.c.id == ASSIGNMENT.c.organisation_id)
        .where(ASSIGNMENT.c.cycle_id == cycle_id, ASSIGNMENT.c.role != Role.HR)
        .distinct()
    )
    if audience.which is Which.DIVISION:
        query = _in_division(query, cycle_id, audience.key)
    return _within(query, committee_id)


def _named(
    connection: Connection, cycle_id: int, people: Mapping[int, int], now: datetime
) -> tuple[Addressee, ...]:
    names = connection.execute(select(PERSON.c.id, PERSON.c.name).order_by(PERSON.c.name))
    recent = set(connection.execute(_reminded(cycle_id, now - APART)).scalars())
    return tuple(
        Addressee(row.id, row.name, people[row.id], row.id in recent)
        for row in names
        if row.id in people
    )


def _reminded(cycle_id: int, since: datetime) -> Select[Any]:
    """Who has been reminded since, or will be as soon as what waits has left."""
    alive = (DeliveryState.PLANNED, DeliveryState.SENDING, DeliveryState.SENT)
    return select(DELIVERY.c.person_id).where(
        DELIVERY.c.cycle_id == cycle_id,
        DELIVERY.c.person_id.is_not(None),
        DELIVERY.c.kind.not_in((*TO_HR, Kind.MESSAGE)),
        DELIVERY.c.state.in_(alive),
        func.coalesce(DELIVERY.c.sent_at, DELIVERY.c.planned_for) > since,
    )
