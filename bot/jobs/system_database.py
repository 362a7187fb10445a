"""Where DBOS keeps its queues: beside the database on SQLite, in a schema of its own on PostgreSQL.

Nothing is lost with it: the ledger is the truth.
"""

import sqlite3
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url

BUSY_TIMEOUT_MS = 30_000
SUFFIX = ".jobs"


def system_engine(database_url: str) -> Engine:
    """The engine that DBOS works on, for a database's URL."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(_beside(url))
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _beside(url: URL) -> URL:
    return url.set(database=f"{url.database}{SUFFIX}")


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """What DBOS does on an engine of its own making, and WAL, which it does not."""
    connection.isolation_level = "IMMEDIATE"
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
