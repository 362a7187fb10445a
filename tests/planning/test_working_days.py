"""Working days, office hours and both changes of summer time, as HR would check them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kfmodel.planning.office_hours import (
    CLOSES,
    FIRST,
    STOCKHOLM,
    day_of,
    is_open,
    next_opening,
    send_at,
)
from kfmodel.planning.working_days import (
    is_working_day,
    on_or_after,
    on_or_before,
    working_days_after,
    working_days_before,
)

DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 1, 6), "trettondedag jul"),
        (date(2026, 1, 5), "trettondagsafton"),
        (date(2025, 4, 17), "skärtorsdagen"),
        (date(2025, 4, 18), "långfredagen"),
        (date(2025, 4, 21), "annandag påsk"),
        (date(2025, 4, 30), "valborgsmässoafton"),
        (date(2025, 5, 1), "första maj"),
        (date(2025, 5, 29), "Kristi himmelsfärdsdag"),
        (date(2025, 5, 30), "the day after it"),
        (date(2025, 6, 6), "nationaldagen"),
        (date(2025, 6, 20), "midsommarafton"),
        (date(2025, 7, 1), "July"),
        (date(2025, 7, 31), "July"),
        (date(2025, 10, 31), "the Friday before alla helgons dag"),
        (date(2025, 12, 24), "julafton"),
        (date(2025, 12, 31), "nyårsafton"),
        (date(2025, 10, 18), "a Saturday"),
        (date(2025, 10, 19), "a Sunday"),
    ],
)
def test_nobody_is_written_to_on(day: date, name: str) -> None:
    assert not is_working_day(day), name


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 4, 22),  # the day after Easter
        date(2025, 6, 19),  # the day before midsommarafton
        date(2025, 6, 30),
        date(2025, 8, 1),
        date(2025, 12, 23),
        date(2025, 12, 29),  # between Christmas and New Year
    ],
)
def test_an_ordinary_day_is_one(day: date) -> None:
    assert is_working_day(day)


def test_the_days_before_easter_are_counted_backward_over_it() -> None:
    assert working_days_before(date(2025, 4, 22), 1) == date(2025, 4, 16)
    assert working_days_before(date(2025, 4, 21), 0) == date(2025, 4, 16)
    assert working_days_after(date(2025, 4, 16), 1) == date(2025, 4, 22)


def test_july_is_skipped_whole() -> None:
    assert on_or_after(date(2025, 7, 1)) == date(2025, 8, 1)
    assert on_or_before(date(2025, 7, 31)) == date(2025, 6, 30)
    assert working_days_before(date(2025, 8, 4), 2) == date(2025, 6, 30)


@settings(max_examples=60)
@given(DAYS, st.integers(0, 40))
def test_counting_backward_and_forward_meet(day: date, count: int) -> None:
    """As many working days lie between as were counted."""
    start, end = on_or_before(day), working_days_before(day, count)
    between = (end + timedelta(days=n) for n in range((start - end).days))
    assert sum(map(is_working_day, between)) == count
    assert count == 0 or working_days_after(end, count) == start


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [
        (date(2025, 3, 28), 8),  # the Friday before summer time
        (date(2025, 3, 31), 7),  # the Monday after it began
        (date(2025, 10, 24), 7),  # the Friday before it ends
        (date(2025, 10, 27), 8),  # the Monday after
    ],
)
def test_nine_is_nine_on_both_sides_of_summer_time(day: date, utc_hour: int) -> None:
    assert send_at(day, 0) == datetime(day.year, day.month, day.day, utc_hour, tzinfo=UTC)


def test_recipients_are_spread_evenly_over_the_first_hour() -> None:
    day = date(2025, 10, 3)
    times = [send_at(day, number) for number in range(1, 3601)]
    assert len(set(times)) == 3600
    assert {time.astimezone(STOCKHOLM).hour for time in times} == {FIRST.hour}
    assert abs(times[0] - times[1]) > timedelta(minutes=10), "neighbours lie apart"


@settings(max_examples=60)
@given(DAYS, st.integers(0, 10**6))
def test_a_message_leaves_while_the_office_is_open(day: date, number: int) -> None:
    at = send_at(on_or_after(day), number)
    assert is_open(at)
    assert day_of(at) == at.date(), "a day in office hours is the same day in UTC"


def test_the_office_is_closed_from_four_until_eight() -> None:
    friday = datetime(2025, 10, 17, CLOSES.hour, tzinfo=STOCKHOLM)
    assert is_open(friday - timedelta(seconds=1))
    assert not is_open(friday)
    assert next_opening(friday) == datetime(2025, 10, 20, 6, tzinfo=UTC)
    assert next_opening(datetime(2025, 10, 20, 5, 59, tzinfo=UTC)).hour == 6
