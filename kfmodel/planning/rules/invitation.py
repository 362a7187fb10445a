"""The invitation at opening.

Whoever joins later, or whose cycle is opened late, is invited then; for them it takes the place of
the reminder that would be due.
"""

from datetime import date
from functools import lru_cache

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion


@lru_cache
def occasions(dates: Dates) -> tuple[Occasion, ...]:
    """None where no working day lies between opening and deadline."""
    if dates.first_day > dates.last_day:
        return ()
    return (Occasion(Kind.INVITATION, "opening", dates.first_day, dates.last_day),)


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    if who.knows or not who.left:
        return None
    return next((occasion for occasion in occasions(dates) if occasion.covers(today)), None)
