"""What every test may use."""

from hypothesis import HealthCheck, settings

from tests.browser import browser, chromium, connected
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
    "browser",
    "chromium",
    "connected",
    "database_url",
    "engine",
    "postgresql_migrated",
    "postgresql_server",
    "sqlite_migrated",
]

# How fast examples are made says something of the machine, nothing of the product.
settings.register_profile("kf", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kf")
