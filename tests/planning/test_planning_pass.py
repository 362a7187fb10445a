"""What a pass plans, from a real database: for whom, once, and not again."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, update

from dialogs.press import Verb
from kfmodel.controls import Act
from kfmodel.database import reading, writing
from kfmodel.organisation import Role
from kfmodel.planning.dates import Dates
from kfmodel.planning.office_hours import send_at
from kfmodel.repository.answerers import answerers_in
from kfmodel.repository.cycle_control import change, locked_state
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.progress import committee_progress
from kfmodel.repository.schema import CYCLE, DIALOGUE, PERSON
from kfmodel.repository.snoozes import snooze
from tests.planning.ledger import at, change_cycle, due_now, everything_sent, plan, planned, rows
from tests.privacy.two_committees import CITY_HR, OTHER_HR, two_committees
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    PEOPLE,
    SOCIAL,
    Answering,
    cycle_file,
    email,
    people,
    stored,
)
from tests.repository.threads import at_once

EVERYONE = ["Agnes", "Anna", "Anton", "Bea", "Bo", "Disa"]


@pytest.fixture
def cycle(engine: Engine) -> Engine:
    stored(engine)
    return engine


def names(engine: Engine, kind: str) -> list[str]:
    return sorted(row.name or row.address for row in rows(engine) if row.kind == kind)


def submit_everything(engine: Engine) -> None:
    for name, code, category in (
        ("anna", "A1", SOCIAL),
        ("agnes", "A2", SOCIAL),
        ("disa", "A", CHIEF),
        ("disa", "A3", SOCIAL),
        ("bo", "B", CHIEF),
        ("bea", "B1", SOCIAL),
        ("bea", "B2", SOCIAL),
        ("bea", "B2", CHIEF),
    ):
        Answering(engine, name, code, category).submit(at(9, 22))


def test_each_is_invited_once_however_many_units_they_have(cycle: Engine) -> None:
    assert plan(cycle, at(9, 15)) == 6
    assert names(cycle, "invitation") == EVERYONE
    assert {row.channel for row in rows(cycle)} == {"teams"}


def test_a_pass_can_be_made_twice(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    before = rows(cycle)
    assert plan(cycle, at(9, 15)) == 0
    assert plan(cycle, at(9, 16)) == 0
    assert rows(cycle) == before


def test_passes_at_the_same_moment_plan_once(cycle: Engine) -> None:
    at_once(*(lambda: plan(cycle, at(9, 15)) for _ in range(4)))
    assert names(cycle, "invitation") == EVERYONE


def test_everything_is_planned_for_office_hours_apart(cycle: Engine) -> None:
    plan(cycle, at(9, 15, 0, 5))
    times = [row.planned_for.astimezone(at(9, 15).tzinfo) for row in rows(cycle)]
    assert all(time.date() == date(2025, 9, 15) and time.hour == 9 for time in times)
    assert len(set(times)) == len(times)


def test_what_is_planned_late_in_the_day_is_due_at_once(cycle: Engine) -> None:
    plan(cycle, at(9, 15, 14, 30))
    assert {row.planned_for for row in rows(cycle)} == {at(9, 15, 14, 30)}


@pytest.mark.parametrize("now", [at(9, 14, 10), at(9, 15, 16), at(9, 12, 10)])
def test_nothing_is_planned_on_a_sunday_after_hours_or_before_the_opening(
    cycle: Engine, now: datetime
) -> None:
    assert plan(cycle, now) == 0


def test_who_submits_gets_no_more(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    Answering(cycle, "anna", "A1").submit(at(9, 17))
    Answering(cycle, "agnes", "A2").submit(at(9, 17))
    plan(cycle, at(9, 19))
    assert names(cycle, "reminder") == ["Bea", "Bo", "Disa"], "Anton shares with Agnes"


def test_who_joins_where_another_has_begun_is_invited(cycle: Engine) -> None:
    """Agnes and Anton share A2."""
    Answering(cycle, "anton", "A2").press(Verb.ANSWER, "need", at(9, 15), need_2y="MORE")
    plan(cycle, at(10, 3))
    assert names(cycle, "invitation") == ["Agnes", "Anna", "Bea", "Bo", "Disa"]
    assert names(cycle, "reminder") == ["Anton"]


def test_after_a_weeks_stop_there_is_one_message(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    plan(cycle, at(10, 14))
    assert len(names(cycle, "reminder")) == 6
    assert {row.occasion for row in rows(cycle) if row.kind == "reminder"} == {"2025-10-17-5"}


def test_what_was_sent_on_a_day_that_has_not_come_silences_nobody(cycle: Engine) -> None:
    """A clock was put forward, and back again."""
    plan(cycle, at(10, 10))
    everything_sent(cycle)
    assert plan(cycle, at(9, 19)) == 6
    assert names(cycle, "invitation") == EVERYONE, "not invited twice"
    assert names(cycle, "reminder") == EVERYONE


def test_the_day_after_the_deadline_managers_and_heads_are_told(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    Answering(cycle, "bo", "B", CHIEF).submit(at(10, 1))
    plan(cycle, at(10, 20))
    assert names(cycle, "overdue") == ["Agnes", "Anna", "Anton", "Bea"]
    assert names(cycle, "escalation") == ["Bo", "Disa"], "Bo lacks nothing, his division does"


def test_hr_gets_digests_and_summaries(cycle: Engine) -> None:
    plan(cycle, at(9, 22))
    assert names(cycle, "digest") == ["Hanna"]
    everything_sent(cycle)
    assert plan(cycle, at(9, 23)) == 0, "once a week"
    plan(cycle, at(10, 20))
    summaries = sorted(
        (row.name or row.address, row.channel) for row in rows(cycle) if row.kind == "summary"
    )
    shared = "hr@exempelstad.example"
    assert summaries == [("Hanna", "email"), ("Hanna", "teams"), (shared, "email")]


def test_a_complete_division_is_a_summary(cycle: Engine) -> None:
    submit_everything(cycle)
    plan(cycle, at(9, 22, 11))
    occasions = {row.occasion.partition(" 20")[0] for row in rows(cycle) if row.kind == "summary"}
    assert occasions == {"ASN: division A", "ASN: division B"}
    assert names(cycle, "digest") == [], "all is submitted"


def test_a_division_is_complete_without_what_is_approved_unanswered(cycle: Engine) -> None:
    Answering(cycle, "bo", "B", CHIEF).submit(at(9, 22))
    Answering(cycle, "bea", "B1").submit(at(9, 22))
    with writing(cycle) as connection:
        unanswered = DIALOGUE.c.progress != "submitted"
        connection.execute(update(DIALOGUE).where(unanswered).values(locked=True))
        [committee] = committee_progress(connection, find_cycle(connection))
    assert (committee.asked, committee.submitted) == (2, 2)
    plan(cycle, at(9, 22, 11))
    occasions = {row.occasion.partition(" 20")[0] for row in rows(cycle) if row.kind == "summary"}
    assert occasions == {"ASN: division B"}
    assert names(cycle, "digest") == [], "nothing lacks"


def test_of_two_committees_each_hr_gets_its_own_and_the_shared_address_nothing(
    engine: Engine,
) -> None:
    """The cycle's address may be the city's, which sees no unit's answers."""
    stored(engine, two_committees())
    with reading(engine) as connection:
        cycle = connection.execute(select(CYCLE)).one()
    plan(engine, send_at(Dates(cycle.opens_on, cycle.deadline_on).day_after, 0))
    to_hr = [row for row in rows(engine) if row.kind == "summary"]
    assert not [row for row in to_hr if row.address]
    told = {(row.name, row.organisation) for row in to_hr}
    assert (OTHER_HR, "GRN") in told
    assert not {name for name, _ in told} & {CITY_HR}
    assert len({organisation for _, organisation in told}) == 2


def test_the_address_of_one_who_is_hr_is_not_written_to_twice(engine: Engine) -> None:
    stored(engine, cycle_file(cycle=replace(CYCLE_ROW, hr_email=email("hanna"))))
    plan(engine, at(10, 20))
    assert not [row for row in rows(engine) if row.address]


def test_a_paused_or_closed_cycle_plans_nothing(cycle: Engine) -> None:
    change_cycle(cycle, paused_at=at(9, 15))
    assert plan(cycle, at(9, 15)) == 0
    change_cycle(cycle, paused_at=None, closed_at=at(9, 15))
    assert plan(cycle, at(9, 15)) == 0


def test_a_moved_deadline_is_a_new_plan(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    change_cycle(cycle, deadline_on=date(2025, 10, 24))
    assert plan(cycle, at(9, 19)) == 0
    plan(cycle, at(9, 26))
    assert {row.occasion for row in rows(cycle) if row.kind == "reminder"} == {"2025-10-24-20"}


def test_a_moved_deadline_is_told_whoever_moves_it(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    Answering(cycle, "anna", "A1").submit(at(9, 17))
    with writing(cycle) as connection:
        state = locked_state(connection, find_cycle(connection).id)
        change(connection, state, Act.EXTEND, at(9, 17, 10), deadline_on=date(2025, 10, 24))
    assert plan(cycle, at(9, 17, 11)) == 0, "until tomorrow HR may correct it"
    plan(cycle, at(9, 18))
    assert names(cycle, "reminder") == ["Agnes", "Anton", "Bea", "Bo", "Disa"]
    everything_sent(cycle)
    stored(cycle)  # HR's file, in which the deadline is the old one
    plan(cycle, at(9, 22, 11))
    plan(cycle, at(9, 23))
    occasions = {row.occasion for row in rows(cycle) if row.kind == "reminder"}
    assert occasions == {"moved-2025-09-17T08:00:00", "moved-2025-09-22T08:30:00"}
    stored(cycle)
    everything_sent(cycle)
    assert plan(cycle, at(9, 24)) == 0


def test_what_is_put_off_waits_and_then_comes(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    with writing(cycle) as connection:
        cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
        anna = connection.execute(select(PERSON.c.id).where(PERSON.c.name == "Anna")).scalar_one()
        snooze(connection, cycle_id, anna, date(2025, 9, 20), at(9, 15))
        snooze(connection, cycle_id, anna, date(2025, 9, 23), at(9, 16))
    plan(cycle, at(9, 19))
    assert "Anna" not in names(cycle, "reminder")
    everything_sent(cycle)
    plan(cycle, at(9, 23))
    assert [r.occasion for r in rows(cycle) if r.name == "Anna"] == [
        "opening",
        "snoozed-2025-09-23",
    ]


def test_whoever_puts_off_week_after_week_is_reminded_as_asked_and_the_day_before(
    cycle: Engine,
) -> None:
    """Five times, of which each comes, and what the plan has after them."""
    mondays = (date(2025, 9, 22), date(2025, 9, 29), date(2025, 10, 6), date(2025, 10, 13))
    plan(cycle, at(9, 15))
    plan(cycle, at(9, 19))
    for until in (*mondays, date(2025, 10, 15)):
        everything_sent(cycle)
        with writing(cycle) as connection:
            cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
            anna = connection.execute(select(PERSON.c.id).where(PERSON.c.name == "Anna"))
            snooze(connection, cycle_id, anna.scalar_one(), until, at(9, 19))
        plan(cycle, at(until.month, until.day))
    for month, day in ((10, 16), (10, 17), (10, 20)):
        everything_sent(cycle)
        plan(cycle, at(month, day))
    found = [row.occasion for row in rows(cycle) if row.name == "Anna"]
    assert found == [
        "opening",
        "2025-10-17-20",
        *(f"snoozed-{until}" for until in (*mondays, date(2025, 10, 15))),
        "2025-10-17-1",
        "2025-10-17-0",
        "2025-10-17-over",
    ]


def test_what_is_returned_is_told_and_reminded_of_again(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    Answering(cycle, "anna", "A1").submit(at(9, 17))
    with writing(cycle) as connection:
        connection.execute(
            update(DIALOGUE)
            .where(DIALOGUE.c.progress == "submitted")
            .values(
                progress="in_progress",
                submitted_at=None,
                return_comment="Stämmer behovet?",
                returned_at=at(9, 18, 11),
            )
        )
    plan(cycle, at(9, 18, 12))
    assert names(cycle, "returned") == ["Anna"]
    everything_sent(cycle)
    plan(cycle, at(9, 19))
    assert "Anna" in names(cycle, "reminder")


def test_hr_is_not_reminded_of_vacancies(cycle: Engine) -> None:
    """A3 is vacant: Disa, who heads the division, is; Hanna of HR sees it in the digest."""
    plan(cycle, at(9, 15))
    assert "Hanna" not in names(cycle, "invitation")
    with reading(cycle) as connection:
        cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
        asked = {
            who.person_id: who.asked
            for who in answerers_in(connection, cycle_id, date(2025, 9, 15))
        }
        ids = dict(connection.execute(select(PERSON.c.name, PERSON.c.id)).all())
    assert asked[ids["Disa"]] == 2
    assert asked[ids["Bea"]] == 3


def test_a_head_who_is_hr_too_is_reminded_of_the_vacancy_they_stand_in_for(engine: Engine) -> None:
    """A3 is vacant: Disa stands in as its head, Hanna only as HR."""
    stored(engine, cycle_file(assignments=people(*PEOPLE, ("disa", Role.HR, "ASN"))))
    with reading(engine) as connection:
        cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
        asked = {
            who.person_id: who.asked
            for who in answerers_in(connection, cycle_id, date(2025, 9, 15))
        }
        ids = dict(connection.execute(select(PERSON.c.name, PERSON.c.id)).all())
    assert asked[ids["Disa"]] == 2
    assert ids["Hanna"] not in asked


def test_what_is_approved_unanswered_is_asked_of_nobody(cycle: Engine) -> None:
    with writing(cycle) as connection:
        connection.execute(update(DIALOGUE).values(locked=True))
    assert plan(cycle, at(9, 15)) == 0


def test_planning_reads_and_says_only(cycle: Engine) -> None:
    """The same database and time give the same, and nothing is written by asking."""
    with reading(cycle) as connection:
        first = set(due_now(connection, at(9, 15)))
        assert set(due_now(connection, at(9, 15))) == first
    assert planned(cycle) == []
    assert {one.planned_for - at(9, 15) < timedelta(hours=1) for one in first} == {True}
