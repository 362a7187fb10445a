"""The reminder on the last working day before the deadline ends."""

from datetime import date
from functools import lru_cache

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion


@lru_cache
def occasions(dates: Dates) -> tuple[Occasion, ...]:
    """None where the schedule has none, or the invitation leaves that very day."""
    if 0 not in dates.schedule.days_before or dates.last_day <= dates.first_day:
        return ()
    last = dates.last_day
    return (Occasion(Kind.LAST_DAY, f"{dates.deadline_on}-0", last, last),)


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    if not who.left or not who.knows:
        return None
    return next((occasion for occasion in occasions(dates) if occasion.covers(today)), None)
