"""A migrated, empty database a test: SQLite in a file, and PostgreSQL for real.

Each worker of the tests has a PostgreSQL server of its own, with one database that is migrated once
and emptied before each test; on SQLite a test has a copy of a file that is migrated once.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, Engine, make_url, text

from kfmodel.database import connect, writing
from kfmodel.migrations import upgrade
from kfmodel.tables import metadata

SQLITE, POSTGRESQL = "sqlite", "postgresql"
_numbers = count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[URL]:
    """The address of the server's own database. A server that does not start is an error."""
    command = [sys.executable, "-m", "tests.postgresql_server"]
    # in a session of its own, so that Ctrl+C reaches it only as the end of its input
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=Path(__file__).parents[1],
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert address, "PostgreSQL did not start; its reason is printed above"
        url = make_url(address).set(drivername="postgresql+psycopg")
        with _administering(url) as connection:  # a test's database need not outlive the machine
            connection.execute(text("ALTER SYSTEM SET fsync = off"))
            connection.execute(text("SELECT pg_reload_conf()"))
        yield url
        server.communicate()


@pytest.fixture(scope="session")
def postgresql_migrated(postgresql_server: URL) -> URL:
    """A migrated database, which each test finds empty."""
    _create(postgresql_server, "migrated")
    return _migrate(postgresql_server.set(database="migrated"))


@pytest.fixture(scope="session")
def sqlite_migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a migrated, empty database."""
    file = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(make_url(f"sqlite:///{file}"))
    return file


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def database_url(request: pytest.FixtureRequest) -> str:
    """A database of the test's own, migrated and empty."""
    if request.param == SQLITE:
        migrated: Path = request.getfixturevalue("sqlite_migrated")
        own = migrated.with_name("own")  # the same for all: see `engine_on`
        shutil.rmtree(own, ignore_errors=True)
        own.mkdir()
        return f"sqlite:///{shutil.copy(migrated, own / 'kf.db')}"
    migrated_url: URL = request.getfixturevalue("postgresql_migrated")
    url = migrated_url.render_as_string(hide_password=False)
    _empty(url)
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on `database_url`."""
    connected = engine_on(database_url)
    yield connected
    connected.dispose()


@cache
def engine_on(url: str) -> Engine:
    """One for all tests at this address, since a new one compiles every statement anew, which takes
    longer than most tests. `engine` disposes of it, so that it holds no connection between them."""
    return connect(url)


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def bare_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a database without any table yet."""
    url = make_url(f"sqlite:///{tmp_path / 'bare.db'}")
    if request.param == POSTGRESQL:
        server: URL = request.getfixturevalue("postgresql_server")
        url = server.set(database=f"bare_{next(_numbers)}")
        _create(server, str(url.database))
    connected = connect(url.render_as_string(hide_password=False))
    yield connected
    connected.dispose()


def _create(server: URL, name: str) -> None:
    with _administering(server) as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))


def _migrate(url: URL) -> URL:
    engine = connect(url.render_as_string(hide_password=False))
    upgrade(engine)
    engine.dispose()
    return url


def _empty(url: str) -> None:
    """Take every row away, as a superuser past triggers and references: far quicker than a new
    database or TRUNCATE. Whoever still holds a lock from the test before is sent away first."""
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    deletions = [f'DELETE FROM "{table.name}"' for table in metadata.sorted_tables]
    with writing(engine_on(url)) as connection:
        connection.execute(text(f"SELECT pg_terminate_backend(pid) {others}"))
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text("; ".join(deletions)))
        connection.execute(text("SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'"))


@contextmanager
def _administering(url: URL) -> Iterator[Connection]:
    """A connection outside any transaction, as what is done to a whole server needs it."""
    engine = connect(url.render_as_string(hide_password=False))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield connection
    engine.dispose()
