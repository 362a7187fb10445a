"""The reminder that somebody asked for when they put one off.

It takes the place of those it put off, and goes out however many went: it is asked for. The last
day's cannot be put off.
"""

from datetime import date, timedelta

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion

PREFIX = "snoozed-"


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    if not who.left or not who.snoozed_until:
        return None
    day_before = dates.last_day - timedelta(days=1)
    until = who.snoozed_until
    occasion = Occasion(Kind.REMINDER, f"{PREFIX}{until}", until, day_before)
    return occasion if occasion.covers(today) and who.contacted_on < until else None


def is_asked_for(key: str) -> bool:
    """Whether a reminder's occasion is one of these."""
    return key.startswith(PREFIX)
