"""What reached whom, message by message."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, Subquery, and_, func, select

from kfmodel.delivery import Channel, DeliveryState, Kind, Reason
from kfmodel.organisation import Role
from kfmodel.repository.ledger import answer_times, messages_of, same_message
from kfmodel.repository.schema import ASSIGNMENT, ORGANISATION, PERSON
from kfmodel.sent_list import Attempt, Delivered, DeliveredRows

_AT_A_TIME = 1000
"""Rows in memory."""
_NEXT = "; "


def delivered_in(connection: Connection, cycle_id: int, committee_id: int | None) -> DeliveredRows:
    """Of one committee, or of the whole cycle where none is given; in order of time. Read while
    the connection is open."""
    messages = messages_of(cycle_id, committee_id)
    count = connection.execute(select(func.count(messages.c.id))).scalar_one()
    query = _query(messages, cycle_id, committee_id)
    return DeliveredRows(count, partial(_read, connection, query))


def _read(connection: Connection, query: Select[Any]) -> Iterator[Delivered]:
    rows = connection.execute(query.execution_options(yield_per=_AT_A_TIME))
    return map(_delivered, rows)


def _query(messages: Subquery, cycle_id: int, committee_id: int | None) -> Select[Any]:
    about = ORGANISATION.alias("about")
    posts, answers = _posts(cycle_id, committee_id), answer_times(cycle_id)
    is_about = and_(about.c.cycle_id == cycle_id, about.c.code == messages.c.organisation)
    return (
        select(
            messages,
            answers.c.answered_at,
            PERSON.c.name,
            PERSON.c.email,
            about.c.name.label("about"),
            posts.c.places,
            posts.c.roles,
        )
        .join(answers, same_message(answers, messages), isouter=True)
        .join(PERSON, PERSON.c.id == messages.c.person_id, isouter=True)
        .join(posts, posts.c.person_id == messages.c.person_id, isouter=True)
        .join(about, is_about, isouter=True)
        .order_by(messages.c.planned_for, messages.c.id)
    )


def _posts(cycle_id: int, committee_id: int | None) -> Subquery:
    """What each person is in the cycle, highest organisation first; of the committee's alone where
    one is given."""
    of_committee = [] if committee_id is None else [ORGANISATION.c.committee_id == committee_id]
    in_order = (
        select(ASSIGNMENT.c.person_id, ASSIGNMENT.c.role, ORGANISATION.c.name)
        .join(ORGANISATION, ORGANISATION.c.id == ASSIGNMENT.c.organisation_id)
        .where(ASSIGNMENT.c.cycle_id == cycle_id, *of_committee)
        .order_by(ASSIGNMENT.c.person_id, ORGANISATION.c.position)
        .subquery()
    )
    return (
        select(
            in_order.c.person_id,
            func.aggregate_strings(in_order.c.name, _NEXT).label("places"),
            func.aggregate_strings(in_order.c.role, _NEXT).label("roles"),
        )
        .group_by(in_order.c.person_id)
        .subquery()
    )


def _delivered(row: Any) -> Delivered:
    to_hr = row.organisation is not None
    roles = (Role.HR,) if to_hr else _roles(row.roles)
    return Delivered(
        row.name or "HR",
        row.email or row.address,
        (row.about if to_hr else row.places) or "",
        roles,
        Kind(row.kind),
        row.planned_for,
        row.sent_at,
        DeliveryState(row.state),
        tuple(_attempts(row)),
        row.retried,
        row.answered_at,
    )


def _roles(stored: str | None) -> tuple[Role, ...]:
    return tuple(map(Role, dict.fromkeys(stored.split(_NEXT)))) if stored else ()


def _attempts(row: Any) -> Iterator[Attempt]:
    yield _attempt(Channel(row.first_channel), row.first_state, row.first_reason)
    if row.second_state:
        yield _attempt(Channel.EMAIL, row.second_state, row.second_reason)


def _attempt(channel: Channel, state: str, reason: str | None) -> Attempt:
    return Attempt(channel, DeliveryState(state), Reason(reason) if reason else None)
