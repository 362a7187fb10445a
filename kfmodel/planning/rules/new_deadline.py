"""Told once when the deadline has been moved, with the new one for the calendar: to whoever has
something left and knows of the cycle. It counts as a reminder, and goes out however many went.

It leaves the working day after, so that HR can correct a slip. What somebody gets meanwhile, a
return say, names the new day too, and takes its place.
"""

from datetime import date

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.office_hours import day_of
from kfmodel.planning.working_days import working_days_after

PREFIX = "moved-"


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    moved_at = dates.moved_at
    if moved_at is None or not who.left or not who.knows:
        return None
    if who.contacted_at and who.contacted_at >= moved_at:
        return None
    key = f"{PREFIX}{moved_at:%Y-%m-%dT%H:%M:%S}"
    on = working_days_after(day_of(moved_at), 1)
    occasion = Occasion(Kind.REMINDER, key, on, dates.last_day)
    return occasion if occasion.covers(today) else None
