"""Two replicas on PostgreSQL, one of which is killed with -9: nothing lost, little twice."""

import asyncio
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine, delete, select

from bot.jobs.deliverer import AT_ONCE
from kfmodel.database import reading, writing
from kfmodel.delivery import DeliveryState
from kfmodel.repository.schema import CONVERSATION, DELIVERY
from tests.bench.many_units import account, many_units
from tests.databases import POSTGRESQL
from tests.planning.ledger import rows
from tests.replicas.teams import Moment, Teams
from tests.repository.build import stored

ROOT = Path(__file__).parents[2]
MANY, ROUNDS = 2000, 20
FEW, TWO = 100, 2
REPLICAS = ("one", "two")
SEED = 20251017


@dataclass(frozen=True, slots=True)
class Round:
    """`sent` had come when one was killed; `held` calls were kept from going on; `retried` were in
    flight; `twice` came again."""

    killed: Moment
    sent: int
    held: int
    retried: int
    twice: int


@contextmanager
def replica(database_url: str, teams_url: str, name: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.replicas.replica", database_url]
    with subprocess.Popen(
        [*command, f"{teams_url}{name}", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    ) as process:
        try:
            yield process
            process.communicate()
        finally:
            process.kill()


async def one_round(engine: Engine, url: str, teams: Teams, recipients: int) -> Round:
    with writing(engine) as connection:
        connection.execute(delete(DELIVERY))
        connection.execute(delete(CONVERSATION))
    async with TestServer(teams.application(), host="127.0.0.1") as server:
        there = str(server.make_url("/"))
        with replica(url, there, "one") as one, replica(url, there, "two") as two:
            await teams.is_time.wait()
            dict(zip(REPLICAS, (one, two), strict=True))[teams.victim].kill()
            sent, held = len(teams.received), teams.held
            teams.released.set()
            await _all_recorded(engine)
    assert set(teams.received) == {account(number + 1) for number in range(recipients)}
    twice = teams.received.total() - recipients
    return Round(teams.moment, sent, held, sum(row.retried for row in rows(engine)), twice)


async def _all_recorded(engine: Engine) -> None:
    """Another process records, which says so nowhere but in the database."""
    over = (DeliveryState.SENT, DeliveryState.FAILED)
    query = select(DELIVERY.c.id).where(DELIVERY.c.state.not_in(over)).limit(1)
    while True:
        with reading(engine) as connection:
            if connection.execute(query).one_or_none() is None:
                return
        await asyncio.sleep(0.2)


async def killed(engine: Engine, url: str, recipients: int, rounds: int) -> list[Round]:
    stored(engine, many_units(recipients))
    chance, moments = random.Random(SEED), list(Moment)
    found = []
    for number in range(rounds):
        teams = Teams(moments[number % len(moments)], chance.randint(1, recipients // 3))
        found.append(await one_round(engine, url, teams, recipients))
    table = Table(f"{recipients} due, killed", "sent before", "held", "in flight", "twice")
    for one in found:
        table.add_row(*map(str, astuple(one)))
    Console(width=110).print(table)
    return found


def check(found: list[Round]) -> None:
    for one in found:
        assert one.twice <= one.retried <= AT_ONCE, one
        assert one.retried >= one.held, one
        if one.killed is Moment.BEFORE_IT_SENDS:
            assert one.held > 0, one
        if one.killed is Moment.BEFORE_IT_RECORDS:
            assert one.twice >= one.held > 0, one


@pytest.mark.timeout(400)
@pytest.mark.parametrize("database_url", [POSTGRESQL], indirect=True)
async def test_a_killed_replica_loses_nothing(engine: Engine, database_url: str) -> None:
    check(await killed(engine, database_url, FEW, TWO))


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("database_url", [POSTGRESQL], indirect=True)
async def test_twenty_killed_replicas_lose_nothing(engine: Engine, database_url: str) -> None:
    check(await killed(engine, database_url, MANY, ROUNDS))
