"""When in the day messages leave: in the recipient's office hours, Europe/Stockholm.

The change to and from summer time comes on a Sunday night, so a day's office hours have one offset;
which one is the zone's business.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kfmodel.planning.working_days import is_working_day, on_or_after

STOCKHOLM = ZoneInfo("Europe/Stockholm")
OPENS, CLOSES = time(8), time(16)
FIRST = time(9)
SPREAD_SECONDS = 3600
_STRIDE = 997
"""A prime without a factor in common with the spread: neighbours in the roster lie far apart."""


def day_of(now: datetime) -> date:
    """The day in Sweden."""
    return now.astimezone(STOCKHOLM).date()


def is_open(now: datetime) -> bool:
    """Whether messages may leave now."""
    local = now.astimezone(STOCKHOLM)
    return is_working_day(local.date()) and OPENS <= local.time() < CLOSES


def send_at(day: date, number: int) -> datetime:
    """When on the day the recipient with the number is written to, in UTC: between 9 and 10, always
    at the same time for the same number, evenly spread over many."""
    first = datetime.combine(day, FIRST, tzinfo=STOCKHOLM)
    return (first + timedelta(seconds=number * _STRIDE % SPREAD_SECONDS)).astimezone(UTC)


def next_day(now: datetime) -> date:
    """The day on which messages leave next: today until the office closes."""
    local = now.astimezone(STOCKHOLM)
    return on_or_after(local.date() + timedelta(days=local.time() >= CLOSES))


def closes_at(day: date) -> datetime:
    """When the office closes on the day, in UTC: all that is planned for the day is due by then."""
    return datetime.combine(day, CLOSES, tzinfo=STOCKHOLM).astimezone(UTC)


def next_opening(now: datetime) -> datetime:
    """When the office opens next after `now`, in UTC."""
    local = now.astimezone(STOCKHOLM)
    today_still_opens = local.time() < OPENS
    day = on_or_after(local.date() if today_still_opens else local.date() + timedelta(days=1))
    return datetime.combine(day, OPENS, tzinfo=STOCKHOLM).astimezone(UTC)
