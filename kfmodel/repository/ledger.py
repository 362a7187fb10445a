"""The delivery ledger as it is read: each message to each recipient once, whichever channels it
went by, and what became of it."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Subquery,
    and_,
    case,
    func,
    or_,
    select,
    true,
)

from kfmodel.delivery import Channel, DeliveryState
from kfmodel.repository.schema import ASSIGNMENT, DELIVERY, DIALOGUE, ORGANISATION, REVISION

_FIRST = DELIVERY.alias("first")
_SECOND = DELIVERY.alias("second")
"""The row of e-mail, where there is one of Teams as well."""


def messages_of(cycle_id: int, committee_id: int | None) -> Subquery:
    """Of one committee, or of the whole cycle where none is given. `state` is the message's; those
    of the channels, `first_state` and `second_state`, have each a reason."""
    return (
        select(
            _FIRST.c.id,
            _FIRST.c.person_id,
            _FIRST.c.address,
            _FIRST.c.kind,
            _FIRST.c.occasion,
            _FIRST.c.organisation,
            _FIRST.c.planned_for,
            func.coalesce(_FIRST.c.sent_at, _SECOND.c.sent_at).label("sent_at"),
            or_(_FIRST.c.retried, func.coalesce(_SECOND.c.retried, False)).label("retried"),
            _FIRST.c.channel.label("first_channel"),
            _FIRST.c.state.label("first_state"),
            _FIRST.c.reason.label("first_reason"),
            _SECOND.c.state.label("second_state"),
            _SECOND.c.reason.label("second_reason"),
            _state().label("state"),
        )
        .join(_SECOND, _took_over(), isouter=True)
        .where(_FIRST.c.cycle_id == cycle_id, _leads(), _theirs(cycle_id, committee_id))
        .subquery()
    )


def answer_times(cycle_id: int) -> Subquery:
    """When the recipient of a message next submitted something: the newest message before an answer
    is what brought it. Only of messages that have brought any; see `same_message`."""
    submitted = (
        select(REVISION.c.person_id, REVISION.c.at)
        .join(DIALOGUE, DIALOGUE.c.id == REVISION.c.dialogue_id)
        .where(
            DIALOGUE.c.cycle_id == cycle_id,
            REVISION.c.verb == "submit",
            REVISION.c.number.is_not(None),
        )
        .subquery()
    )
    before = DELIVERY.alias("before")
    newest = (
        select(before.c.id)
        .where(
            before.c.cycle_id == cycle_id,
            before.c.person_id == submitted.c.person_id,
            before.c.sent_at <= submitted.c.at,
        )
        .order_by(before.c.sent_at.desc(), before.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    message = DELIVERY.c.person_id, DELIVERY.c.kind, DELIVERY.c.occasion
    return (
        select(*message, func.min(submitted.c.at).label("answered_at"))
        .join_from(submitted, DELIVERY, DELIVERY.c.id == newest)
        .group_by(*message)
        .subquery()
    )


def same_message(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """To a person: only they are reached by more than one channel, and only they answer."""
    return and_(*(one.c[name] == other.c[name] for name in ("person_id", "kind", "occasion")))


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


def _took_over() -> ColumnElement[bool]:
    """Or went at the same time."""
    of_cycle = _SECOND.c.cycle_id == _FIRST.c.cycle_id
    in_turn = and_(_FIRST.c.channel == Channel.TEAMS, _SECOND.c.channel == Channel.EMAIL)
    return and_(of_cycle, same_message(_SECOND, _FIRST), in_turn)


def _leads() -> ColumnElement[bool]:
    """A message to a person has a row of the first channel, whichever one takes over; one to an
    address has e-mail's alone."""
    return or_(_FIRST.c.channel == Channel.TEAMS, _FIRST.c.person_id.is_(None))


def _theirs(cycle_id: int, committee_id: int | None) -> ColumnElement[bool]:
    """What HR gets about a committee is that committee's; the rest is of whoever gets it."""
    if committee_id is None:
        return true()
    code = select(ORGANISATION.c.code).where(ORGANISATION.c.id == committee_id).scalar_subquery()
    roster = _FIRST.c.person_id.in_(people_of(cycle_id, committee_id))
    return or_(_FIRST.c.organisation == code, and_(_FIRST.c.organisation.is_(None), roster))


def _state() -> ColumnElement[Any]:
    """A summary goes by both channels at once, and one that arrived is enough. Where one channel
    failed and time ran out for the other, it reached nobody."""
    telling = (
        DeliveryState.SENT,
        DeliveryState.SENDING,
        DeliveryState.PLANNED,
        DeliveryState.NOT_NEEDED,
        DeliveryState.FAILED,
    )
    states = _FIRST.c.state, _SECOND.c.state
    known = ((or_(*(state == one for state in states)), one.value) for one in telling)
    return case(*known, else_=DeliveryState.EXPIRED.value)
