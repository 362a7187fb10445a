"""Told at once, also after the deadline: what was submitted came back with a comment."""

from datetime import date

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.office_hours import day_of
from kfmodel.planning.working_days import working_days_after

LASTS = 5


def due(_dates: Dates, who: Answerer, today: date) -> Occasion | None:
    """Not due where a message has been planned since, which tells it too."""
    if who.returned_at is None or (who.contacted_at and who.contacted_at >= who.returned_at):
        return None
    on = day_of(who.returned_at)
    key = f"{who.returned_at:%Y-%m-%dT%H:%M:%S}"
    occasion = Occasion(Kind.RETURNED, key, on, working_days_after(on, LASTS))
    return occasion if occasion.covers(today) else None
