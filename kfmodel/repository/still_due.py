"""Whether a planned message is to leave now: the rules asked again, just before it does."""

from datetime import datetime

from sqlalchemy import Connection

from kfmodel.controls import Which
from kfmodel.delivery import BEYOND_PLAN, DeliveryState, Kind
from kfmodel.planning.office_hours import day_of, is_open
from kfmodel.planning.rules import due, due_to_hr
from kfmodel.planning.rules.summary import asked, asked_in
from kfmodel.repository.answerers import Itself, answerers_in
from kfmodel.repository.audiences import left_of
from kfmodel.repository.committees import committees_in
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.deliveries import Delivery
from kfmodel.repository.outreach import outreach_of
from kfmodel.repository.plan import key_in, occasion_of
from kfmodel.repository.planned_cycles import PlannedCycle, planned_cycle


def fate_of(connection: Connection, held: Delivery, now: datetime) -> DeliveryState:
    """SENDING: go on. PLANNED: not now, the office is closed or the cycle paused. Else what the
    delivery ends as."""
    row = cycle_with(connection, held.cycle_id)
    if held.kind is Kind.SUMMARY and (
        was_asked := asked_in(key_in(held.organisation or "", held.occasion))
    ):
        return _as_asked(*was_asked, now, is_paused=row.paused_at is not None)
    if row.closed_at is not None and not _of_later(connection, held, row.closed_at):
        return DeliveryState.NOT_NEEDED
    if row.paused_at is not None or not is_open(now):
        return DeliveryState.PLANNED
    cycle = planned_cycle(row)
    if held.kind in BEYOND_PLAN:
        return _from_hr(connection, cycle, held, now)
    if held.organisation is None:
        return _to_person(connection, cycle, held, now)
    return _to_hr(connection, cycle, held, now)


def _of_later(connection: Connection, held: Delivery, closed_at: datetime) -> bool:
    """Whether it is HR's own words, written since the cycle was closed."""
    if held.kind is not Kind.MESSAGE:
        return False
    return outreach_of(connection, held.occasion).at >= closed_at


def _as_asked(code: str, at: datetime, now: datetime, *, is_paused: bool) -> DeliveryState:
    """Neither the hour nor a closed cycle keeps from somebody what they asked for."""
    if not asked(code, at).covers(day_of(now)):
        return DeliveryState.EXPIRED
    return DeliveryState.PLANNED if is_paused else DeliveryState.SENDING


def _from_hr(
    connection: Connection, cycle: PlannedCycle, held: Delivery, now: datetime
) -> DeliveryState:
    """What was for those who lack something is not for who has submitted meanwhile."""
    sent = outreach_of(connection, held.occasion)
    if day_of(now) > sent.until:
        return DeliveryState.EXPIRED
    if held.kind is Kind.HR_REMINDER:
        return _to_person(connection, cycle, held, now)
    if sent.audience != Which.MISSING:
        return DeliveryState.SENDING
    left = left_of(connection, held.cycle_id, sent.committee_id, held.person_id or 0)
    return DeliveryState.SENDING if left else DeliveryState.NOT_NEEDED


def _to_person(
    connection: Connection, cycle: PlannedCycle, held: Delivery, now: datetime
) -> DeliveryState:
    itself = Itself(held.person_id or 0, held.kind, held.occasion)
    who = next(iter(answerers_in(connection, cycle.id, day_of(now), itself)), None)
    lacking = who and (who.division_left if held.kind is Kind.ESCALATION else who.left)
    if who is None or not lacking:
        return DeliveryState.NOT_NEEDED
    if held.kind is Kind.HR_REMINDER:
        return DeliveryState.SENDING
    occasion = due(cycle.dates, who, day_of(now))
    if occasion and (occasion.kind, occasion.key) == (held.kind, held.occasion):
        return DeliveryState.SENDING
    # begun unasked, or put off
    needless = occasion is None and (held.kind is Kind.INVITATION or who.snoozed_until is not None)
    return DeliveryState.NOT_NEEDED if needless else DeliveryState.EXPIRED


def _to_hr(
    connection: Connection, cycle: PlannedCycle, held: Delivery, now: datetime
) -> DeliveryState:
    for followed in committees_in(connection, cycle.id):
        code = followed.committee.code
        for occasion in due_to_hr(cycle.dates, followed.committee, day_of(now)):
            named = (code, occasion.kind, occasion_of(code, occasion.key))
            if named == (held.organisation, held.kind, held.occasion):
                return DeliveryState.SENDING
    return DeliveryState.EXPIRED
