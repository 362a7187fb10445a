"""What HR's weekly digest says of a committee."""

from collections import defaultdict
from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, Row, func, select

from kfmodel.delivery import Channel, DeliveryState, Kind
from kfmodel.planning.message import Digest, Undelivered
from kfmodel.planning.office_hours import STOCKHOLM
from kfmodel.repository.deliveries import Delivery
from kfmodel.repository.lacking import submitted_since
from kfmodel.repository.progress import committee_progress
from kfmodel.repository.schema import ASSIGNMENT, DELIVERY, ORGANISATION, PERSON


def digest_of(connection: Connection, cycle: Row[Any], committee_id: int, held: Delivery) -> Digest:
    (progress,) = committee_progress(connection, cycle, committee_id)
    opening = datetime.combine(cycle.opens_on, time(), tzinfo=STOCKHOLM)
    since = _last_digest_at(connection, held) or opening
    newly = submitted_since(connection, cycle.id, committee_id, since)
    before = progress.submitted - len(newly)
    return Digest(progress, since, before, newly, _unreached(connection, cycle.id, committee_id))


def _last_digest_at(connection: Connection, held: Delivery) -> datetime | None:
    query = select(func.max(DELIVERY.c.sent_at)).where(
        DELIVERY.c.cycle_id == held.cycle_id,
        DELIVERY.c.kind == Kind.DIGEST,
        DELIVERY.c.organisation == held.organisation,
        DELIVERY.c.occasion != held.occasion,
    )
    found: datetime | None = connection.execute(query).scalar_one()
    return found


def _unreached(connection: Connection, cycle_id: int, committee_id: int) -> tuple[Undelivered, ...]:
    """Whom of the committee the newest message reached by no channel."""
    in_committee = (
        select(ASSIGNMENT.c.person_id)
        .join(ORGANISATION, ORGANISATION.c.id == ASSIGNMENT.c.organisation_id)
        .where(ASSIGNMENT.c.cycle_id == cycle_id, ORGANISATION.c.committee_id == committee_id)
    )
    query = (
        select(DELIVERY, PERSON.c.name)
        .join(PERSON, PERSON.c.id == DELIVERY.c.person_id)
        .where(
            DELIVERY.c.cycle_id == cycle_id,
            DELIVERY.c.person_id.in_(in_committee),
            DELIVERY.c.state.in_((DeliveryState.SENT, DeliveryState.FAILED)),
        )
        .order_by(PERSON.c.name, DELIVERY.c.planned_for, DELIVERY.c.id)
    )
    messages: dict[int, dict[tuple[str, str], list[Row[Any]]]] = defaultdict(dict)
    for row in connection.execute(query):
        messages[row.person_id].setdefault((row.kind, row.occasion), []).append(row)
    newest = (list(of_person.values())[-1] for of_person in messages.values())
    return tuple(
        Undelivered(rows[0].name, tuple(row.reason for row in rows))
        for rows in newest
        if rows[-1].channel == Channel.EMAIL and rows[-1].state == DeliveryState.FAILED
    )
