"""What became of a cycle's messages, as values for HR's card."""

from dataclasses import dataclass
from datetime import date, datetime

from kfmodel.delivery import Kind, Reason

MOST_LISTED = 40
"""Names in a list of `Sent`; a card has room for no more."""


@dataclass(frozen=True, slots=True)
class KindSent:
    """Messages of a kind. The time of `expired` went by unsent. `answered` is how many were
    followed by a submitted answer before the next message to the same person."""

    kind: Kind
    planned: int
    sent: int
    failed: int
    expired: int
    answered: int


@dataclass(frozen=True, slots=True)
class Unreached:
    """A message that no channel delivered, and why: channel by channel."""

    name: str
    kind: Kind
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class AnsweredAfter:
    """A message, and when its recipient submitted an answer that no newer one brought."""

    name: str
    kind: Kind
    at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a cycle's messages. `unreached` and `answered`, which has the newest first,
    list MOST_LISTED of those that `kinds` counts; `snoozed` is who has put off reminders and until
    when."""

    kinds: tuple[KindSent, ...]
    unreached: tuple[Unreached, ...]
    answered: tuple[AnsweredAfter, ...]
    snoozed: tuple[tuple[str, date], ...]
