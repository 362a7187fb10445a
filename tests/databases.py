"""A migrated, empty database a test: SQLite in a file, and PostgreSQL for real.

Each worker of the tests has a PostgreSQL server of its own; a test's database is a copy of one that
has been migrated once.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, make_url, text

from kfmodel.database import connect
from kfmodel.migrations import upgrade

SQLITE, POSTGRESQL = "sqlite", "postgresql"
_TEMPLATE = "migrated"
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
        yield make_url(address).set(drivername="postgresql+psycopg")
        server.communicate()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: URL) -> URL:
    """The server's address, once it holds a migrated database to copy."""
    with _administering(postgresql_server) as run:
        run("ALTER SYSTEM SET fsync = off")  # a test's database need not outlive the machine
        run("SELECT pg_reload_conf()")
        run(f"CREATE DATABASE {_TEMPLATE}")
    _migrate(postgresql_server.set(database=_TEMPLATE))
    return postgresql_server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(make_url(f"sqlite:///{file}"))
    return file


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of the test's own, migrated and empty."""
    if request.param == SQLITE:
        file = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "kf.db")
        yield f"sqlite:///{file}"
        return
    server: URL = request.getfixturevalue("postgresql_template")
    name = f"test_{next(_numbers)}"
    with _administering(server) as run:
        run(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    yield server.set(database=name).render_as_string(hide_password=False)
    with _administering(server) as run:
        run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on `database_url`."""
    connected = connect(database_url)
    yield connected
    connected.dispose()


def _migrate(url: URL) -> None:
    engine = connect(url.render_as_string(hide_password=False))
    upgrade(engine)
    engine.dispose()


@contextmanager
def _administering(server: URL) -> Iterator[Callable[[str], object]]:
    """What is done to the server itself stands outside any transaction."""
    engine = connect(server.render_as_string(hide_password=False))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield lambda statement: connection.execute(text(statement))
    engine.dispose()
