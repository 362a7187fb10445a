"""To the division head, the same day as to the managers: what the division lacks.

A head who lacks answers of their own is told of them in the same message. Another message that day,
HR's reminder say, puts it off until the next.
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.office_hours import day_of
from kfmodel.planning.rules import overdue


@lru_cache
def occasions(dates: Dates) -> tuple[Occasion, ...]:
    return tuple(replace(o, kind=Kind.ESCALATION) for o in overdue.occasions(dates))


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    (occasion,) = occasions(dates)
    told = who.escalated_at is not None and day_of(who.escalated_at) >= occasion.on
    return occasion if who.division_left and not told and occasion.covers(today) else None
