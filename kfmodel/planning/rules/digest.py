"""HR's digest: the first working day of each week after the opening's, until the deadline."""

from datetime import date, timedelta
from functools import lru_cache

from kfmodel.delivery import Kind
from kfmodel.planning.committee import AskedCommittee
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.working_days import on_or_after

_FRIDAY = timedelta(days=4)
_WEEK = timedelta(weeks=1)


@lru_cache
def occasions(dates: Dates) -> tuple[Occasion, ...]:
    found = []
    monday = _monday(dates.opens_on) + _WEEK
    while monday <= dates.last_day:
        on = on_or_after(monday)
        if on <= min(monday + _FRIDAY, dates.last_day):
            year, week, _ = monday.isocalendar()
            found.append(Occasion(Kind.DIGEST, f"{year}-W{week:02}", on, monday + _FRIDAY))
        monday += _WEEK
    return tuple(found)


def due(dates: Dates, committee: AskedCommittee, today: date) -> tuple[Occasion, ...]:
    """None where every answer is in: the summaries have said so."""
    if committee.submitted == committee.asked or today > dates.last_day:
        return ()
    return tuple(occasion for occasion in occasions(dates) if occasion.covers(today))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
