"""The reminder that somebody asked for when they put one off.

It takes the place of those it put off. The last day's cannot be put off.
"""

from datetime import date, timedelta

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion

PREFIX = "snoozed-"


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    enough = who.reminded >= dates.schedule.most_before_last_day
    if not who.left or not who.snoozed_until or enough:
        return None
    day_before = dates.last_day - timedelta(days=1)
    until = who.snoozed_until
    occasion = Occasion(Kind.REMINDER, f"{PREFIX}{until}", until, day_before)
    return occasion if occasion.covers(today) and who.contacted_on < until else None
