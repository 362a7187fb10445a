"""A service that was stopped over a due time, a weekend, the deadline; a clock that jumps."""

from datetime import timedelta

from tests.jobs.conftest import Service, Time
from tests.jobs.station import Station
from tests.planning.ledger import at

MANAGERS = ("Agnes", "Anna", "Anton", "Bea", "Bo", "Disa")


def each(kind: str) -> list[str]:
    return [f"{name} {kind}" for name in MANAGERS]


def new(station: Station, before: int) -> list[str]:
    return sorted(f"{one['to']} {one['kind']}" for one in station.received[before:])


async def test_stopped_over_the_due_time_it_sends_later_that_day(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(9, 15, 15, 50)
    await service.make_pass()
    assert station.got() == each("invitation")


async def test_stopped_with_messages_planned_it_sends_them_when_it_is_back(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(9, 15, 7)
    service.planner.plan()
    time.now = at(9, 17, 11)
    await service.make_pass()
    assert station.got() == each("invitation")


async def test_stopped_over_a_weekend_it_sends_on_monday_in_office_hours(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    sent = len(station.received)
    for moment in (at(9, 20, 12), at(9, 21, 12), at(9, 22, 5)):  # from Friday's reminder on
        time.now = moment
        await service.make_pass()
    assert len(station.received) == sent
    time.now = at(9, 22, 10)
    await service.make_pass()
    assert new(station, sent) == sorted([*each("reminder"), "Hanna digest"])


async def test_stopped_over_the_deadline_it_sends_what_holds_now(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    sent = len(station.received)
    time.now = at(10, 22, 10)
    await service.make_pass()
    got = new(station, sent)
    assert [one for one in got if "reminder" in one or "last_day" in one] == []
    assert [one for one in got if "overdue" in one] == [
        f"{name} overdue" for name in ("Agnes", "Anna", "Anton", "Bea")
    ]
    assert [one for one in got if "escalation" in one] == ["Bo escalation", "Disa escalation"]


async def test_reminders_that_waited_over_a_newer_one_expire(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    time.now = at(10, 3, 8, 30)
    service.planner.plan()
    sent = len(station.received)
    time.now = at(10, 10, 10)
    await service.make_pass()
    await service.make_pass()
    managers = [one for one in new(station, sent) if "digest" not in one]
    assert managers == each("reminder"), "one, not two"


async def test_a_clock_that_jumps_back_and_forth_sends_nothing_twice(
    service: Service, station: Station, time: Time
) -> None:
    for moment in (at(9, 15, 12), at(9, 16, 12), at(9, 15, 12), at(9, 12, 12), at(9, 15, 13)):
        time.now = moment
        await service.make_pass()
    assert station.got() == each("invitation")


async def test_a_whole_cycle_is_seven_messages_to_who_never_answers(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(9, 10, 10)
    while time.now < at(11, 10, 10):
        await service.make_pass()
        time.now += timedelta(hours=6)
    to_anna = [one["kind"] for one in station.received if one["to"] == "Anna"]
    assert to_anna == ["invitation", *["reminder"] * 4, "last_day", "overdue"]
    keys = [one["key"] + one["channel"] for one in station.received]
    assert len(keys) == len(set(keys))
