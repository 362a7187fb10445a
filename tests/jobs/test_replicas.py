"""Two replicas on PostgreSQL, one killed with -9 while it sends: nothing lost, and what may have
arrived twice is no more than what was in flight, and can be seen."""

import asyncio
import random
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.clock import Clock
from bot.jobs.deliverer import AT_ONCE
from kfmodel.organisation import OrganisationKind, Role
from tests.databases import POSTGRESQL
from tests.jobs.conftest import service_on
from tests.jobs.station import standing
from tests.planning.ledger import at, rows
from tests.repository.build import SOCIAL, assignment_row, cycle_file, organisation_row, stored

LATER = datetime(2100, 1, 1, tzinfo=UTC)
MANAGERS = 200
ROUNDS = 2


async def replica(database_url: str, station_url: str, name: str) -> asyncio.subprocess.Process:
    command = (sys.executable, "-m", "tests.jobs.replica", database_url, station_url, name)
    return await asyncio.create_subprocess_exec(*command, cwd=Path(__file__).parents[2])


def many_managers(engine: Engine) -> None:
    codes = [f"E{n}" for n in range(MANAGERS)]
    file = cycle_file(
        {(code, SOCIAL): 9 for code in codes},
        organisations=(
            organisation_row("ASN", OrganisationKind.COMMITTEE, None),
            *(organisation_row(code, OrganisationKind.UNIT, "ASN") for code in codes),
        ),
        assignments=tuple(
            assignment_row(f"chef{n}", Role.UNIT_MANAGER, code) for n, code in enumerate(codes)
        ),
        projections=(),
    )
    stored(engine, file)


@pytest.mark.parametrize("database_url", [POSTGRESQL], indirect=True)
async def test_one_of_two_replicas_is_killed(engine: Engine, database_url: str) -> None:
    many_managers(engine)
    chance = random.Random(4)
    # for whom every lease has run out
    later = Clock(at(9, 15, 14) - LATER, real=lambda: LATER)
    async with standing(later) as station:
        first, second = await asyncio.gather(
            replica(database_url, station.url, "one"), replica(database_url, station.url, "two")
        )
        for _ in range(ROUNDS):
            await station.wait_for(len(station.got()) + chance.randint(10, 60))
            first.kill()
            await first.wait()
            first = await replica(database_url, station.url, "one")
        for one in (first, second):
            one.kill()
            await one.wait()
        last = service_on(engine, station)
        await last.make_pass(MANAGERS)
        last.turns.close()
    got = Counter(station.got())
    assert len(got) == MANAGERS, "nobody was forgotten"
    twice = [name for name, count in got.items() if count > 1]
    assert len(twice) <= (ROUNDS + 2) * AT_ONCE
    retried = {row.name for row in rows(engine) if row.retried}
    assert {name.removesuffix(" invitation") for name in twice} <= retried, "and it can be seen"
