"""How a message leaves: one sender a channel, and what became of it as a value."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kfmodel.delivery import Reason
from kfmodel.planning.message import Message
from kfmodel.repository.reach import Reach


@dataclass(frozen=True, slots=True)
class Recipient:
    """`person_id` is None for an address that is nobody's, as HR's shared one. `reach` is where
    the bot last met them, None where it never has."""

    person_id: int | None
    name: str
    email: str
    language: str
    entra_id: str | None = None
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """Not delivered by this channel. `permanent`: trying the same again is no use; otherwise it is
    tried again after a while. `detail` is the service's own word and holds no personal data."""

    reason: Reason
    permanent: bool = True
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """`message_id` is the channel's own name of the message. `left_out` is why it went without its
    files."""

    at: datetime
    message_id: str = ""
    left_out: Failed | None = None


@dataclass(frozen=True, slots=True)
class Retry:
    """Not delivered, and not before `after_seconds` may it be tried again."""

    after_seconds: float
    detail: str = ""


Outcome = Sent | Failed | Retry


class Sender(Protocol):
    """A channel. Never raises for what the network, the service or the recipient does."""

    async def send(self, message: Message, to: Recipient) -> Outcome:
        """One message to one person, within a minute: longer than that counts as not delivered."""
