"""What was dropped is sent after all once it is due again, and never twice."""

from dataclasses import replace
from datetime import date

from dialogs.press import Verb
from tests.jobs.conftest import Service, Time
from tests.jobs.station import Station
from tests.planning.ledger import at, change_cycle, everything_sent, rows
from tests.repository.build import CYCLE_ROW, Answering, cycle_file, stored

EVERYONE = ("Agnes", "Anna", "Anton", "Bea", "Bo", "Disa")


def all_get(kind: str) -> list[str]:
    return [f"{name} {kind}" for name in EVERYONE]


async def test_an_opening_that_is_put_off_in_its_morning_invites_a_week_later(
    service: Service, station: Station, time: Time
) -> None:
    service.planner.plan()
    stored(service.engine, cycle_file(cycle=replace(CYCLE_ROW, opens_on=date(2025, 9, 22))))
    await service.make_pass()
    assert station.received == []
    time.now = at(9, 22, 12)
    await service.make_pass()
    await service.make_pass()
    assert [one for one in station.got() if "invitation" in one] == all_get("invitation")


async def test_a_cycle_that_is_closed_by_mistake_and_reopened_goes_on(
    service: Service, station: Station, time: Time
) -> None:
    service.planner.plan()
    change_cycle(service.engine, closed_at=time.now)
    await service.make_pass()
    assert {row.state for row in rows(service.engine)} == {"not_needed"}
    change_cycle(service.engine, closed_at=None)
    await service.make_pass()
    assert station.got() == all_get("invitation")
    assert service.planner.plan() == 0, "what has been sent is not planned again"


async def test_a_deadline_that_is_moved_away_and_back_keeps_its_last_day(
    service: Service, station: Station, time: Time
) -> None:
    service.planner.plan()
    everything_sent(service.engine)
    time.now = at(10, 17, 12)
    service.planner.plan()
    due = service.planner.take(100)
    change_cycle(service.engine, deadline_on=date(2025, 11, 17))
    await service.deliverer.deliver_all(due)
    assert not [one for one in station.got() if "last_day" in one]
    change_cycle(service.engine, deadline_on=CYCLE_ROW.deadline_on)
    await service.make_pass()
    assert [one for one in station.got() if "last_day" in one] == all_get("last_day")


async def test_who_submits_and_reopens_the_same_morning_is_reminded(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    time.now = at(9, 19, 12)
    service.planner.plan()
    anna = Answering(service.engine, "anna", "A1")
    anna.submit(at(9, 19, 11))
    await service.make_pass()
    assert "Anna reminder" not in station.got()
    anna.press(Verb.REOPEN, at=at(9, 19, 12))
    for _ in range(2):
        await service.make_pass()
    assert station.got().count("Anna reminder") == 1


async def test_a_summary_that_was_dropped_reaches_all_of_hr(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(10, 20, 12)
    service.planner.plan()
    change_cycle(service.engine, closed_at=time.now)
    await service.make_pass()
    change_cycle(service.engine, closed_at=None)
    for _ in range(2):
        await service.make_pass()
    got = [one for one in station.got() if "summary" in one]
    assert got == ["Hanna summary", "Hanna summary", "hr@exempelstad.example summary"]
