"""HR's controls of a cycle: where it stands, what may be done with it, and to whom one may write
beyond the plan."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from kfmodel.delivery import Kind


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
        """HR has closed it: nothing is answered any more."""
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


class Which(StrEnum):
    """Of whom an audience is."""

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
