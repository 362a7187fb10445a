"""Claim, send, record: over real HTTP, on both databases, with what goes wrong on the way."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text, update
from structlog.testing import capture_logs

import bot.jobs.deliverer as module
from kfmodel.database import reading, writing
from kfmodel.delivery import Channel
from kfmodel.repository.schema import CYCLE, DELIVERY, PERSON
from kfmodel.repository.sent import sent_in
from kfmodel.repository.snoozes import snooze
from tests.databases import POSTGRESQL
from tests.jobs.conftest import Service, Time, service_on
from tests.jobs.station import Station
from tests.planning.ledger import at, change_cycle, planned, rows
from tests.repository.build import CHIEF, CYCLE_ROW, Answering, cycle_file, stored

INVITED = [f"{name} invitation" for name in ("Agnes", "Anna", "Anton", "Bea", "Bo", "Disa")]


def states(service: Service, name: str, kind: str = "invitation") -> list[tuple[str, str]]:
    return [
        (row.channel, row.state)
        for row in rows(service.engine)
        if row.name == name and row.kind == kind
    ]


async def test_what_is_due_is_sent_and_recorded(service: Service, station: Station) -> None:
    await service.make_pass()
    assert station.got(Channel.TEAMS) == INVITED
    recorded = rows(service.engine)
    assert {row.state for row in recorded} == {"sent"}
    assert all(row.sent_at == at(9, 15, 12) and row.message_id for row in recorded)
    await service.make_pass()
    assert len(station.received) == 6


async def test_whom_teams_does_not_reach_e_mail_does(service: Service, station: Station) -> None:
    station.answers = {("Anna", "teams"): 403, ("Bo", "teams"): 404, ("Bea", "teams"): 410}
    await service.make_pass()
    assert station.got(Channel.EMAIL) == ["Anna invitation", "Bea invitation", "Bo invitation"]
    assert states(service, "Anna") == [("teams", "failed"), ("email", "sent")]
    reasons = {row.name: row.reason for row in rows(service.engine) if row.state == "failed"}
    assert reasons == {"Anna": "blocked", "Bo": "not_installed", "Bea": "left"}


async def test_whom_nothing_reaches_hr_reads_of_in_the_digest(
    service: Service, station: Station, time: Time
) -> None:
    station.answers = {("Anna", "teams"): 403, ("Anna", "email"): 410}
    await service.make_pass()
    assert states(service, "Anna") == [("teams", "failed"), ("email", "failed")]
    time.now = at(9, 22)
    service.planner.plan()
    digest = next(row.id for row in rows(service.engine) if row.kind == "digest")
    held = service.deliverer._claim(digest)
    assert held
    content: Any = service.deliverer._read(held, None).message.content
    assert [(one.name, one.reasons) for one in content.undelivered] == [
        ("Anna", ("blocked", "left"))
    ]


async def test_whom_teams_refuses_and_e_mail_is_too_late_for_hr_reads_of(
    service: Service, station: Station, time: Time
) -> None:
    station.answers = {("Anna", "teams"): 403, ("Anna", "email"): 500}
    await service.make_pass()
    time.now = at(9, 19, 12)
    with writing(service.engine) as connection:
        connection.execute(
            update(DELIVERY).where(DELIVERY.c.state == "planned").values(state="expired")
        )
        cycle = connection.execute(select(CYCLE)).one()
        sent = sent_in(connection, cycle.id, None, time.now.date())
    assert states(service, "Anna") == [("teams", "failed"), ("email", "expired")]
    [invited] = sent.kinds
    assert (invited.sent, invited.failed) == (5, 1)
    assert [(one.name, one.reasons) for one in sent.unreached] == [("Anna", ("blocked",))]
    time.now = at(9, 22)
    service.planner.plan()
    digest = next(row.id for row in rows(service.engine) if row.kind == "digest")
    held = service.deliverer._claim(digest)
    assert held
    content: Any = service.deliverer._read(held, None).message.content
    assert [(one.name, one.reasons) for one in content.undelivered] == [("Anna", ("blocked",))]


async def test_what_is_to_wait_waits_and_is_sent_once(
    service: Service, station: Station, time: Time
) -> None:
    station.answers = {("Anna", "teams"): 429}
    await service.make_pass()
    assert states(service, "Anna") == [("teams", "planned")]
    station.answers = {}
    time.now += timedelta(minutes=9)
    await service.make_pass()
    assert "Anna invitation" not in station.got(), "Retry-After said ten minutes"
    time.now += timedelta(minutes=2)
    await service.make_pass()
    assert states(service, "Anna") == [("teams", "sent")]


async def test_a_pass_by_hand_tries_each_channel_once(
    service: Service, station: Station, time: Time
) -> None:
    station.answers = {("Anna", "teams"): 429, ("Bea", "teams"): 403, ("Bea", "email"): 500}
    time.now = at(9, 15, 8)
    sent = [ids async for ids in service.sending.everything_due_today()]
    assert [len(ids) for ids in sent] == [6], "all of the day, and nothing again at once"
    assert {row.state for row in rows(service.engine) if row.name == "Anna"} == {"planned"}
    assert states(service, "Bea") == [("teams", "failed"), ("email", "planned")]
    assert {row.attempts for row in rows(service.engine)} == {1}
    time.now += timedelta(minutes=13)
    assert [len(ids) async for ids in service.sending.everything_due_today()] == [2]


async def test_a_channel_that_stays_away_is_given_up_for_the_next(
    service: Service, station: Station, time: Time
) -> None:
    station.answers = {("Anna", "teams"): 500}
    for _ in range(4):
        await service.make_pass()
        time.now += timedelta(minutes=40)
    assert states(service, "Anna") == [("teams", "failed"), ("email", "sent")]
    (row,) = [row for row in rows(service.engine) if row.state == "failed"]
    assert (row.reason, row.attempts, row.detail) == ("unreachable", 4, "500")


async def test_who_submits_meanwhile_is_not_written_to(service: Service, station: Station) -> None:
    service.planner.plan()
    due = service.planner.take(100)
    Answering(service.engine, "anna", "A1").submit(at(9, 15, 11))
    await service.deliverer.deliver_all(due)
    assert "Anna invitation" not in station.got()
    assert states(service, "Anna") == [("teams", "not_needed")]


async def test_a_head_who_submits_is_not_reminded_of_what_the_division_lacks(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    time.now = at(9, 19, 12)
    service.planner.plan()
    due = service.planner.take(100)
    Answering(service.engine, "bo", "B", CHIEF).submit(at(9, 19, 11))
    await service.deliverer.deliver_all(due)
    assert "Bo reminder" not in station.got()
    assert states(service, "Bo", "reminder") == [("teams", "not_needed")]


async def test_who_begins_or_puts_off_meanwhile_is_not_written_to(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    time.now = at(9, 19, 12)
    service.planner.plan()
    due = service.planner.take(100)
    with writing(service.engine) as connection:
        cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
        anna = connection.execute(select(PERSON.c.id).where(PERSON.c.name == "Anna")).scalar_one()
        snooze(connection, cycle_id, anna, date(2025, 9, 22), time.now)
    await service.deliverer.deliver_all(due)
    assert states(service, "Anna", "reminder") == [("teams", "not_needed")]
    assert states(service, "Bea", "reminder") == [("teams", "sent")]


async def test_the_text_is_of_the_moment_it_leaves(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    time.now = at(9, 19, 12)
    service.planner.plan()
    due = service.planner.take(100)
    Answering(service.engine, "bea", "B1").submit(at(9, 19, 11))
    await service.deliverer.deliver_all(due)
    situations = {one["to"]: one["situation"] for one in station.received[6:]}
    assert (situations["Bea"], situations["Anna"]) == ("stalled", "not_started")


async def test_a_moved_deadline_drops_what_hung_on_the_old_one(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    time.now = at(9, 19, 12)
    service.planner.plan()
    due = service.planner.take(100)
    change_cycle(service.engine, deadline_on=date(2025, 10, 31))
    await service.deliverer.deliver_all(due)
    assert len(station.received) == 6
    assert "Anna reminder expired" in planned(service.engine)


@pytest.mark.parametrize("gone", ["paused", "evening"])
async def test_what_may_not_leave_now_leaves_the_next_morning(
    service: Service, station: Station, time: Time, gone: str
) -> None:
    service.planner.plan()
    due = service.planner.take(100)
    change_cycle(service.engine, paused_at=time.now if gone == "paused" else None)
    time.now = at(9, 15, 16, 5) if gone == "evening" else time.now
    await service.deliverer.deliver_all(due)
    assert station.received == []
    change_cycle(service.engine, paused_at=None)
    time.now = at(9, 16, 8, 1)
    await service.make_pass()
    assert station.got() == INVITED


async def test_a_pause_of_five_minutes_loses_no_last_day(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    time.now = at(10, 17, 12)
    service.planner.plan()
    due = service.planner.take(100)
    change_cycle(service.engine, paused_at=time.now)
    await service.deliverer.deliver_all(due)
    assert {row.attempts for row in rows(service.engine) if row.kind == "last_day"} == {0}
    change_cycle(service.engine, paused_at=None)
    time.now += timedelta(minutes=5)
    await service.make_pass()
    assert states(service, "Anna", "last_day") == [("teams", "sent")]
    assert station.got().count("Anna last_day") == 1


async def test_a_closed_cycle_sends_nothing(service: Service, station: Station, time: Time) -> None:
    service.planner.plan()
    due = service.planner.take(100)
    change_cycle(service.engine, closed_at=time.now)
    await service.deliverer.deliver_all(due)
    assert station.received == []
    assert {row.state for row in rows(service.engine)} == {"not_needed"}


async def test_a_cycle_that_no_plan_can_be_made_of_stops_no_other(
    service: Service, station: Station
) -> None:
    change_cycle(service.engine, deadline_on=date.max)
    stored(service.engine, cycle_file(cycle=replace(CYCLE_ROW, name="Nästa")))
    with capture_logs() as logs:
        await service.make_pass()
    assert station.got() == INVITED
    assert [one["event"] for one in logs] == ["cycle cannot be planned"]


async def test_two_services_send_each_message_once(service: Service, station: Station) -> None:
    other = service_on(service.engine, station)
    service.planner.plan()
    due = service.planner.take(100)
    await asyncio.gather(service.deliverer.deliver_all(due), other.deliverer.deliver_all(due))
    other.turns.close()
    assert station.got() == INVITED


async def test_a_sender_that_hangs_or_stumbles_stops_no_other(
    service: Service, station: Station, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = asyncio.Event()
    monkeypatch.setattr(module, "SEND_LASTS", 0.05)
    station.meanwhile = hanging.wait  # type: ignore[assignment]  # what it gives is not used
    await service.make_pass()
    assert {(row.state, row.detail) for row in rows(service.engine)} == {("planned", "timeout")}
    station.meanwhile = None
    hanging.set()
    station.url = "http://127.0.0.1:1/"  # nobody listens
    time.now += timedelta(minutes=3)
    await service.make_pass()
    assert {row.detail for row in rows(service.engine)} == {"ClientConnectorError"}


async def test_hr_gets_the_summary_with_its_workbook(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(10, 20, 12)
    await service.make_pass()
    got = [one for one in station.got() if "summary" in one]
    assert got == ["Hanna summary", "Hanna summary", "hr@exempelstad.example summary"]
    with reading(service.engine) as connection:
        versions = connection.execute(text("SELECT count(*) FROM summary")).scalar_one()
    assert versions == 1, "one version, whoever it goes to"
    assert "Disa escalation" in station.got()


@pytest.mark.parametrize("database_url", [POSTGRESQL], indirect=True)
async def test_a_database_that_is_lost_while_messages_leave_loses_none(
    service: Service, station: Station, time: Time
) -> None:
    async def lose() -> None:
        others = "FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        here = "AND datname = current_database()"
        with service.engine.connect() as connection:
            connection.execute(text(f"SELECT pg_terminate_backend(pid) {others} {here}"))

    station.meanwhile = lose
    await service.make_pass()
    station.meanwhile = None
    time.now += timedelta(minutes=20)
    await service.make_pass()
    assert set(station.got()) == set(INVITED)
    twice = len(station.received) - len(INVITED)
    assert twice <= sum(row.retried for row in rows(service.engine)), "and it can be seen"
