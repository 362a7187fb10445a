"""The dates that a cycle's plan hangs on."""

from dataclasses import dataclass, field
from datetime import date, datetime

from kfmodel.planning.schedule import Schedule
from kfmodel.planning.working_days import on_or_after, on_or_before, working_days_after


@dataclass(frozen=True, slots=True)
class Dates:
    """`moved_at` is when the deadline got another day than before."""

    opens_on: date
    deadline_on: date
    schedule: Schedule = field(default_factory=Schedule)
    moved_at: datetime | None = None

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
