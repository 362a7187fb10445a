"""Putting off a reminder: until when, and what comes next."""

from datetime import date, timedelta
from enum import StrEnum

from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.rules import due
from kfmodel.planning.working_days import on_or_after, working_days_after


class Until(StrEnum):
    """What the buttons say."""

    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"


def day_meant(until: Until, today: date) -> date:
    """The next working day, or the first one of next week."""
    if until is Until.TOMORROW:
        return working_days_after(today, 1)
    return on_or_after(today + timedelta(days=7 - today.weekday()))


def next_message_on(dates: Dates, who: Answerer, today: date) -> date | None:
    """When somebody is written to next if nothing changes; None: not any more in this cycle."""
    day = working_days_after(today, 1)
    while day <= dates.day_after:
        if due(dates, who, day):
            return day
        day = working_days_after(day, 1)
    return None
