"""The time. Stored times are UTC; days are Sweden's."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from kfmodel.planning.office_hours import STOCKHOLM, day_of

__all__ = ["STOCKHOLM", "Clock"]


class Clock:
    """The time now, moved by `shift`: the demo plays in its example cycle's autumn."""

    def __init__(
        self, shift: timedelta = timedelta(0), real: Callable[[], datetime] | None = None
    ) -> None:
        self.shift = shift
        self._real = real or (lambda: datetime.now(UTC))

    def forward(self, time: timedelta) -> None:
        """Let the time pass at once, as the demo does."""
        self.shift += time

    def now(self) -> datetime:
        """In UTC."""
        return self._real() + self.shift

    def today(self) -> date:
        """The day in Sweden."""
        return day_of(self.now())

    def unshifted(self) -> datetime:
        """The machine's own time, which no shift moves: what a lease runs out by."""
        return self._real()
