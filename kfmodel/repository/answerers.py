"""Who answers in a cycle and where they stand, for the rules of the plan: read as sets, whether
for one of them or for all."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, not_, or_, select

from kfmodel.delivery import DROPPED, TO_HR, Channel, Kind
from kfmodel.dialogue import Capacity, Progress
from kfmodel.organisation import Role
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.office_hours import closes_at
from kfmodel.planning.rules.snoozed import PREFIX
from kfmodel.repository.schema import (
    ASSIGNMENT,
    DELIVERY,
    DIALOGUE,
    ORGANISATION,
    RESPONSIBILITY,
    REVISION,
    SNOOZE,
)

_Found = Row[Any] | None


class Itself(NamedTuple):
    """The delivery that is about to leave, which is not to be taken for an earlier message."""

    person_id: int
    kind: str
    occasion: str


def answerers_in(
    connection: Connection, cycle_id: int, today: date, itself: Itself | None = None
) -> Iterable[Answerer]:
    """All who answer in the cycle or head a division of it that lacks answers; with `itself` the
    one whose it is, if they still do."""
    person_id = itself.person_id if itself else None
    asked = _rows(connection, _asked(cycle_id), RESPONSIBILITY.c.person_id, person_id)
    heads = _rows(connection, _headed(cycle_id), ASSIGNMENT.c.person_id, person_id)
    told = _rows(connection, _contacts(cycle_id, today, itself), DELIVERY.c.person_id, person_id)
    snoozes = _rows(connection, _snoozes(cycle_id), SNOOZE.c.person_id, person_id)
    for one in asked.keys() | heads.keys():
        yield _answerer(one, asked.get(one), heads.get(one), told.get(one), snoozes.get(one))


def _answerer(
    person_id: int, asked: _Found, head: _Found, told: _Found, snooze: _Found
) -> Answerer:
    return Answerer(
        person_id,
        asked=asked.asked if asked else 0,
        submitted=asked.submitted if asked else 0,
        pressed=asked.pressed if asked else 0,
        returned_at=asked.returned_at if asked else None,
        written_to=told is not None,
        contacted_at=told.contacted_at if told else None,
        escalated_at=told.escalated_at if told else None,
        reminded=told.reminded if told else 0,
        snoozed_until=snooze.until_on if snooze else None,
        division_left=head.lacking if head else 0,
    )


def _rows(
    connection: Connection, query: Select[Any], column: ColumnElement[int], person_id: int | None
) -> Mapping[int, Row[Any]]:
    """By person, who is the first column."""
    if person_id is not None:
        query = query.where(column == person_id)
    return {row[0]: row for row in connection.execute(query)}


def open_to_answers() -> ColumnElement[bool]:
    """What is approved without having been answered is asked of nobody any more."""
    return or_(not_(DIALOGUE.c.locked), DIALOGUE.c.progress == Progress.SUBMITTED)


def written_to(cycle_id: int) -> ColumnElement[bool]:
    """Whose responsibility is one to remind of: a manager's own, or a vacancy that a head stands in
    for, who may be HR too. HR as such stands in as well, and knows it from the digest."""
    hr = select(ASSIGNMENT.c.person_id).where(
        ASSIGNMENT.c.cycle_id == cycle_id, ASSIGNMENT.c.role == Role.HR
    )
    return or_(
        RESPONSIBILITY.c.capacity == Capacity.MANAGER,
        RESPONSIBILITY.c.person_id.not_in(hr),
        _heads_above(),
    )


def _heads_above() -> ColumnElement[bool]:
    """Whether who is responsible for a dialogue is a manager of what is above its organisation."""
    head, place = ASSIGNMENT.alias("head"), ORGANISATION.alias("place")
    above = (place.c.parent_id, place.c.division_id, place.c.committee_id)
    return (
        select(head.c.id)
        .join(place, head.c.organisation_id.in_(above))
        .where(
            place.c.id == DIALOGUE.c.organisation_id,
            head.c.person_id == RESPONSIBILITY.c.person_id,
            head.c.role != Role.HR,
        )
        .correlate(DIALOGUE, RESPONSIBILITY)
        .exists()
    )


def _asked(cycle_id: int) -> Select[Any]:
    submitted = DIALOGUE.c.progress == Progress.SUBMITTED
    return (
        select(
            RESPONSIBILITY.c.person_id,
            func.count().label("asked"),
            _count(submitted).label("submitted"),
            _count(_pressed()).label("pressed"),
            func.max(case((not_(submitted), DIALOGUE.c.returned_at))).label("returned_at"),
        )
        .join(DIALOGUE, DIALOGUE.c.id == RESPONSIBILITY.c.dialogue_id)
        .where(DIALOGUE.c.cycle_id == cycle_id, open_to_answers(), written_to(cycle_id))
        .group_by(RESPONSIBILITY.c.person_id)
    )


def _pressed() -> ColumnElement[bool]:
    """Whether who is responsible for a dialogue has pressed something in it themselves."""
    return (
        select(REVISION.c.id)
        .where(
            REVISION.c.dialogue_id == DIALOGUE.c.id,
            REVISION.c.person_id == RESPONSIBILITY.c.person_id,
        )
        .correlate(DIALOGUE, RESPONSIBILITY)
        .exists()
    )


def headed_place() -> ColumnElement[int]:
    """The organisation whose head is told what lacks: the division, or where there is none the
    committee."""
    return func.coalesce(ORGANISATION.c.division_id, ORGANISATION.c.committee_id)


def _headed(cycle_id: int) -> Select[Any]:
    return (
        select(ASSIGNMENT.c.person_id, func.count().label("lacking"))
        .select_from(DIALOGUE)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(ASSIGNMENT, ASSIGNMENT.c.organisation_id == headed_place())
        .where(
            DIALOGUE.c.cycle_id == cycle_id,
            DIALOGUE.c.progress != Progress.SUBMITTED,
            open_to_answers(),
            ASSIGNMENT.c.role == Role.DIVISION_HEAD,
        )
        .group_by(ASSIGNMENT.c.person_id)
    )


def _contacts(cycle_id: int, today: date, itself: Itself | None) -> Select[Any]:
    """A message has a row of the first channel, whichever one takes over. What HR
    writes in their own words reminds nobody."""
    # one of a later day waits for the office to open, or a clock has been put back
    until_today = case((DELIVERY.c.planned_for <= closes_at(today), DELIVERY.c.planned_for))
    asked_for = DELIVERY.c.occasion.startswith(PREFIX)
    query = (
        select(
            DELIVERY.c.person_id,
            func.max(until_today).label("contacted_at"),
            func.max(case((DELIVERY.c.kind == Kind.ESCALATION, until_today))).label("escalated_at"),
            _count((DELIVERY.c.kind == Kind.REMINDER) & not_(asked_for)).label("reminded"),
        )
        .where(
            DELIVERY.c.cycle_id == cycle_id,
            DELIVERY.c.person_id.is_not(None),
            DELIVERY.c.channel == Channel.TEAMS,
            DELIVERY.c.kind.not_in((*TO_HR, Kind.MESSAGE)),
            DELIVERY.c.state.not_in(DROPPED),
        )
        .group_by(DELIVERY.c.person_id)
    )
    if itself is None:
        return query
    own = (DELIVERY.c.kind == itself.kind) & (DELIVERY.c.occasion == itself.occasion)
    return query.where(not_(own))


def _snoozes(cycle_id: int) -> Select[Any]:
    return select(SNOOZE.c.person_id, SNOOZE.c.until_on).where(SNOOZE.c.cycle_id == cycle_id)


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
