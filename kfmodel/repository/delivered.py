"""What reached whom, for HR's table: planned, sent, failed and why, answered after."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kfmodel.delivery import Channel, DeliveryState, Kind, Reason
from kfmodel.repository.schema import DELIVERY, DIALOGUE, PERSON, REVISION

_SUBMIT = "submit"
"""What a revision's verb is where answers were handed in."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the ledger. `at` is when it was sent, or else planned for; `answered_at` when the
    recipient handed something in after it and before the next message to them."""

    at: datetime
    name: str
    email: str
    kind: Kind
    channel: Channel
    state: DeliveryState
    reason: Reason | None
    retried: bool
    answered_at: datetime | None


def delivered_in(connection: Connection, cycle_id: int) -> tuple[Line, ...]:
    """A cycle's deliveries, the newest first."""
    query = (
        select(DELIVERY, PERSON.c.name, PERSON.c.email)
        .join(PERSON, PERSON.c.id == DELIVERY.c.person_id, isouter=True)
        .where(DELIVERY.c.cycle_id == cycle_id)
        .order_by(DELIVERY.c.planned_for.desc(), DELIVERY.c.id.desc())
    )
    submitted = _submitted(connection, cycle_id)
    next_sent: dict[int, datetime] = {}
    lines = []
    for row in connection.execute(query):
        answered_at = None
        if row.sent_at and row.person_id:
            times = submitted.get(row.person_id, [])
            answered_at = _first_between(times, row.sent_at, next_sent.get(row.person_id))
            next_sent[row.person_id] = row.sent_at
        lines.append(
            Line(
                row.sent_at or row.planned_for,
                row.name or "HR",
                row.email or row.address,
                Kind(row.kind),
                Channel(row.channel),
                DeliveryState(row.state),
                Reason(row.reason) if row.reason else None,
                row.retried,
                answered_at,
            )
        )
    return tuple(lines)


def _first_between(
    times: list[datetime], after: datetime, before: datetime | None
) -> datetime | None:
    place = bisect_left(times, after)
    found = times[place] if place < len(times) else None
    return None if found and before and found >= before else found


def _submitted(connection: Connection, cycle_id: int) -> dict[int, list[datetime]]:
    """When each person handed something in, in order of time."""
    query = (
        select(REVISION.c.person_id, REVISION.c.at)
        .join(DIALOGUE, DIALOGUE.c.id == REVISION.c.dialogue_id)
        .where(
            DIALOGUE.c.cycle_id == cycle_id,
            REVISION.c.verb == _SUBMIT,
            REVISION.c.number.is_not(None),
        )
        .order_by(REVISION.c.at)
    )
    times: dict[int, list[datetime]] = defaultdict(list)
    for person_id, at in connection.execute(query):
        times[person_id].append(at)
    return times
