"""A database that is locked by another process, or gone, while messages are on their way."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import OperationalError

import kfmodel.database
from bot.sender import Outcome
from kfmodel.database import connect
from kfmodel.migrations import upgrade
from kfmodel.repository.deliveries import Delivery
from tests.databases import SQLITE
from tests.jobs.conftest import Service, service_on
from tests.jobs.station import Station
from tests.planning.ledger import rows
from tests.repository.build import stored

ROOT = Path(__file__).parents[2]
INVITED = [f"{name} invitation" for name in ("Agnes", "Anna", "Anton", "Bea", "Bo", "Disa")]
LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


class Lock:
    """The whole file's, held by another process from `take` to `give_back`."""

    def __init__(self, url: str) -> None:
        self._file = str(make_url(url).database)
        self._holder: subprocess.Popen[str] | None = None

    def take(self) -> None:
        command = [sys.executable, "-c", LOCK, self._file]
        self._holder = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._holder.stdout is not None
        assert self._holder.stdout.readline() == "locked\n"

    def give_back(self) -> None:
        assert self._holder
        self._holder.communicate()


@pytest.fixture
async def impatient(
    engine: Engine, database_url: str, station: Station, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Service]:
    """A service that waits a moment for a lock, as others wait for a minute."""
    stored(engine)
    monkeypatch.setattr(kfmodel.database, "BUSY_TIMEOUT_MS", 50)
    one = service_on(connect(database_url), station)
    yield one
    one.turns.close()
    one.engine.dispose()


@pytest.mark.parametrize("database_url", [SQLITE], indirect=True)
async def test_while_it_is_locked_nothing_leaves_and_afterwards_everything(
    impatient: Service, station: Station, database_url: str
) -> None:
    impatient.planner.plan()
    due = impatient.planner.take(100)
    lock = Lock(database_url)
    lock.take()
    with pytest.raises(OperationalError):
        impatient.planner.take(100)
    await impatient.deliverer.deliver_all(due)
    assert station.received == [], "what cannot be claimed is not sent"
    lock.give_back()
    await impatient.deliverer.deliver_all(due)
    assert station.got() == INVITED


@pytest.mark.parametrize("database_url", [SQLITE], indirect=True)
async def test_what_has_left_is_recorded_when_the_lock_is_gone(
    impatient: Service, station: Station, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock(database_url)
    await _goes_while_it_records(impatient, station, monkeypatch, lock.take, lock.give_back)


async def test_what_has_left_is_recorded_when_the_server_is_back(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL is stopped and started again, a server of this test's own."""
    with _own_server() as server:
        assert server.stdout is not None
        url = make_url(server.stdout.readline().strip()).set(drivername="postgresql+psycopg")
        engine = connect(url.render_as_string(hide_password=False))
        upgrade(engine)
        stored(engine)
        service = service_on(engine, station)
        stop, start = (partial(_tell, server, command) for command in ("stop", "start"))
        await _goes_while_it_records(service, station, monkeypatch, stop, start)
        await service.deliverer.deliver_all(service.planner.take(100))
        assert station.got() == INVITED
        service.turns.close()
        engine.dispose()
        server.communicate()


def _own_server() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.postgresql_server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=ROOT,
    )


def _tell(server: subprocess.Popen[str], command: str) -> None:
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(f"{command}\n")
    server.stdin.flush()
    assert server.stdout.readline() == "done\n"


async def _goes_while_it_records(
    service: Service,
    station: Station,
    monkeypatch: pytest.MonkeyPatch,
    go: Callable[[], None],
    come: Callable[[], None],
) -> None:
    """The database goes while a message leaves, and comes back after it could not be recorded."""
    service.planner.plan()
    first = service.planner.take(1)
    record, attempts = service.deliverer._record, []

    async def leave() -> None:
        station.meanwhile = None
        await asyncio.to_thread(go)

    def return_at_the_second(held: Delivery, outcome: Outcome) -> int | None:
        attempts.append(outcome)
        if len(attempts) == 2:
            come()
        return record(held, outcome)

    monkeypatch.setattr(service.deliverer, "_record", return_at_the_second)
    station.meanwhile = leave
    await service.deliverer.deliver_all(first)
    assert len(attempts) == 2
    assert [row.state for row in rows(service.engine) if row.id in first] == ["sent"]
    assert len(station.received) == 1
