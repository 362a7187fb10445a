"""Connecting: what SQLite is told, and what a transaction is."""

from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine, func, insert, select, text

from kfmodel.database import connect, reading, writing
from kfmodel.repository.schema import AUDIT_ENTRY
from tests.repository.build import NOW
from tests.repository.threads import at_once

ENTRY = {"at": NOW, "event": "tested", "detail": {}}


def entries(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(AUDIT_ENTRY)).scalar_one()


def test_sqlite_keeps_a_log_checks_references_and_waits(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'new' / 'deeper' / 'kf.db'}")
    with reading(engine) as connection:
        told = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    engine.dispose()
    assert told == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "busy_timeout": 10_000,
        "synchronous": 1,
    }


def test_sqlite_in_memory_needs_no_directory() -> None:
    engine = connect("sqlite://")
    with reading(engine) as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    engine.dispose()


def test_what_fails_is_rolled_back(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        _fail_half_way(engine)
    assert entries(engine) == 0


def _fail_half_way(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(insert(AUDIT_ENTRY).values(ENTRY))
        raise ZeroDivisionError


def test_nothing_is_kept_of_a_transaction_that_only_reads(engine: Engine) -> None:
    with reading(engine) as connection:
        connection.execute(insert(AUDIT_ENTRY).values(ENTRY))
    assert entries(engine) == 0


def test_reading_does_not_wait_for_a_writer(engine: Engine) -> None:
    written, read = Event(), Event()

    def write() -> None:
        with writing(engine) as connection:
            connection.execute(insert(AUDIT_ENTRY).values(ENTRY))
            written.set()
            assert read.wait(30)

    def look() -> int:
        assert written.wait(30)
        found = entries(engine)
        read.set()
        return found

    assert at_once(write, look)[1] == 0
    assert entries(engine) == 1


def test_writers_wait_for_each_other(engine: Engine) -> None:
    def write() -> None:
        for _ in range(10):
            with writing(engine) as connection:
                connection.execute(select(func.count()).select_from(AUDIT_ENTRY)).scalar_one()
                connection.execute(insert(AUDIT_ENTRY).values(ENTRY))

    at_once(*[write] * 4)
    assert entries(engine) == 40
