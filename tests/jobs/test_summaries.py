"""The summary to HR: when a division is complete, and when somebody asks; not when paused, not
twice, to nobody else."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text, update

from kfmodel.database import reading, writing
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.asked_summaries import asked_for, store_asked
from kfmodel.repository.organisations import places_in
from kfmodel.repository.schema import CYCLE, DIALOGUE
from tests.jobs.conftest import Service, Time
from tests.jobs.station import Station
from tests.planning.ledger import at, change_cycle, rows
from tests.repository.build import CHIEF, SOCIAL, Answering, dialogue_id


def ask(service: Service, code: str, now: datetime) -> Sequence[int]:
    with writing(service.engine) as connection:
        cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
        wanted = asked_for(connection, cycle_id, places_in(connection, cycle_id)[code])
        assert wanted
        return store_asked(connection, cycle_id, [wanted], now)


def summaries(service: Service) -> list[str]:
    return sorted(
        f"{row.name or 'HR'} {row.channel} {row.state}"
        for row in rows(service.engine)
        if row.kind == "summary"
    )


def complete(service: Service) -> None:
    """Division B."""
    for name, code, category in (
        ("bo", "B", CHIEF),
        ("bea", "B1", SOCIAL),
        ("bea", "B2", SOCIAL),
        ("bea", "B2", CHIEF),
    ):
        Answering(service.engine, name, code, category).submit(at(9, 15, 11))


TO_HR = ["HR email", "Hanna email", "Hanna teams"]


async def test_a_division_that_is_complete_is_told_of_once(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    assert summaries(service) == []
    complete(service)
    for _ in range(2):
        await service.make_pass()
        time.now += timedelta(days=1)
    assert summaries(service) == [f"{one} sent" for one in TO_HR]
    assert len([one for one in station.received if one["kind"] == "summary"]) == len(TO_HR)


async def test_a_division_that_reopens_meanwhile_is_not_told_of(service: Service) -> None:
    complete(service)
    service.planner.plan()
    due = service.planner.take(100)
    with writing(service.engine) as connection:
        reopened = DIALOGUE.c.id == dialogue_id(connection, "B1")
        values = {"progress": "in_progress", "submitted_at": None}
        connection.execute(update(DIALOGUE).where(reopened).values(**values))
    await service.deliverer.deliver_all(due)
    assert summaries(service) == [f"{one} expired" for one in TO_HR]


async def test_what_is_asked_for_is_sent_at_once_and_once(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(9, 20, 21)  # a Saturday evening
    for _ in range(2):
        await service.deliverer.deliver_all(ask(service, "ASN", time.now))
    assert summaries(service) == ["HR email sent", "Hanna email sent", "Hanna teams sent"]
    assert len(station.received) == 3
    with reading(service.engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM summary")).scalar_one() == 1


@pytest.mark.parametrize(("values", "state"), [("paused_at", "planned"), ("closed_at", "sent")])
async def test_a_pause_holds_what_is_asked_for_and_a_closed_cycle_does_not(
    service: Service, time: Time, values: str, state: str
) -> None:
    ids = ask(service, "A", time.now)
    change_cycle(service.engine, **{values: time.now})
    await service.deliverer.deliver_all(ids)
    assert {row.split()[-1] for row in summaries(service)} == {state}


async def test_what_was_asked_for_long_ago_is_not_sent(service: Service, time: Time) -> None:
    ids = ask(service, "ASN", time.now)
    time.now += timedelta(days=14)
    await service.deliverer.deliver_all(ids)
    assert {row.split()[-1] for row in summaries(service)} == {"expired"}


def test_a_divisions_summary_says_what_the_division_lacks(service: Service, time: Time) -> None:
    held = service.deliverer._claim(ask(service, "A", time.now)[0])
    assert held
    content = service.deliverer._summaries.content(held)
    assert content.progress
    assert (content.organisation, content.division) == ("Enhet A", None)
    assert [one.division for one in content.progress.divisions] == ["Enhet A"]
    assert content.figures.level is OrganisationKind.DIVISION
    assert "/summary/" in content.url


def test_a_citys_goes_to_the_citys_own_hr_alone(service: Service, time: Time) -> None:
    assert ask(service, "STAD", time.now) == []
