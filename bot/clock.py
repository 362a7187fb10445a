"""The time. Stored times are UTC; days are Sweden's."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


class Clock:
    """The time now, moved by `shift`: the demo plays in its example cycle's autumn."""

    def __init__(
        self, shift: timedelta = timedelta(0), real: Callable[[], datetime] | None = None
    ) -> None:
        self.shift = shift
        self._real = real or (lambda: datetime.now(UTC))

    def now(self) -> datetime:
        return self._real() + self.shift

    def today(self) -> date:
        return self.now().astimezone(STOCKHOLM).date()
