"""The plan drawn backward from the deadline, in cycles as HR sets them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kfmodel.delivery import Kind
from kfmodel.planning.dates import Dates
from kfmodel.planning.rules import occasions
from kfmodel.planning.schedule import MOST, Schedule, schedule_of
from kfmodel.planning.working_days import is_working_day

TO_PEOPLE = (Kind.INVITATION, Kind.REMINDER, Kind.LAST_DAY, Kind.OVERDUE)


def plan(opens_on: date, deadline_on: date, *days_before: int) -> list[str]:
    schedule = Schedule(days_before) if days_before else Schedule()
    return [
        f"{occasion.on:%m-%d} {occasion.kind}"
        for occasion in occasions(Dates(opens_on, deadline_on, schedule))
        if occasion.kind in TO_PEOPLE
    ]


def test_an_autumn_cycle() -> None:
    assert plan(date(2025, 9, 15), date(2025, 10, 17)) == [
        "09-15 invitation",
        "09-19 reminder",
        "10-03 reminder",
        "10-10 reminder",
        "10-16 reminder",
        "10-17 last_day",
        "10-20 overdue",
    ]


def test_a_deadline_after_easter_is_counted_over_it() -> None:
    """Tuesday 22 April 2025: Thursday to Monday are no working days."""
    assert plan(date(2025, 3, 17), date(2025, 4, 22)) == [
        "03-17 invitation",
        "03-20 reminder",
        "04-03 reminder",
        "04-10 reminder",
        "04-16 reminder",
        "04-22 last_day",
        "04-23 overdue",
    ]


def test_a_deadline_on_a_holiday_has_its_last_day_before_it() -> None:
    """Midsommardagen is a Saturday, and the Friday before it is no working day either."""
    assert plan(date(2025, 6, 2), date(2025, 6, 21), 1, 0) == [
        "06-02 invitation",
        "06-18 reminder",
        "06-19 last_day",
        "06-23 overdue",
    ]


def test_a_deadline_in_july_ends_for_work_in_june() -> None:
    assert plan(date(2025, 6, 9), date(2025, 7, 15), 5, 0) == [
        "06-09 invitation",
        "06-23 reminder",
        "06-30 last_day",
        "08-01 overdue",
    ]


def test_a_cycle_within_july_writes_in_august_only() -> None:
    assert plan(date(2025, 7, 1), date(2025, 7, 31)) == ["08-01 overdue"]


def test_an_opening_on_a_sunday_invites_on_monday() -> None:
    assert plan(date(2025, 9, 14), date(2025, 10, 17))[0] == "09-15 invitation"


def test_a_short_cycle_has_the_reminders_that_fit() -> None:
    assert plan(date(2025, 10, 13), date(2025, 10, 17)) == [
        "10-13 invitation",
        "10-16 reminder",
        "10-17 last_day",
        "10-20 overdue",
    ]


def test_opening_and_deadline_on_one_day_is_one_message() -> None:
    assert plan(date(2025, 10, 17), date(2025, 10, 17)) == ["10-17 invitation", "10-20 overdue"]


def test_hr_gets_a_digest_each_week_and_the_summary_after_the_deadline() -> None:
    found = occasions(Dates(date(2025, 4, 7), date(2025, 5, 2)))
    assert [f"{o.on:%m-%d} {o.key}" for o in found if o.kind is Kind.DIGEST] == [
        "04-14 2025-W16",
        "04-22 2025-W17",  # Monday is annandag påsk
        "04-28 2025-W18",
    ]
    assert [o.on for o in found if o.kind is Kind.SUMMARY] == [date(2025, 5, 5)]


def test_a_moved_deadline_makes_new_occasions_and_no_second_invitation() -> None:
    before = occasions(Dates(date(2025, 9, 15), date(2025, 10, 17)))
    after = occasions(Dates(date(2025, 9, 15), date(2025, 10, 24)))
    kept = {(o.kind, o.key) for o in before} & {(o.kind, o.key) for o in after}
    assert {kind for kind, _ in kept} == {Kind.INVITATION, Kind.DIGEST}


@settings(max_examples=80)
@given(
    st.dates(date(2025, 1, 1), date(2034, 12, 31)),
    st.integers(0, 120),
    st.sets(st.integers(0, 60), min_size=1, max_size=MOST - 1),
)
def test_any_plan_keeps_to_working_days_and_to_six(
    opens_on: date, length: int, days: set[int]
) -> None:
    deadline_on = date.fromordinal(opens_on.toordinal() + length)
    dates = Dates(opens_on, deadline_on, Schedule(tuple(sorted(days, reverse=True))))
    found = occasions(dates)
    assert all(is_working_day(o.on) and o.on <= o.until for o in found)
    to_one = [o for o in found if o.kind in TO_PEOPLE]
    assert len([o for o in to_one if o.kind is not Kind.INVITATION]) <= MOST
    assert len({o.on for o in to_one}) == len(to_one), "one message a day"
    assert len({(o.kind, o.key) for o in found}) == len(found)
    before = [o for o in to_one if o.kind is not Kind.OVERDUE]
    assert all(opens_on <= o.on <= deadline_on for o in before)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (None, (20, 10, 5, 1, 0)),
        (" ", (20, 10, 5, 1, 0)),
        ("5, 15, 0", (15, 5, 0)),
        ("3;1", (3, 1)),
        ("7", (7,)),
    ],
)
def test_a_schedule_is_what_hr_writes(text: str | None, days: tuple[int, ...]) -> None:
    assert schedule_of(text).days_before == days


@pytest.mark.parametrize("text", ["ja", "-1", "61", "5, 5", "6, 5, 4, 3, 2, 1", ",", "1.5"])
def test_what_no_schedule_is_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="arbetsdagar"):
        schedule_of(text)
