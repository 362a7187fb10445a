"""Told once when the deadline has been moved, with the new one for the calendar: to whoever has
something left and knows of the cycle. It counts as a reminder, and goes out however many went.

It leaves the working day after, so that HR can correct a slip: whoever knows of no other day than
the one it is moved back to is told nothing. What somebody gets meanwhile, a return say, names the
new day too, and takes its place.
"""

from datetime import UTC, date, datetime

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.office_hours import day_of
from kfmodel.planning.working_days import working_days_after

PREFIX = "moved-"
_AT_FIRST = datetime.min.replace(tzinfo=UTC)


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    moved_at = dates.moved_at
    if moved_at is None or not who.left or not who.knows or is_known(dates, who):
        return None
    key = f"{PREFIX}{moved_at:%Y-%m-%dT%H:%M:%S}"
    on = working_days_after(day_of(moved_at), 1)
    occasion = Occasion(Kind.REMINDER, key, on, dates.last_day)
    return occasion if occasion.covers(today) else None


def is_known(dates: Dates, who: Answerer) -> bool:
    """Whether the deadline is the one that the last message to somebody named; who has begun
    unasked knows the first."""
    return dates.deadline_at(who.contacted_at or _AT_FIRST) == dates.deadline_on
