"""HR's controls of a cycle: where it stands, what may be done with it, and to whom one may write
beyond the plan."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self

from kfmodel.delivery import Kind, Reason
from kfmodel.planning.working_days import is_working_day


class Act(StrEnum):
    """What HR can do with a cycle's dates."""

    OPEN = "open"
    EXTEND = "extend"
    CLOSE = "close"
    REOPEN = "reopen"
    PAUSE = "pause"
    RESUME = "resume"


class CycleStanding(StrEnum):
    """Where a cycle stands on a day."""

    NOT_OPEN = "not_open"
    OPEN = "open"
    OVERDUE = "overdue"
    """The deadline has passed, and what is not submitted is still taken."""
    CLOSED = "closed"

    @property
    def takes_answers(self) -> bool:
        """Whether what is not submitted can be: before, and once it is closed, nobody is to be
        reminded of anything."""
        return self in (CycleStanding.OPEN, CycleStanding.OVERDUE)


@dataclass(frozen=True, slots=True)
class CycleState:
    """The deadline ends at 24:00 in Stockholm."""

    id: int
    name: str
    year: int
    opens_on: date
    deadline_on: date
    paused_at: datetime | None
    closed_at: datetime | None

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    def standing(self, today: date) -> CycleStanding:
        if self.is_closed:
            return CycleStanding.CLOSED
        if today < self.opens_on:
            return CycleStanding.NOT_OPEN
        return CycleStanding.OPEN if today <= self.deadline_on else CycleStanding.OVERDUE

    def stands(self, act: Act, today: date, deadline_on: date | None = None) -> bool:
        """Whether it is already as the act would have it."""
        if self.is_closed:
            return act is Act.CLOSE
        return {
            Act.OPEN: self.opens_on <= today,
            Act.EXTEND: self.deadline_on == deadline_on,
            Act.CLOSE: False,
            Act.REOPEN: True,
            Act.PAUSE: self.paused_at is not None,
            Act.RESUME: self.paused_at is None,
        }[act]

    @property
    def stamp(self) -> str:
        """Other once something has changed: how a card knows that it is outdated."""
        paused = self.paused_at is not None
        return f"{self.opens_on}/{self.deadline_on}/{paused:d}{self.is_closed:d}"


class DeadlineRefusedError(ValueError):
    """No deadline for the cycle."""


class DeadlinePastError(DeadlineRefusedError):
    """The day has been."""


class DeadlineBeforeOpeningError(DeadlineRefusedError):
    """Nobody could have answered by then."""


class DeadlineTooLateError(DeadlineRefusedError):
    """After `latest`: the wrong year, most likely."""

    def __init__(self, latest: date) -> None:
        super().__init__()
        self.latest = latest


def latest_deadline(opens_on: date, year: int) -> date:
    """A cycle comes every second year: two years after its opening, and after its year."""
    return min(opens_on + timedelta(days=731), date(year + 2, 12, 31))


def check_deadline(state: CycleState, deadline_on: date, today: date) -> None:
    """Raises DeadlineRefusedError."""
    if deadline_on < today:
        raise DeadlinePastError
    if deadline_on < state.opens_on:
        raise DeadlineBeforeOpeningError
    latest = latest_deadline(state.opens_on, state.year)
    if deadline_on > latest:
        raise DeadlineTooLateError(latest)


def is_day_off(day: date) -> bool:
    """Nobody is at work on the day: the last reminder goes the working day before."""
    return not is_working_day(day)


class Which(StrEnum):
    ALL = "all"
    MISSING = "missing"
    DIVISION = "division"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom HR writes to; `key` is the division's code or the person's id."""

    which: Which
    key: str = ""

    def __str__(self) -> str:
        return f"{self.which}:{self.key}" if self.key else self.which

    @classmethod
    def read(cls, text: object) -> Self | None:
        """What `str` has written; None for anything else."""
        name, _, key = str(text).partition(":")
        keyed = name in (Which.DIVISION, Which.PERSON)
        known = name in tuple(Which) and bool(key) == keyed
        return cls(Which(name), key) if known else None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody in an audience. `left` of what they answer there is not submitted; `recent`: a
    reminder has gone to them within the hour, or is about to."""

    person_id: int
    name: str
    left: int
    recent: bool


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What leaves on a day: a kind of message, and to whom at which time."""

    on: date
    kind: Kind
    to: tuple[tuple[datetime, str], ...]


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


@dataclass(frozen=True, slots=True)
class Controls:
    """A cycle as somebody of HR steers it. `post_id` is the committee or city they are HR of;
    `sets_dates` is False for one of several committees that share the cycle. `ahead` is what leaves
    if nothing changes. `draft_url` leads to the next cycle's draft, once this one is closed;
    `others` are further posts: (id, organisation, cycle)."""

    post_id: int
    organisation: str
    state: CycleState
    today: date
    sets_dates: bool
    asked: int
    submitted: int
    ahead: tuple[Dispatch, ...]
    draft_url: str | None = None
    others: tuple[tuple[int, str, str], ...] = ()

    @property
    def standing(self) -> CycleStanding:
        return self.state.standing(self.today)


@dataclass(frozen=True, slots=True)
class Audiences:
    """Whom one may choose: divisions by code and name, and the people who have something left, by
    id and name."""

    divisions: tuple[tuple[str, str], ...]
    missing: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """A message of HR's own before it leaves, at `at` if it is sent now."""

    audience: Audience
    text: str
    to: tuple[str, ...]
    sender: str
    at: datetime
