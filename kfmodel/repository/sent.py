"""What became of a cycle's messages, for HR's card."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Subquery, func, select

from kfmodel.delivery import DeliveryState, Kind, Reason
from kfmodel.repository.ledger import answer_times, messages_of, people_of, same_message
from kfmodel.repository.schema import PERSON, SNOOZE
from kfmodel.sent import MOST_LISTED, AnsweredAfter, KindSent, Sent, Unreached

_WAITING = (DeliveryState.PLANNED, DeliveryState.SENDING)


def sent_in(connection: Connection, cycle_id: int, committee_id: int | None, today: date) -> Sent:
    """Of one committee, or of the whole cycle where none is given."""
    messages, answers = messages_of(cycle_id, committee_id), answer_times(cycle_id)
    return Sent(
        _kinds(connection, messages, answers),
        _unreached(connection, messages),
        _answered(connection, messages, answers),
        _snoozed(connection, cycle_id, committee_id, today),
    )


def _kinds(connection: Connection, messages: Subquery, answers: Subquery) -> tuple[KindSent, ...]:
    """In the order of the plan; what needed no sending is not told."""
    kind_and_state = messages.c.kind, messages.c.state
    query = (
        select(*kind_and_state, func.count(), func.count(answers.c.answered_at))
        .join_from(messages, answers, same_message(answers, messages), isouter=True)
        .group_by(*kind_and_state)
    )
    counts: dict[tuple[str, str], int] = {}
    answered: dict[str, int] = {}
    for kind, state, count, brought in connection.execute(query):
        counts[kind, state] = count
        answered[kind] = answered.get(kind, 0) + brought
    found = (
        KindSent(
            kind,
            sum(counts.get((kind, state), 0) for state in _WAITING),
            counts.get((kind, DeliveryState.SENT), 0),
            counts.get((kind, DeliveryState.FAILED), 0),
            counts.get((kind, DeliveryState.EXPIRED), 0),
            answered.get(kind, 0),
        )
        for kind in Kind
    )
    return tuple(one for one in found if one.planned or one.sent or one.failed or one.expired)


def _unreached(connection: Connection, messages: Subquery) -> tuple[Unreached, ...]:
    listed = (
        select(messages)
        .where(messages.c.state == DeliveryState.FAILED)
        .order_by(messages.c.id)
        .limit(MOST_LISTED)
        .subquery()
    )
    rows = connection.execute(_with_names(listed).order_by(listed.c.id))
    return tuple(Unreached(row.name, Kind(row.kind), _reasons(row)) for row in rows)


def _reasons(row: Any) -> tuple[Reason, ...]:
    return tuple(Reason(one) for one in (row.first_reason, row.second_reason) if one)


def _answered(
    connection: Connection, messages: Subquery, answers: Subquery
) -> tuple[AnsweredAfter, ...]:
    listed = (
        select(messages, answers.c.answered_at)
        .join(answers, same_message(answers, messages))
        .order_by(answers.c.answered_at.desc(), messages.c.id.desc())
        .limit(MOST_LISTED)
        .subquery()
    )
    in_order = _with_names(listed).order_by(listed.c.answered_at.desc(), listed.c.id.desc())
    rows = connection.execute(in_order)
    return tuple(AnsweredAfter(row.name, Kind(row.kind), row.answered_at) for row in rows)


def _with_names(listed: Subquery) -> Select[Any]:
    name = func.coalesce(PERSON.c.name, listed.c.address).label("name")
    return select(listed, name).join(PERSON, PERSON.c.id == listed.c.person_id, isouter=True)


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
