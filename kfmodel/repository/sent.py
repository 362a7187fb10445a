"""What became of a cycle's messages, for HR."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select

from kfmodel.controls import AnsweredAfter, KindSent, Sent, Unreached
from kfmodel.delivery import DeliveryState, Kind, Reason
from kfmodel.repository.schema import (
    ASSIGNMENT,
    DELIVERY,
    DIALOGUE,
    ORGANISATION,
    PERSON,
    REVISION,
    SNOOZE,
)

_WAITING = (DeliveryState.PLANNED, DeliveryState.SENDING)


@dataclass(frozen=True, slots=True)
class _Message:
    """One message to one recipient, whichever channel brought it."""

    name: str
    person_id: int | None
    kind: Kind
    at: datetime
    state: DeliveryState
    reasons: tuple[Reason, ...]


def sent_in(connection: Connection, cycle_id: int, committee_id: int | None, today: date) -> Sent:
    """Of one committee, or of the whole cycle where none is given."""
    messages = _messages(connection, cycle_id, committee_id)
    answered = list(_answered(messages, _submissions(connection, cycle_id)))
    return Sent(
        _kinds(messages, Counter(one.kind for one in answered)),
        tuple(
            Unreached(one.name, one.kind, one.reasons)
            for one in messages
            if one.state is DeliveryState.FAILED
        ),
        tuple(sorted(answered, key=lambda one: one.at, reverse=True)),
        _snoozed(connection, cycle_id, committee_id, today),
    )


def people_of(cycle_id: int, committee_id: int | None) -> Select[Any]:
    """The ids of a committee's roster, or of the cycle's."""
    query = (
        select(ASSIGNMENT.c.person_id)
        .join(ORGANISATION, ORGANISATION.c.id == ASSIGNMENT.c.organisation_id)
        .where(ASSIGNMENT.c.cycle_id == cycle_id)
    )
    if committee_id is None:
        return query
    return query.where(ORGANISATION.c.committee_id == committee_id)


def _messages(
    connection: Connection, cycle_id: int, committee_id: int | None
) -> Sequence[_Message]:
    code = select(ORGANISATION.c.code).where(ORGANISATION.c.id == committee_id).scalar_subquery()
    theirs = or_(
        and_(
            DELIVERY.c.organisation.is_(None),
            DELIVERY.c.person_id.in_(people_of(cycle_id, committee_id)),
        ),
        DELIVERY.c.organisation.is_not(None)
        if committee_id is None
        else DELIVERY.c.organisation == code,
    )
    query = (
        select(DELIVERY, PERSON.c.name)
        .join(PERSON, PERSON.c.id == DELIVERY.c.person_id, isouter=True)
        .where(DELIVERY.c.cycle_id == cycle_id, theirs)
        .order_by(DELIVERY.c.id)
    )
    found: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.person_id, row.address, row.kind, row.occasion].append(row)
    return [_message(rows) for rows in found.values()]


def _message(rows: Sequence[Any]) -> _Message:
    """A summary goes by both channels at once: one that arrived is enough."""
    arrived = [row for row in rows if row.state == DeliveryState.SENT]
    waiting = [row for row in rows if row.state in _WAITING]
    telling = (arrived or waiting or [rows[-1]])[0]
    reasons = tuple(Reason(row.reason) for row in rows if row.reason)
    return _Message(
        telling.name or telling.address,
        telling.person_id,
        Kind(telling.kind),
        telling.sent_at or telling.planned_for,
        DeliveryState(telling.state),
        reasons,
    )


def _kinds(messages: Iterable[_Message], answered: Mapping[Kind, int]) -> tuple[KindSent, ...]:
    """In the order of the plan; what needed no sending is not told."""
    counts = Counter((one.kind, one.state) for one in messages)
    found = (
        KindSent(
            kind,
            sum(counts[kind, state] for state in _WAITING),
            counts[kind, DeliveryState.SENT],
            counts[kind, DeliveryState.FAILED],
            answered.get(kind, 0),
        )
        for kind in Kind
    )
    return tuple(one for one in found if one.planned or one.sent or one.failed)


def _submissions(connection: Connection, cycle_id: int) -> Mapping[int, Sequence[datetime]]:
    """When each person has submitted something, in order of time."""
    query = (
        select(REVISION.c.person_id, REVISION.c.at)
        .join(DIALOGUE, DIALOGUE.c.id == REVISION.c.dialogue_id)
        .where(
            DIALOGUE.c.cycle_id == cycle_id,
            REVISION.c.verb == "submit",
            REVISION.c.number.is_not(None),
        )
        .order_by(REVISION.c.at)
    )
    found: dict[int, list[datetime]] = defaultdict(list)
    for person_id, at in connection.execute(query):
        found[person_id].append(at)
    return found


def _answered(
    messages: Iterable[_Message], submissions: Mapping[int, Sequence[datetime]]
) -> Iterable[AnsweredAfter]:
    """The newest message before an answer is what brought it; one is told once."""
    by_person: dict[int, list[_Message]] = defaultdict(list)
    for one in messages:
        if one.person_id is not None and one.state is DeliveryState.SENT:
            by_person[one.person_id].append(one)
    for person_id, own in by_person.items():
        in_time = sorted(own, key=lambda one: one.at)
        ends = [*(one.at for one in in_time[1:]), None]
        for one, end in zip(in_time, ends, strict=True):
            after = (at for at in submissions.get(person_id, ()) if at >= one.at)
            first = next(after, None)
            if first is not None and (end is None or first < end):
                yield AnsweredAfter(one.name, one.kind, first)


def _snoozed(
    connection: Connection, cycle_id: int, committee_id: int | None, today: date
) -> tuple[tuple[str, date], ...]:
    query = (
        select(PERSON.c.name, SNOOZE.c.until_on)
        .join(PERSON, PERSON.c.id == SNOOZE.c.person_id)
        .where(
            SNOOZE.c.cycle_id == cycle_id,
            SNOOZE.c.until_on > today,
            SNOOZE.c.person_id.in_(people_of(cycle_id, committee_id)),
        )
        .order_by(SNOOZE.c.until_on, PERSON.c.name)
    )
    return tuple((name, until_on) for name, until_on in connection.execute(query))
