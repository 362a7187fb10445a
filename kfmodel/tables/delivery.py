"""The delivery ledger: what was to go out to whom, and what became of it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from kfmodel.delivery import Channel, DeliveryState, Kind, Reason
from kfmodel.tables.columns import UtcDateTime, one_of, primary_key, reference


class Delivery(SQLModel, table=True):
    """One message to one recipient by one channel. The unique rows make planning harmless however
    often, and by however many replicas, it is done.

    The recipient is a person, or an `address` that is nobody's. `organisation` is the code of the
    committee that a message to HR is about. `lease_until` is when another may take the row: a
    planned one that waits in a queue, or one whose sender has died; `retried` marks the latter,
    which may have arrived twice. `reason` is why it failed, or went without its files, in the
    channel's own word `detail`.
    """

    __table_args__ = (
        UniqueConstraint("cycle_id", "person_id", "kind", "occasion", "channel"),
        UniqueConstraint("cycle_id", "address", "kind", "occasion", "channel"),
        CheckConstraint("(person_id IS NULL) <> (address IS NULL)", name="one_recipient"),
        one_of("kind", Kind),
        one_of("channel", Channel),
        one_of("state", DeliveryState),
        one_of("reason", Reason),
        Index("ix_delivery_state_planned_for", "state", "planned_for"),
    )

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    person_id: int | None = reference("person.id", default=None)
    address: str | None = None
    kind: str
    occasion: str
    channel: str
    organisation: str | None = None
    state: str = DeliveryState.PLANNED
    planned_for: datetime = Field(sa_type=UtcDateTime)
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attempts: int = 0
    retried: bool = False
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    message_id: str | None = None
    reason: str | None = None
    detail: str | None = None


class Snooze(SQLModel, table=True):
    """Until when somebody has put off a cycle's reminders."""

    cycle_id: int = Field(foreign_key="cycle.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    until_on: date
    snoozed_at: datetime = Field(sa_type=UtcDateTime)
