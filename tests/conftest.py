"""What every test may use."""

from tests.databases import (
    database_url,
    engine,
    postgresql_server,
    postgresql_template,
    sqlite_template,
)

__all__ = [
    "database_url",
    "engine",
    "postgresql_server",
    "postgresql_template",
    "sqlite_template",
]
