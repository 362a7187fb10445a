"""Reminders on working days before the last day.

Of those that have come due only the newest is sent, and none that came due before the last message
somebody got: after a stop, a late opening or a moved deadline there is no burst. None on the day on
which the deadline is moved to another than they know, for the next day's message tells of that.
"""

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.office_hours import day_of
from kfmodel.planning.rules import new_deadline
from kfmodel.planning.working_days import working_days_before


@lru_cache
def occasions(dates: Dates) -> tuple[Occasion, ...]:
    """Those after the invitation's day, in order; each lasts until the next."""
    last = dates.last_day
    days = {working_days_before(last, days): days for days in dates.schedule.days_before if days}
    later = [on for on in sorted(days) if on > dates.first_day]
    return tuple(
        Occasion(Kind.REMINDER, f"{dates.deadline_on}-{days[on]}", on, following - timedelta(1))
        for on, following in pairwise([*later, last])
    )


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    if not who.left or who.reminded >= dates.schedule.most_before_last_day:
        return None
    if _moved_on(dates, today) and not new_deadline.is_known(dates, who):
        return None
    put_off = who.snoozed_until or date.min
    for occasion in occasions(dates):
        if occasion.covers(today) and occasion.on > who.contacted_on and occasion.on >= put_off:
            return occasion
    return None


def _moved_on(dates: Dates, day: date) -> bool:
    return dates.moved_at is not None and day_of(dates.moved_at) == day
