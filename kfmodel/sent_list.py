"""What reached whom, message by message, and what is to come: as values, for HR's workbook."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kfmodel.delivery import Channel, DeliveryState, Kind, Reason
from kfmodel.organisation import Role


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one channel did with a message."""

    channel: Channel
    state: DeliveryState
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message to a recipient. `attempts` has a channel or two, in the order they are tried;
    `organisations` are those of the recipient's `roles`, or the committee that a message to HR is
    about. `answered_at` is when the recipient submitted something that no newer message brought."""

    name: str
    email: str
    organisations: str
    roles: tuple[Role, ...]
    kind: Kind
    planned_for: datetime
    sent_at: datetime | None
    state: DeliveryState
    attempts: tuple[Attempt, ...]
    retried: bool
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A message to be. `about` is the code of the committee that a message to HR is about."""

    at: datetime
    name: str
    email: str
    kind: Kind
    about: str | None = None


@dataclass(frozen=True, slots=True)
class DeliveredRows:
    """Read from the database whenever they are gone through, since they may be very many."""

    count: int
    read: Callable[[], Iterator[Delivered]]

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Delivered]:
        return self.read()


@dataclass(frozen=True, slots=True)
class SentList:
    """`whose` is the organisation whose messages these are; None for the whole cycle. Both parts
    are in order of time."""

    cycle: str
    whose: str | None
    made_at: datetime
    delivered: DeliveredRows
    ahead: Sequence[Foreseen]
