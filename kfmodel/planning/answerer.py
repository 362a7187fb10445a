"""Somebody who answers in a cycle, as the rules of the plan see them."""

from dataclasses import dataclass
from datetime import date, datetime

from kfmodel.planning.office_hours import day_of


@dataclass(frozen=True, slots=True)
class Answerer:
    """`asked` dialogues, of which `submitted` are, by whomever, and in `pressed` of which they
    have pressed something themselves; `returned_at` is when the newest came back that is not
    submitted again. `written_to` says whether any message of the
    cycle is theirs, `contacted_at` when the newest until today was due to them, `escalated_at` the
    newest escalation, `reminded` how many were reminders before the last day that they had not
    asked for. `division_left` is what lacks in the divisions that they head."""

    person_id: int
    asked: int = 0
    submitted: int = 0
    pressed: int = 0
    returned_at: datetime | None = None
    written_to: bool = False
    contacted_at: datetime | None = None
    escalated_at: datetime | None = None
    reminded: int = 0
    snoozed_until: date | None = None
    division_left: int = 0

    @property
    def left(self) -> int:
        """How many they have not submitted."""
        return self.asked - self.submitted

    @property
    def knows(self) -> bool:
        """Whether they know of the cycle: they have been written to, or have begun unasked. What
        another who answers the same has done tells them nothing."""
        return self.written_to or self.contacted_at is not None or self.pressed > 0

    @property
    def contacted_on(self) -> date:
        """The day of the newest message to them; the first of all days where there is none."""
        return day_of(self.contacted_at) if self.contacted_at else date.min
