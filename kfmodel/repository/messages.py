"""What a message says, from the database as it is when the message is about to leave."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from kfmodel.delivery import BEYOND_PLAN, Kind, Situation
from kfmodel.organisation import Role
from kfmodel.planning.message import (
    Content,
    CycleFacts,
    Item,
    Message,
    OwnWords,
    ToHead,
    ToManager,
)
from kfmodel.planning.office_hours import day_of
from kfmodel.planning.rules import new_deadline
from kfmodel.planning.rules.hand_over import request_in
from kfmodel.planning.rules.snoozed import is_asked_for
from kfmodel.planning.situation import most_urgent_first, situation_of
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.deliveries import Delivery
from kfmodel.repository.digests import digest_of
from kfmodel.repository.hand_overs import asked_of_hr, request_with
from kfmodel.repository.items import items_of, posts_of
from kfmodel.repository.lacking import asked_below, headed_by, lacking_below
from kfmodel.repository.outreach import outreach_of
from kfmodel.repository.plan import key_in
from kfmodel.repository.schema import ASSIGNMENT, ORGANISATION, PERSON


def message_of(
    connection: Connection, held: Delivery, now: datetime, content: Content | None = None
) -> Message:
    """The message that a delivery is; `content` where it is made elsewhere, as a summary is.

    Raises LookupError for what goes to no person, and of a request that there is not.
    """
    cycle = cycle_with(connection, held.cycle_id)
    committee_id: int | None = None
    if held.organisation:
        committee_id = committee_called(connection, held.cycle_id, held.organisation)
    if content is None and held.kind is Kind.DIGEST and committee_id:
        content = digest_of(connection, cycle, committee_id, held)
    if held.kind is Kind.HAND_OVER:
        content = _hand_over(connection, held)
    if held.kind in BEYOND_PLAN:
        content, committee_id = _from_hr(connection, cycle, held, day_of(now))
    if content is None:
        content, committee_id = _to_person(connection, held)
    facts = _cycle_facts(connection, cycle, committee_id)
    return Message(held.key, held.kind, facts, day_of(now), content)


def _hand_over(connection: Connection, held: Delivery) -> Content:
    key = key_in(held.organisation or "", held.occasion)
    request = request_with(connection, request_in(key))
    if request is None:
        raise LookupError(held.occasion)
    return asked_of_hr(connection, request)


def _from_hr(
    connection: Connection, cycle: Row[Any], held: Delivery, today: date
) -> tuple[Content, int | None]:
    sent = outreach_of(connection, held.occasion)
    if held.kind is Kind.MESSAGE:
        return OwnWords(sent.text or "", sent.sender), sent.organisation_id
    items, asked, _ = items_of(connection, held.cycle_id, held.person_id or 0)
    content = ToManager(
        situation=situation_of(_as_planned(cycle.deadline_on, today), items, asked),
        posts=posts_of(connection, held.cycle_id, held.person_id or 0),
        items=most_urgent_first(items),
        asked=asked,
        asked_by=sent.sender,
    )
    return content, sent.organisation_id


def _as_planned(deadline_on: date, today: date) -> Kind:
    """The kind that the plan's own reminder of the day is."""
    if today > deadline_on:
        return Kind.OVERDUE
    return Kind.LAST_DAY if today == deadline_on else Kind.REMINDER


def committee_called(connection: Connection, cycle_id: int, code: str) -> int:
    """The id of the cycle's organisation with the code, which is there."""
    query = select(ORGANISATION.c.id).where(
        ORGANISATION.c.cycle_id == cycle_id, ORGANISATION.c.code == code
    )
    return int(connection.execute(query).scalar_one())


def _to_person(connection: Connection, held: Delivery) -> tuple[Content, int | None]:
    """Raises LookupError for what goes to no person."""
    if held.person_id is None:
        raise LookupError(f"{held.kind} goes to a person")
    items, asked, committee_id = items_of(connection, held.cycle_id, held.person_id)
    if held.kind is Kind.ESCALATION:
        return _to_head(connection, held.cycle_id, held.person_id, items)
    content = ToManager(
        situation=_situation(held, items, asked),
        posts=posts_of(connection, held.cycle_id, held.person_id),
        items=most_urgent_first(items),
        asked=asked,
        snoozed=is_asked_for(held.occasion),
    )
    return content, committee_id


def _situation(held: Delivery, items: Sequence[Item], asked: int) -> Situation | None:
    if held.occasion.startswith(new_deadline.PREFIX):
        return Situation.NEW_DEADLINE
    return situation_of(held.kind, items, asked)


def _to_head(
    connection: Connection, cycle_id: int, person_id: int, items: Sequence[Item]
) -> tuple[Content, int | None]:
    headed = headed_by(connection, cycle_id, person_id)
    ids = [organisation_id for organisation_id, _ in headed]
    lacking = lacking_below(connection, cycle_id, ids)
    asked = asked_below(connection, cycle_id, ids)
    names = tuple(name for _, name in headed)
    content = ToHead(names, lacking, asked, asked - len(lacking), most_urgent_first(items))
    query = select(ORGANISATION.c.committee_id).where(ORGANISATION.c.id.in_(ids))
    return content, connection.execute(query).scalars().first()


def _cycle_facts(connection: Connection, cycle: Row[Any], committee_id: int | None) -> CycleFacts:
    committee = connection.execute(
        select(ORGANISATION.c.name).where(ORGANISATION.c.id == committee_id)
    ).scalar_one_or_none()
    hr = connection.execute(
        select(PERSON.c.name)
        .join(ASSIGNMENT, ASSIGNMENT.c.person_id == PERSON.c.id)
        .where(ASSIGNMENT.c.organisation_id == committee_id, ASSIGNMENT.c.role == Role.HR)
        .order_by(PERSON.c.name)
    ).scalars()
    return CycleFacts(
        cycle.id,
        cycle.name,
        cycle.year,
        cycle.opens_on,
        cycle.deadline_on,
        committee or cycle.name,
        tuple(hr),
        cycle.hr_email,
    )
