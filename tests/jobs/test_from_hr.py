"""What HR sends beyond the plan goes out as the plan does, from the ledger, on both databases."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import delete, select

from kfmodel.controls import Act, Audience, Which
from kfmodel.database import reading, writing
from kfmodel.delivery import BEYOND_PLAN, Channel, Kind, Reason, Situation
from kfmodel.planning.message import OwnWords, ToManager
from kfmodel.planning.office_hours import next_opening
from kfmodel.repository.audiences import addressees
from kfmodel.repository.cycle_control import change, locked_state
from kfmodel.repository.outreach import send
from kfmodel.repository.posts import HrPost, all_hr_posts
from kfmodel.repository.schema import AUDIT_ENTRY, OUTREACH, PERSON
from kfmodel.repository.sent import sent_in
from kfmodel.sent import Sent
from tests.jobs.conftest import Service, Time
from tests.jobs.station import Station
from tests.planning.ledger import at, everything_sent, planned, rows
from tests.repository.build import CHIEF, Answering, email

EVERYONE = ["Agnes", "Anna", "Anton", "Bea", "Bo", "Disa"]
MISSING = Audience(Which.MISSING)


def hanna(service: Service) -> tuple[int, HrPost]:
    with reading(service.engine) as connection:
        query = select(PERSON.c.id).where(PERSON.c.email == email("hanna"))
        person_id = connection.execute(query).scalar_one()
        [post] = all_hr_posts(connection, person_id)
    return person_id, post


def sends(service: Service, audience: Audience = MISSING, text: str | None = None) -> list[str]:
    """Who is written to."""
    by, post = hanna(service)
    now = service.planner._clock.now()
    with writing(service.engine) as connection:
        found = addressees(connection, post.cycle_id, post.organisation_id, audience, now)
        to = found if text else [one for one in found if one.left and not one.recent]
        send(connection, post, by, audience, to, now, text)
    return [one.name for one in to]


def does(service: Service, act: Act, **more: Any) -> bool:
    by, post = hanna(service)
    with writing(service.engine) as connection:
        state = locked_state(connection, post.cycle_id)
        return change(connection, state, act, service.planner._clock.now(), by=by, **more)


def content_of(service: Service, kind: Kind, name: str) -> Any:
    row = next(row for row in rows(service.engine) if (row.kind, row.name) == (kind, name))
    held = service.deliverer._claim(row.id)
    assert held
    return service.deliverer._read(held, None).message.content


def became(service: Service) -> Sent:
    _, post = hanna(service)
    with reading(service.engine) as connection:
        today = service.planner._clock.today()
        return sent_in(connection, post.cycle_id, post.organisation_id, today)


async def test_a_reminder_goes_to_who_lacks_something_and_says_who_asked(
    service: Service, station: Station, time: Time
) -> None:
    service.planner.plan()
    everything_sent(service.engine)
    time.now = at(9, 22, 12)
    Answering(service.engine, "anna", "A1").submit(at(9, 16))
    assert sends(service) == ["Agnes", "Anton", "Bea", "Bo", "Disa"]
    assert sends(service) == []
    Answering(service.engine, "bo", "B", CHIEF).submit(at(9, 22))
    content = content_of(service, Kind.HR_REMINDER, "Agnes")
    assert isinstance(content, ToManager)
    assert (content.asked_by, content.situation) == ("Hanna", Situation.NOT_STARTED)
    station.answers = {("Anton", "teams"): 403}
    await service.make_pass()
    reminded = [one for one in station.got() if "hr_reminder" in one]
    assert reminded == ["Anton hr_reminder", "Bea hr_reminder", "Disa hr_reminder"]
    assert "Bo hr_reminder not_needed" in planned(service.engine)
    assert "Anton hr_reminder" in station.got(Channel.EMAIL)
    time.now = at(9, 22, 13, 1)
    assert "Bea" in sends(service)


@pytest.mark.parametrize(
    ("month", "day", "situation"),
    [(10, 17, Situation.LAST_DAY), (10, 21, Situation.OVERDUE)],
)
async def test_a_reminder_is_worded_for_its_day(
    service: Service, time: Time, month: int, day: int, situation: Situation
) -> None:
    time.now = at(month, day, 12)
    sends(service, Audience(Which.DIVISION, "A"))
    assert {row.name for row in rows(service.engine)} == {"Agnes", "Anna", "Anton", "Disa"}
    assert content_of(service, Kind.HR_REMINDER, "Anna").situation is situation


async def test_the_plan_does_not_remind_again_the_same_day(
    service: Service, station: Station, time: Time
) -> None:
    service.planner.plan()
    everything_sent(service.engine)
    time.now = at(10, 3, 8, 30)
    sends(service)
    await service.make_pass()
    time.now = at(10, 3, 12)
    await service.make_pass()
    assert {row.kind for row in rows(service.engine) if row.name == "Anna"} == {
        "invitation",
        "hr_reminder",
    }
    time.now = at(10, 10, 12)
    service.planner.plan()
    assert "Anna reminder planned" in planned(service.engine)


async def test_own_words_reach_all_and_are_kept(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(9, 12, 17)
    text = "Hej!\nFrågor? Ring mig."
    assert sends(service, Audience(Which.ALL), text) == EVERYONE
    [opening] = {row.planned_for for row in rows(service.engine)}
    assert opening == next_opening(time.now)
    await service.deliverer.deliver_all(service.planner.take(100))
    assert station.received == []
    time.now = at(9, 15, 8, 1)
    assert content_of(service, Kind.MESSAGE, "Anna") == OwnWords(text, "Hanna")
    await service.deliverer.deliver_all(service.planner.take(100))
    assert station.got() == [f"{name} message" for name in EVERYONE if name != "Anna"]
    with pytest.raises(Exception, match="append-only"), writing(service.engine) as connection:
        connection.execute(delete(OUTREACH))


async def test_of_own_words_only_those_written_since_go_out_when_a_cycle_is_closed(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(9, 15, 17)
    sends(service, Audience(Which.ALL), "Glöm inte att svara.")
    time.now = at(9, 15, 17, 30)
    does(service, Act.CLOSE)
    time.now = at(9, 15, 18)
    sends(service, Audience(Which.PERSON, "2"), "Tack!")
    time.now = at(9, 16, 8, 1)
    await service.make_pass()
    states = sorted(row.state for row in rows(service.engine) if row.kind == Kind.MESSAGE)
    assert states == ["not_needed"] * 6 + ["sent"]
    assert len(station.got()) == 1


async def test_own_words_to_those_who_lack_something_spare_who_submits_meanwhile(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(9, 22, 17)
    assert sends(service, MISSING, "Hej!") == EVERYONE
    assert sends(service, Audience(Which.ALL), "Hej alla!") == EVERYONE
    Answering(service.engine, "bo", "B", CHIEF).submit(at(9, 22, 18))
    time.now = at(9, 23, 8, 1)
    await service.deliverer.deliver_all(service.planner.take(100))
    twice = [name for name in EVERYONE * 2 if name != "Bo"]
    assert sorted(station.got()) == sorted(f"{name} message" for name in ["Bo", *twice])
    assert "Bo message not_needed" in planned(service.engine)


async def test_own_words_put_no_invitation_off(service: Service, time: Time) -> None:
    sends(service, Audience(Which.PERSON, "2"), "Hej!")
    service.planner.plan()
    assert len([one for one in planned(service.engine) if "invitation" in one]) == 6


async def test_nothing_leaves_while_paused(service: Service, station: Station, time: Time) -> None:
    sends(service, Audience(Which.ALL), "Hej!")
    assert does(service, Act.PAUSE)
    assert not does(service, Act.PAUSE)
    await service.make_pass()
    assert station.received == []
    assert does(service, Act.RESUME)
    await service.make_pass()
    assert len(station.got()) == 12


async def test_what_a_long_pause_held_up_is_too_late(
    service: Service, station: Station, time: Time
) -> None:
    sends(service)
    sends(service, Audience(Which.ALL), "Hej!")
    does(service, Act.PAUSE)
    time.now = at(9, 23, 12)
    does(service, Act.RESUME)
    await service.make_pass()
    beyond = [row.state for row in rows(service.engine) if row.kind in BEYOND_PLAN]
    assert beyond == ["expired"] * 12
    told = {one.kind: (one.sent, one.expired) for one in became(service).kinds}
    assert told[Kind.HR_REMINDER] == told[Kind.MESSAGE] == (0, 6)


async def test_a_closed_cycle_reminds_nobody_and_only_reopens(
    service: Service, station: Station
) -> None:
    sends(service)
    assert does(service, Act.CLOSE)
    assert not any(does(service, act) for act in (Act.CLOSE, Act.PAUSE, Act.RESUME, Act.OPEN))
    await service.make_pass()
    assert station.received == []
    assert {row.state for row in rows(service.engine)} == {"not_needed"}
    assert does(service, Act.REOPEN)
    with reading(service.engine) as connection:
        query = select(AUDIT_ENTRY.c.event).where(AUDIT_ENTRY.c.event.like("cycle_%e%"))
        events = connection.execute(query.order_by(AUDIT_ENTRY.c.id)).scalars().all()
    assert list(events)[-2:] == ["cycle_close", "cycle_reopen"]


async def test_nobody_hears_of_a_deadline_that_is_moved_away_and_back_in_a_night(
    service: Service, station: Station, time: Time
) -> None:
    service.planner.plan()
    everything_sent(service.engine)
    time.now = at(9, 18, 20)
    assert does(service, Act.EXTEND, deadline_on=date(2025, 10, 31))
    time.now = at(9, 19, 7)
    assert does(service, Act.EXTEND, deadline_on=date(2025, 10, 17))
    for day in (19, 22):
        time.now = at(9, day, 12)
        await service.make_pass()
    to_managers = [row for row in rows(service.engine) if row.kind == Kind.REMINDER]
    assert {row.occasion for row in to_managers} == {"2025-10-17-20"}
    assert does(service, Act.EXTEND, deadline_on=date(2025, 10, 31))
    time.now = at(9, 23, 12)
    await service.make_pass()
    told = [row.name for row in rows(service.engine) if row.occasion.startswith("moved-")]
    assert sorted(told) == EVERYONE


async def test_what_became_of_it(service: Service, station: Station, time: Time) -> None:
    station.answers = {("Bo", "teams"): 403, ("Bo", "email"): 410, ("Disa", "teams"): 404}
    await service.make_pass()
    Answering(service.engine, "anna", "A1").submit(at(9, 16))
    sent = became(service)
    [invited] = [one for one in sent.kinds if one.kind is Kind.INVITATION]
    assert (invited.sent, invited.failed, invited.answered) == (5, 1, 1)
    assert [(one.name, one.reasons) for one in sent.unreached] == [
        ("Bo", (Reason.BLOCKED, Reason.LEFT))
    ]
    assert [(one.name, one.kind) for one in sent.answered] == [("Anna", Kind.INVITATION)]
    time.now = at(9, 22, 12)
    Answering(service.engine, "agnes", "A2").submit(at(9, 21))
    await service.make_pass()
    sends(service)
    answered = became(service).answered
    assert [one.name for one in answered] == ["Agnes", "Anna"]


async def test_hrs_reminder_puts_the_escalation_off_but_not_away(
    service: Service, station: Station, time: Time
) -> None:
    service.planner.plan()
    everything_sent(service.engine)
    time.now = at(10, 17, 17)
    assert sends(service) == EVERYONE
    time.now = at(10, 20, 12)
    await service.make_pass()
    assert not [one for one in planned(service.engine) if "escalation" in one]
    time.now = at(10, 21, 12)
    await service.make_pass()
    time.now = at(10, 22, 12)
    await service.make_pass()
    escalated = [one for one in station.got() if "escalation" in one]
    assert escalated == ["Bo escalation", "Disa escalation"]
    assert not [one for one in planned(service.engine) if "overdue" in one]
