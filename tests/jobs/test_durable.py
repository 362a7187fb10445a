"""The planning pass by the clock and the sends from a queue, in DBOS, on both databases."""

from collections.abc import AsyncIterator

import pytest

from bot.jobs.durable import Jobs, JobsPlace
from tests.jobs.conftest import Service, Time
from tests.jobs.station import Station
from tests.planning.ledger import at, rows
from tests.repository.build import Answering

EVERY_SECOND = "* * * * * *"


def jobs_of(service: Service, database_url: str) -> Jobs:
    return Jobs(JobsPlace(database_url, "one", EVERY_SECOND), service.sending)


@pytest.fixture
async def jobs(service: Service, database_url: str) -> AsyncIterator[Jobs]:
    started = jobs_of(service, database_url)
    await started.start()
    yield started
    await started.stop()


async def test_what_is_due_is_sent_by_itself(
    jobs: Jobs, service: Service, station: Station, time: Time
) -> None:
    await station.wait_for(6)
    Answering(service.engine, "anna", "A1").submit(time.now)
    time.now = at(9, 19, 10)
    await station.wait_for(11)
    reminded = [one for one in station.got() if "reminder" in one]
    assert reminded == [f"{name} reminder" for name in ("Agnes", "Anton", "Bea", "Bo", "Disa")]


async def test_what_was_due_while_it_was_stopped_is_sent_after_the_start(
    service: Service, station: Station, time: Time, database_url: str
) -> None:
    first = jobs_of(service, database_url)
    await first.start()
    await station.wait_for(6)
    await first.stop()
    time.now = at(9, 22, 10)
    second = jobs_of(service, database_url)
    await second.start()
    await station.wait_for(13)
    await second.stop()
    assert len(station.received) == 13, "six reminders and the digest, each once"
    assert {row.state for row in rows(service.engine)} == {"sent"}
