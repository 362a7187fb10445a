"""What every test may use."""

from tests.databases import (
    bare_engine,
    database_url,
    engine,
    postgresql_migrated,
    postgresql_server,
    sqlite_migrated,
)

__all__ = [
    "bare_engine",
    "database_url",
    "engine",
    "postgresql_migrated",
    "postgresql_server",
    "sqlite_migrated",
]
