"""Each rule: due, not due, already written to, answered meanwhile.

The cycle: opens Monday 15 September 2025, reminders on 19 September, 3, 10 and 16 October, last day
Friday 17 October, the day after it Monday 20 October.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from kfmodel.delivery import DeliveryState, Kind, Reason
from kfmodel.glossary import heading
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.committee import AskedCommittee, AskedDivision, AskedToHandOver
from kfmodel.planning.dates import Dates, Earlier
from kfmodel.planning.putting_off import Until, day_meant, next_message_on
from kfmodel.planning.rules import due, due_to_hr
from kfmodel.planning.rules.hand_over import request_in
from kfmodel.planning.rules.summary import asked, asked_in, division_in
from kfmodel.planning.schedule import Schedule

DATES = Dates(date(2025, 9, 15), date(2025, 10, 17))
NEW = Answerer(1, asked=3)
"""Has not been written to and has not begun."""


def at(month: int, day: int, hour: int = 7) -> datetime:
    return datetime.combine(date(2025, month, day), time(hour), tzinfo=UTC)


def told(month: int, day: int, **values: Any) -> Answerer:
    """Was last written to on the day."""
    return replace(NEW, contacted_at=at(month, day), **values)


def on(who: Answerer, month: int, day: int, dates: Dates = DATES) -> str | None:
    """Kind and key of what is due on the day."""
    found = due(dates, who, date(2025, month, day))
    return f"{found.kind} {found.key}" if found else None


def test_an_invitation_is_due_from_the_opening() -> None:
    assert on(NEW, 9, 12) is None
    assert on(NEW, 9, 15) == "invitation opening"


def test_nobody_is_invited_who_has_begun_or_submitted_or_is_asked_nothing() -> None:
    assert on(replace(NEW, pressed=1), 9, 15) is None
    assert on(replace(NEW, submitted=3), 9, 15) is None
    assert on(Answerer(1), 9, 15) is None


def test_who_joins_late_is_invited_instead_of_reminded() -> None:
    assert on(NEW, 10, 3) == "invitation opening"
    assert on(NEW, 10, 17) == "invitation opening"


def test_a_reminder_is_due_from_its_day() -> None:
    assert on(told(9, 15), 9, 18) is None
    assert on(told(9, 15), 9, 19) == "reminder 2025-10-17-20"
    assert on(told(9, 19), 9, 22) is None


def test_after_a_stop_only_the_newest_reminder_is_due() -> None:
    assert on(told(9, 15), 10, 14) == "reminder 2025-10-17-5"
    assert on(told(10, 14), 10, 15) is None
    assert on(told(10, 14), 10, 16) == "reminder 2025-10-17-1"


def test_nothing_is_due_to_who_has_submitted() -> None:
    done = told(9, 15, submitted=3)
    assert [on(done, month, day) for month, day in ((9, 19), (10, 17), (10, 20))] == [None] * 3


def test_who_begins_unasked_is_reminded_but_not_invited() -> None:
    assert on(replace(NEW, pressed=1), 9, 19) == "reminder 2025-10-17-20"


def test_reminders_end_where_enough_were_sent_but_not_the_last_days() -> None:
    weary = told(10, 3, reminded=DATES.schedule.most_before_last_day)
    assert on(weary, 10, 10) is None
    assert on(weary, 10, 17) == "last_day 2025-10-17-0"
    assert on(weary, 10, 20) == "overdue 2025-10-17-over"


def test_a_schedule_without_the_last_day_has_room_for_one_reminder_more() -> None:
    dates = replace(DATES, schedule=Schedule((20, 15, 10, 5, 1)))
    assert on(told(10, 10, reminded=4), 10, 16, dates) == "reminder 2025-10-17-1"
    assert on(told(10, 10, reminded=5), 10, 16, dates) is None


def test_nobody_is_written_to_twice_a_day() -> None:
    assert on(told(10, 17), 10, 17) is None
    assert on(told(10, 20), 10, 20) is None


def test_the_last_day_is_due_on_that_day_alone() -> None:
    assert on(told(10, 16), 10, 17) == "last_day 2025-10-17-0"
    assert on(told(10, 16), 10, 20) == "overdue 2025-10-17-over"


def test_a_schedule_without_the_last_day_has_none() -> None:
    dates = replace(DATES, schedule=replace(DATES.schedule, days_before=(1,)))
    assert on(told(10, 16), 10, 17, dates) is None


def test_who_is_overdue_is_told_once_and_not_weeks_later() -> None:
    assert on(told(10, 17), 10, 27) == "overdue 2025-10-17-over"
    assert on(told(10, 20), 10, 21) is None
    assert on(told(10, 17), 10, 28) is None
    assert on(NEW, 12, 1) is None, "an old cycle that is imported writes to nobody"


def test_what_is_put_off_is_due_on_the_day_asked_for_and_not_before() -> None:
    snoozing = told(10, 3, snoozed_until=date(2025, 10, 13))
    assert on(snoozing, 10, 10) is None
    assert on(snoozing, 10, 13) == "reminder snoozed-2025-10-13"
    assert on(replace(snoozing, contacted_at=at(10, 13)), 10, 14) is None
    assert on(replace(snoozing, contacted_at=at(10, 13)), 10, 16) == "reminder 2025-10-17-1"


def test_a_snooze_over_a_stop_is_still_kept() -> None:
    assert on(told(10, 3, snoozed_until=date(2025, 10, 6)), 10, 8) == "reminder snoozed-2025-10-06"


def test_what_somebody_asks_for_is_sent_however_many_went() -> None:
    weary = told(10, 10, reminded=DATES.schedule.most_before_last_day)
    asking = replace(weary, snoozed_until=date(2025, 10, 14))
    assert on(asking, 10, 14) == "reminder snoozed-2025-10-14"
    assert on(replace(asking, contacted_at=at(10, 14)), 10, 16) is None


def test_the_last_day_and_the_day_after_cannot_be_put_off() -> None:
    snoozing = told(10, 16, snoozed_until=date(2025, 10, 24))
    assert on(snoozing, 10, 17) == "last_day 2025-10-17-0"
    assert on(told(10, 17, snoozed_until=date(2025, 10, 24)), 10, 20) == "overdue 2025-10-17-over"


def test_nothing_put_off_is_due_to_who_has_submitted() -> None:
    assert on(told(10, 3, submitted=3, snoozed_until=date(2025, 10, 6)), 10, 6) is None


def test_what_is_returned_is_told_the_same_day_also_after_the_deadline() -> None:
    returned = told(10, 20, submitted=2, returned_at=at(10, 29, 10))
    assert on(returned, 10, 29) == "returned 2025-10-29T10:00:00"
    assert on(replace(returned, contacted_at=at(10, 29, 11)), 10, 30) is None
    assert on(replace(returned, contacted_at=at(10, 29, 10)), 10, 30) is None, "planned at once"
    assert on(returned, 11, 7) is None, "not after a week's stop"


def test_what_is_returned_after_the_days_message_is_told_tomorrow() -> None:
    returned = told(10, 3, submitted=2, returned_at=at(10, 3, 12))
    assert on(returned, 10, 3) is None
    assert on(returned, 10, 6) == "returned 2025-10-03T12:00:00"


def test_who_is_reopened_gets_the_rest_of_the_plan() -> None:
    assert on(told(9, 15, submitted=2), 10, 10) == "reminder 2025-10-17-5"


def test_a_head_is_told_what_the_division_lacks_and_their_own_in_one() -> None:
    head = told(10, 17, division_left=4)
    assert on(head, 10, 17) is None
    assert on(head, 10, 20) == "escalation 2025-10-17-over"
    assert on(replace(head, asked=0), 10, 20) == "escalation 2025-10-17-over"
    told_of_it = replace(head, contacted_at=at(10, 20), escalated_at=at(10, 20))
    assert on(told_of_it, 10, 21) is None
    assert on(replace(head, division_left=0, asked=0), 10, 20) is None


def test_another_message_puts_the_escalation_off_until_the_next_day() -> None:
    head = told(10, 20, division_left=4, submitted=3)
    assert on(head, 10, 20) is None
    assert on(head, 10, 21) == "escalation 2025-10-17-over"
    later = replace(DATES, deadline_on=date(2025, 10, 24))
    again = replace(head, escalated_at=at(10, 20))
    assert on(again, 10, 27, later) == "escalation 2025-10-24-over"


def test_a_moved_deadline_does_not_remind_again_of_what_came_due_before() -> None:
    """Moved a week on 16 October: the new reminders of 10 and 17 October are 10 and 5 days before
    the new deadline; only the latter comes after the last message."""
    later = replace(DATES, deadline_on=date(2025, 10, 24))
    assert on(told(10, 16, reminded=1), 10, 17, later) == "reminder 2025-10-24-5"
    assert on(told(10, 16, reminded=1), 10, 16, later) is None
    assert on(told(10, 20, reminded=3), 10, 24, later) == "last_day 2025-10-24-0"


MOVED = replace(DATES, deadline_on=date(2025, 10, 24), moved_at=at(10, 16, 12))
"""On Thursday at 14 in Stockholm."""


def test_a_moved_deadline_is_told_once_the_working_day_after() -> None:
    spent = told(10, 16, reminded=4)
    assert on(spent, 10, 16, MOVED) is None
    assert on(told(10, 3), 10, 16, MOVED) is None, "no plain reminder of it"
    assert on(spent, 10, 17, MOVED) == "reminder moved-2025-10-16T12:00:00"
    assert on(spent, 10, 20, MOVED) == "reminder moved-2025-10-16T12:00:00", "after a stop"
    assert on(told(10, 17, reminded=5), 10, 20, MOVED) is None
    assert on(told(10, 17, reminded=5), 10, 24, MOVED) == "last_day 2025-10-24-0"
    snoozing = told(10, 10, snoozed_until=date(2025, 10, 23))
    assert on(snoozing, 10, 17, MOVED) == "reminder moved-2025-10-16T12:00:00"


def test_a_moved_deadline_is_not_told_to_who_has_submitted_or_is_to_be_invited() -> None:
    assert on(told(10, 10, submitted=3), 10, 17, MOVED) is None
    assert on(NEW, 10, 17, MOVED) == "invitation opening"
    soon = replace(MOVED, deadline_on=date(2025, 10, 17))
    assert on(told(10, 10), 10, 17, soon) == "last_day 2025-10-17-0"


def test_a_deadline_that_is_moved_away_and_back_is_told_to_who_heard_of_the_other_day() -> None:
    """Away on Thursday evening before the reminder of 10 October, and back early that morning."""
    away = Earlier(DATES.deadline_on, at(10, 9, 18)), Earlier(date(2025, 10, 31), at(10, 10, 4))
    slip = replace(DATES, moved_at=at(10, 10, 4), earlier=away)
    assert on(told(10, 3), 10, 10, slip) == "reminder 2025-10-17-5"
    assert on(told(10, 10), 10, 13, slip) is None
    assert on(replace(NEW, pressed=1), 10, 13, slip) == "reminder 2025-10-17-5"
    meanwhile = replace(NEW, contacted_at=at(10, 9, 19))
    assert on(meanwhile, 10, 10, slip) is None
    assert on(meanwhile, 10, 13, slip) == "reminder moved-2025-10-10T04:00:00"
    assert (
        on(told(10, 3), 10, 13, replace(slip, earlier=())) == "reminder moved-2025-10-10T04:00:00"
    )


COMMITTEE = AskedCommittee(
    "ASN", 10, 4, (AskedDivision("A", 6, 4, at(10, 1)), AskedDivision("B", 4, 0))
)


def for_hr(committee: AskedCommittee, month: int, day: int) -> list[str]:
    found = due_to_hr(DATES, committee, date(2025, month, day))
    return [f"{occasion.kind} {occasion.key}" for occasion in found]


def test_a_digest_is_due_through_its_week() -> None:
    assert for_hr(COMMITTEE, 9, 19) == [], "the opening's own week"
    assert for_hr(COMMITTEE, 9, 22) == ["digest 2025-W39"]
    assert for_hr(COMMITTEE, 9, 26) == ["digest 2025-W39"]


def test_no_digest_is_due_where_all_is_submitted_or_after_the_deadline() -> None:
    assert for_hr(replace(COMMITTEE, submitted=10), 9, 22) == []
    assert "digest" not in " ".join(for_hr(COMMITTEE, 10, 20))


def test_a_summary_is_due_after_the_deadline_whatever_lacks() -> None:
    assert for_hr(COMMITTEE, 10, 20) == ["summary 2025-10-17-over"]
    assert for_hr(AskedCommittee("TOM", 0, 0), 10, 20) == []
    assert for_hr(COMMITTEE, 10, 28) == []


@pytest.mark.parametrize(("month", "day"), [(10, 1), (10, 8)])
def test_a_summary_is_due_when_a_division_is_complete(month: int, day: int) -> None:
    complete = replace(COMMITTEE, divisions=(AskedDivision("A 1", 6, 6, at(10, 1)),))
    keys = [key for key in for_hr(complete, month, day) if key.startswith("summary")]
    assert keys == ["summary division A 1 2025-10-01T07:00:00"]
    assert division_in(keys[0].removeprefix("summary ")) == "A 1"
    assert division_in("2025-10-17-over") is None


def test_a_division_that_lacks_something_or_was_complete_long_ago_is_no_occasion() -> None:
    assert for_hr(COMMITTEE, 10, 1) == ["digest 2025-W40"]
    old = replace(COMMITTEE, divisions=(AskedDivision("A", 6, 6, at(9, 16)),))
    assert for_hr(old, 10, 1) == ["digest 2025-W40"]


def test_on_the_day_of_the_deadlines_summary_that_says_everything() -> None:
    complete = replace(COMMITTEE, divisions=(AskedDivision("A", 6, 6, at(10, 17)),))
    assert for_hr(complete, 10, 20) == ["summary 2025-10-17-over"]
    assert for_hr(complete, 10, 21) == ["summary 2025-10-17-over"], "nor the day after"
    since = replace(COMMITTEE, divisions=(AskedDivision("A", 6, 6, at(10, 20, 14)),))
    assert "summary division A 2025-10-20T14:00:00" in for_hr(since, 10, 21)


def test_a_summary_that_is_asked_for_is_no_part_of_the_plan() -> None:
    occasion = asked("A 1", at(10, 4, 20))
    assert asked_in(occasion.key) == ("A 1", at(10, 4, 20))
    assert asked_in("division A 1 2025-10-01T07:00:00") is None
    days = (date(2025, 10, 3), date(2025, 10, 4), date(2025, 10, 10), date(2025, 10, 13))
    assert [occasion.covers(day) for day in days] == [False, True, True, False]


def test_everything_in_the_ledger_has_a_word() -> None:
    for named in (*Kind, *DeliveryState, *Reason):
        assert heading(named, "sv") != heading(named, "en")


def test_hr_is_asked_who_answers_until_it_is_settled() -> None:
    asked = AskedToHandOver(12, at(10, 6))
    committee = AskedCommittee("ASN", 5, 5, hand_overs=(asked,))
    for day in (date(2025, 10, 6), date(2025, 10, 7), date(2025, 11, 3)):
        found = [one for one in due_to_hr(DATES, committee, day) if one.kind is Kind.HAND_OVER]
        assert [request_in(one.key) for one in found] == [12]
    settled = replace(committee, hand_overs=())
    assert not [one for one in due_to_hr(DATES, settled, day) if one.kind is Kind.HAND_OVER]
    again = replace(asked, asked_at=at(10, 6, 8))
    [occasion] = due_to_hr(DATES, replace(settled, hand_overs=(again,)), date(2025, 11, 3))
    assert occasion.key != found[0].key


@pytest.mark.parametrize(
    ("until", "today", "meant"),
    [
        (Until.TOMORROW, date(2025, 10, 6), date(2025, 10, 7)),
        (Until.TOMORROW, date(2025, 10, 10), date(2025, 10, 13)),  # from a Friday
        (Until.NEXT_WEEK, date(2025, 10, 6), date(2025, 10, 13)),
        (Until.NEXT_WEEK, date(2025, 10, 12), date(2025, 10, 13)),
        (Until.NEXT_WEEK, date(2025, 12, 22), date(2025, 12, 29)),
        (Until.TOMORROW, date(2025, 12, 23), date(2025, 12, 29)),
        (Until.NEXT_WEEK, date(2025, 6, 26), date(2025, 6, 30)),
        (Until.TOMORROW, date(2025, 6, 30), date(2025, 8, 1)),  # over July
    ],
)
def test_what_later_means(until: Until, today: date, meant: date) -> None:
    assert day_meant(until, today) == meant


def test_the_next_message_is_foretold() -> None:
    put_off = told(9, 30, snoozed_until=date(2025, 10, 7))
    assert next_message_on(DATES, put_off, date(2025, 10, 1)) == date(2025, 10, 7)
    often = replace(put_off, reminded=DATES.schedule.most_before_last_day)
    assert next_message_on(DATES, often, date(2025, 10, 1)) == date(2025, 10, 7)
    often = replace(often, contacted_at=at(10, 7))
    assert next_message_on(DATES, often, date(2025, 10, 7)) == DATES.last_day
    assert next_message_on(DATES, often, DATES.last_day) == DATES.day_after
    assert next_message_on(DATES, often, DATES.day_after) is None
    done = replace(put_off, submitted=3)
    assert next_message_on(DATES, done, date(2025, 10, 1)) is None
