"""To the manager, the working day after the deadline."""

from datetime import date
from functools import lru_cache

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.working_days import working_days_after

LASTS = 5
"""Working days: an old cycle that is imported, or a long stop, writes to nobody."""


@lru_cache
def occasions(dates: Dates) -> tuple[Occasion, ...]:
    on = dates.day_after
    return (Occasion(Kind.OVERDUE, f"{dates.deadline_on}-over", on, working_days_after(on, LASTS)),)


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    (occasion,) = occasions(dates)
    told = who.contacted_on >= occasion.on
    return occasion if who.left and not told and occasion.covers(today) else None
