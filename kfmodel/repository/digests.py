"""What HR's weekly digest says of a committee."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, Row, func, select

from kfmodel.delivery import DeliveryState, Kind
from kfmodel.planning.message import Digest, Undelivered
from kfmodel.planning.office_hours import STOCKHOLM
from kfmodel.repository.deliveries import Delivery
from kfmodel.repository.lacking import submitted_since
from kfmodel.repository.ledger import messages_of
from kfmodel.repository.progress import committee_progress
from kfmodel.repository.schema import DELIVERY, PERSON


def digest_of(connection: Connection, cycle: Row[Any], committee_id: int, held: Delivery) -> Digest:
    """What has come in since the committee's last digest, what lacks, and whom nothing reached."""
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
    messages = messages_of(cycle_id, committee_id)
    query = (
        select(messages, PERSON.c.name)
        .join(PERSON, PERSON.c.id == messages.c.person_id)
        .where(messages.c.state.in_((DeliveryState.SENT, DeliveryState.FAILED)))
        .order_by(PERSON.c.name, messages.c.planned_for, messages.c.id)
    )
    newest = {row.person_id: row for row in connection.execute(query)}
    return tuple(
        Undelivered(row.name, tuple(filter(None, (row.first_reason, row.second_reason))))
        for row in newest.values()
        if row.state == DeliveryState.FAILED
    )
