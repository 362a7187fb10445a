"""The database: SQLite in a file by default, PostgreSQL by URL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url

BUSY_TIMEOUT_MS = 10_000
_READING = "kf_reading"


def connect(url: str) -> Engine:
    """An engine for the URL; a SQLite file's directory is made where it lacks."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, json_serializer=_as_json, pool_pre_ping=True)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, json_serializer=_as_json)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _as_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late to lock
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the lock at once: one that read first and wants to write
    later is refused without waiting if another has written meanwhile."""
    reading = connection.get_execution_options().get(_READING)
    # by SQLAlchemy's way, so that a lock that does not come is its OperationalError
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, committed at the end, rolled back by an exception."""
    with engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads, and on SQLite takes no lock."""
    with engine.connect().execution_options(**{_READING: True}) as connection:
        yield connection


def require_answer(engine: Engine) -> None:
    """Raises SQLAlchemyError where the database does not answer; waits for no writer."""
    with reading(engine) as connection:
        connection.execute(text("SELECT 1"))


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """As `reading`, but what several queries find is of one moment, whatever is written between
    them. On SQLite every transaction is so."""
    options: dict[str, Any] = {_READING: True}
    if engine.dialect.name != "sqlite":
        options["isolation_level"] = "REPEATABLE READ"
    with engine.connect().execution_options(**options) as connection:
        yield connection
