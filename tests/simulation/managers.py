"""What managers do of their own accord in a cycle, drawn for each of them beforehand."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from kfmodel.planning.office_hours import STOCKHOLM
from tests.simulation.city import DEADLINE, OPENING

TIMES = (time(8, 10), time(9, 25), time(13, 0), time(20, 0))
"""Before the day's messages leave, while they do, after, and in the evening."""
LAST = date(2025, 8, 15)


class Act(Enum):
    BEGIN = auto()
    SUBMIT = auto()
    REOPEN = auto()
    GET_RETURN = auto()
    PUT_OFF = auto()
    LEAVE = auto()
    BLOCK = auto()
    UNBLOCK = auto()


Deed = tuple[datetime, Act]


@dataclass(frozen=True, slots=True)
class Chances:
    """A life's days, from a generator of its own."""

    draw: random.Random

    def life(self) -> list[Deed]:
        kinds = (
            (self._prompt, 30),
            (self._late, 22),
            (self._stalled, 14),
            (self._never, 8),
            (self._leaving, 6),
            (self._blocking, 8),
            (self._returned, 6),
            (self._reopening, 4),
            (self._putting_off, 6),
        )
        lives, weights = zip(*kinds, strict=True)
        (life,) = self.draw.choices(lives, weights)
        return list(life())

    def _prompt(self) -> Iterator[Deed]:
        yield self._at(OPENING, 20), Act.SUBMIT

    def _late(self) -> Iterator[Deed]:
        yield self._at(OPENING + timedelta(20), 38), Act.SUBMIT

    def _stalled(self) -> Iterator[Deed]:
        begun = self._at(OPENING, 40)
        yield begun, Act.BEGIN
        if self.draw.random() < 0.6:
            yield self._at(begun.date(), 40), Act.SUBMIT

    def _never(self) -> Iterator[Deed]:
        yield from ()

    def _leaving(self) -> Iterator[Deed]:
        yield self._at(OPENING, 50), Act.LEAVE

    def _blocking(self) -> Iterator[Deed]:
        blocked = self._at(OPENING, 20)
        back = self._at(blocked.date(), 30)
        yield blocked, Act.BLOCK
        yield back, Act.UNBLOCK
        if self.draw.random() < 0.5:
            yield self._at(back.date(), 20), Act.SUBMIT

    def _returned(self) -> Iterator[Deed]:
        submitted = self._at(OPENING, 50)
        returned = self._at(submitted.date(), (LAST - submitted.date()).days)
        yield submitted, Act.SUBMIT
        yield returned, Act.GET_RETURN
        if self.draw.random() < 0.5:
            yield self._at(returned.date() + timedelta(10), 10), Act.SUBMIT

    def _reopening(self) -> Iterator[Deed]:
        submitted = self._at(OPENING, 25)
        reopened = self._at(submitted.date(), (DEADLINE - submitted.date()).days)
        yield submitted, Act.SUBMIT
        yield reopened, Act.REOPEN
        if self.draw.random() < 0.5:
            yield self._at(reopened.date(), 20), Act.SUBMIT

    def _putting_off(self) -> Iterator[Deed]:
        yield self._at(OPENING + timedelta(20), 25), Act.PUT_OFF
        if self.draw.random() < 0.5:
            yield self._at(OPENING + timedelta(40), 15), Act.SUBMIT

    def _at(self, after: date, within_days: int) -> datetime:
        """Some time on one of so many days after the day."""
        day = after + timedelta(self.draw.randint(1, max(1, within_days)))
        return datetime.combine(day, self.draw.choice(TIMES), tzinfo=STOCKHOLM)
