"""The time as the page tells and moves it."""

from datetime import date
from typing import Protocol


class Time(Protocol):
    """What day it is where the bot lives, and a way to let days pass at once."""

    def today(self) -> date: ...

    async def forward(self, days: int) -> None:
        """Let the days pass, and everything happen that falls due in them."""
