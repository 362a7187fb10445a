"""The dates that a cycle's plan hangs on."""

from dataclasses import dataclass, field
from datetime import date, datetime

from kfmodel.planning.schedule import Schedule
from kfmodel.planning.working_days import on_or_after, on_or_before, working_days_after


@dataclass(frozen=True, slots=True)
class Earlier:
    """A day that was the deadline, until the cycle got another."""

    deadline_on: date
    until: datetime


@dataclass(frozen=True, slots=True)
class Dates:
    """`moved_at` is when the deadline got another day than before; `earlier` are those before, in
    order of time, as far as they are known."""

    opens_on: date
    deadline_on: date
    schedule: Schedule = field(default_factory=Schedule)
    moved_at: datetime | None = None
    earlier: tuple[Earlier, ...] = ()

    @property
    def first_day(self) -> date:
        """When people are invited: the opening, or the working day after it."""
        return on_or_after(self.opens_on)

    @property
    def last_day(self) -> date:
        """The last working day on which answers are in time."""
        return on_or_before(self.deadline_on)

    @property
    def day_after(self) -> date:
        """The first working day after the deadline."""
        return working_days_after(self.deadline_on, 1)

    def deadline_at(self, at: datetime) -> date | None:
        """What was the deadline then; None where that is not known."""
        if self.moved_at is None or at >= self.moved_at:
            return self.deadline_on
        return next((one.deadline_on for one in self.earlier if at < one.until), None)
