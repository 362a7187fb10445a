"""Working days in Sweden: when people are at work and read what is sent to them.

Monday to Friday, but for:

- public holidays (lag 1989:253), and the three eves that the law on annual leave (1977:480, § 7)
  puts on a par with them: midsommarafton, julafton, nyårsafton;
- the days on which municipal offices close at noon or most people are away: trettondagsafton,
  skärtorsdagen, valborgsmässoafton, the Friday before alla helgons dag, and the Friday after
  Kristi himmelsfärdsdag;
- July.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice

import holidays

_JULY = 7
_DAY = timedelta(days=1)


@cache
def days_off(year: int) -> frozenset[date]:
    """The holidays and eves of a year, weekends and July aside.

    A set made once and for all: the library fills its own years as they are asked for, which
    threads must not do at the same time.
    """
    kinds = (holidays.PUBLIC, holidays.DE_FACTO, holidays.OPTIONAL)
    return frozenset(holidays.country_holidays("SE", years=year, categories=kinds))


@cache
def _holiday_names(year: int) -> dict[date, str]:
    kinds = (holidays.PUBLIC, holidays.DE_FACTO)
    return dict(holidays.country_holidays("SE", years=year, categories=kinds, language="sv"))


def holiday_name(day: date) -> str | None:
    """In Swedish; None for a day that is neither a public holiday nor one of the three eves."""
    return _holiday_names(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Whether people in general are at work on the day."""
    return day.weekday() < 5 and day.month != _JULY and day not in days_off(day.year)


def on_or_after(day: date) -> date:
    """The first working day from the day on."""
    return next(_working_days(day, _DAY))


def on_or_before(day: date) -> date:
    """The last working day until the day."""
    return next(_working_days(day, -_DAY))


def working_days_before(day: date, count: int) -> date:
    """The working day that lies `count` working days before the day; 0 is `on_or_before`."""
    return next(islice(_working_days(day, -_DAY), count, None))


def working_days_after(day: date, count: int) -> date:
    """The working day that lies `count` working days after the day, which need not be one."""
    return next(islice(_working_days(day + _DAY, _DAY), count - 1, None))


def _working_days(start: date, step: timedelta) -> Iterator[date]:
    day = start
    while True:
        if is_working_day(day):
            yield day
        day += step
