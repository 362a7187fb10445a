"""The delivery ledger: taking a row to send it, and recording what became of it.

PLANNED → SENDING happens by one conditional UPDATE that is committed before anything leaves, so of
any number of senders one sends. What is recorded is recorded only by whom the row still belongs to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, not_, or_, select, update

from kfmodel.delivery import Channel, DeliveryState, Kind, Reason
from kfmodel.repository.plan import Planned, store_planned
from kfmodel.repository.schema import CYCLE, DELIVERY, PERSON

SENDING_LASTS = timedelta(minutes=2)
"""A sender that has not recorded anything by then has died: a message takes at most one."""
WAITING_LASTS = timedelta(minutes=15)
"""A row that has waited in a queue for so long has been lost with the queue's replica."""
_PUT_OFF = DELIVERY.c.detail.is_not(None)
"""Of a planned row, which says why."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row that one sender holds. `attempt` counts from 1 and says which holding it is."""

    id: int
    attempt: int
    cycle_id: int
    person_id: int | None
    address: str | None
    kind: Kind
    occasion: str
    channel: Channel
    organisation: str | None

    @property
    def key(self) -> str:
        """The same at every attempt, whatever the channel."""
        whom = self.person_id if self.address is None else self.address
        return f"{self.cycle_id}/{whom}/{self.kind}/{self.occasion}"


def take_due(
    connection: Connection,
    now: datetime,
    machine_now: datetime,
    limit: int,
    cycle_id: int | None = None,
    until: datetime | None = None,
) -> Sequence[int]:
    """The ids of what is to be sent by `now`, of every cycle or of one, the longest due first;
    taken for a while, so that no other queue takes them too. A row whose sender has died is among
    them, marked `retried`. With `until` what is planned by then as well, but for what was put
    off."""
    waiting = _waiting(now, machine_now, until or now)
    in_cycle = [] if cycle_id is None else [DELIVERY.c.cycle_id == cycle_id]
    paused = select(CYCLE.c.id).where(CYCLE.c.paused_at.is_not(None))
    due = (
        select(DELIVERY.c.id)
        .where(waiting, DELIVERY.c.cycle_id.not_in(paused), *in_cycle)
        .order_by(DELIVERY.c.planned_for, DELIVERY.c.id)
        .limit(limit)
    )
    died = DELIVERY.c.state == DeliveryState.SENDING
    taken = (
        update(DELIVERY)
        # once more: where another replica took the row meanwhile, this looks at its new version
        .where(DELIVERY.c.id.in_(due), waiting)
        .values(
            state=DeliveryState.PLANNED,
            retried=or_(DELIVERY.c.retried, died),
            lease_until=machine_now + WAITING_LASTS,
        )
        .returning(DELIVERY.c.id)
    )
    return sorted(connection.execute(taken).scalars())


def _waiting(now: datetime, machine_now: datetime, until: datetime) -> ColumnElement[bool]:
    """Whether a row is to be sent by `now`, or was planned for a time before `until`, and no queue
    or sender has it."""
    free = or_(DELIVERY.c.lease_until.is_(None), DELIVERY.c.lease_until < machine_now)
    return and_(
        DELIVERY.c.state.in_((DeliveryState.PLANNED, DeliveryState.SENDING)),
        or_(
            DELIVERY.c.planned_for <= now,
            and_(DELIVERY.c.planned_for <= until, not_(_PUT_OFF)),
        ),
        free,
    )


def claim(connection: Connection, delivery_id: int, machine_now: datetime) -> Delivery | None:
    """Take a planned row to send it now; None where another has, or where it was put off and no
    pass has taken it since: a queue that was restored would not wait. Commit before sending."""
    may_leave = or_(not_(_PUT_OFF), DELIVERY.c.lease_until.is_not(None))
    row = connection.execute(
        update(DELIVERY)
        .where(DELIVERY.c.id == delivery_id, DELIVERY.c.state == DeliveryState.PLANNED, may_leave)
        .values(
            state=DeliveryState.SENDING,
            attempts=DELIVERY.c.attempts + 1,
            lease_until=machine_now + SENDING_LASTS,
        )
        .returning(DELIVERY)
    ).one_or_none()
    return _delivery(row) if row else None


def renew(connection: Connection, held: Delivery, machine_now: datetime) -> bool:
    """Hold it as long again; False where the lease ran out and another is to send it."""
    renewed = connection.execute(
        update(DELIVERY)
        .where(
            DELIVERY.c.id == held.id,
            DELIVERY.c.attempts == held.attempt,
            DELIVERY.c.state == DeliveryState.SENDING,
        )
        .values(lease_until=machine_now + SENDING_LASTS)
    )
    return renewed.rowcount == 1


def _delivery(row: Any) -> Delivery:
    return Delivery(
        row.id,
        row.attempts,
        row.cycle_id,
        row.person_id,
        row.address,
        Kind(row.kind),
        row.occasion,
        Channel(row.channel),
        row.organisation,
    )


def record_sent(
    connection: Connection,
    held: Delivery,
    at: datetime,
    message_id: str,
    reason: Reason | None = None,
    detail: str | None = None,
) -> bool:
    """`reason`: why it went without its files. False where the row is another's by now: the lease
    ran out, and it was sent again."""
    values = {"message_id": message_id, "reason": reason, "detail": detail}
    return _record(connection, held, state=DeliveryState.SENT, sent_at=at, **values)


def record_dropped(connection: Connection, held: Delivery, state: DeliveryState) -> bool:
    """Not sent and not to be: NOT_NEEDED or EXPIRED."""
    return _record(connection, held, state=state)


def put_off(connection: Connection, held: Delivery, until: datetime, detail: str) -> bool:
    """To be tried again."""
    planned = DeliveryState.PLANNED
    return _record(connection, held, state=planned, planned_for=until, detail=detail)


def give_back(connection: Connection, held: Delivery, until: datetime, detail: str) -> bool:
    """To be sent then; it has not been tried."""
    values = {"planned_for": until, "detail": detail, "attempts": held.attempt - 1}
    return _record(connection, held, state=DeliveryState.PLANNED, **values)


def record_failed(
    connection: Connection, held: Delivery, reason: Reason, detail: str, now: datetime
) -> int | None:
    """The channel does not reach the recipient. The id of the row of the channel that takes over,
    if one does."""
    if not _record(connection, held, state=DeliveryState.FAILED, reason=reason, detail=detail):
        return None
    if held.channel is not Channel.TEAMS:
        return None
    takes_over = Planned(
        held.cycle_id,
        held.person_id,
        held.address,
        held.kind,
        held.occasion,
        Channel.EMAIL,
        now,
        held.organisation,
    )
    store_planned(connection, [takes_over])
    return _row_of(connection, takes_over)


def _row_of(connection: Connection, planned: Planned) -> int | None:
    return connection.execute(
        select(DELIVERY.c.id).where(
            DELIVERY.c.cycle_id == planned.cycle_id,
            DELIVERY.c.person_id == planned.person_id,
            DELIVERY.c.kind == planned.kind,
            DELIVERY.c.occasion == planned.occasion,
            DELIVERY.c.channel == planned.channel,
        )
    ).scalar_one_or_none()


def _record(connection: Connection, held: Delivery, **values: Any) -> bool:
    """A sender that was slow, and whose row waits to be sent again but is not yet, still has it."""
    recorded = connection.execute(
        update(DELIVERY)
        .where(
            DELIVERY.c.id == held.id,
            DELIVERY.c.attempts == held.attempt,
            DELIVERY.c.state.in_((DeliveryState.SENDING, DeliveryState.PLANNED)),
        )
        .values(lease_until=None, **values)
    )
    return recorded.rowcount == 1


def waiting_in(connection: Connection, cycle_id: int) -> Sequence[Row[Any]]:
    """What a cycle has planned and not sent yet."""
    waiting = (DeliveryState.PLANNED, DeliveryState.SENDING)
    query = select(DELIVERY).where(DELIVERY.c.cycle_id == cycle_id, DELIVERY.c.state.in_(waiting))
    return connection.execute(query).all()


def became_of(connection: Connection, delivery_ids: Sequence[int]) -> Sequence[Row[Any]]:
    """The rows with the ids, and those of the channels that have taken over from them."""
    first = DELIVERY.alias("first")
    same = and_(
        *(first.c[name] == DELIVERY.c[name] for name in ("cycle_id", "kind", "occasion")),
        or_(first.c.person_id == DELIVERY.c.person_id, first.c.address == DELIVERY.c.address),
    )
    query = (
        select(DELIVERY, PERSON.c.name, PERSON.c.email)
        .join(first, same)
        .join(PERSON, PERSON.c.id == DELIVERY.c.person_id, isouter=True)
        .where(first.c.id.in_(delivery_ids))
        .order_by(DELIVERY.c.id)
        .distinct()
    )
    return connection.execute(query).all()
