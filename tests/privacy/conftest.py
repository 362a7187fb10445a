"""The whole service, with a second committee and the city's HR beside the example."""

import pytest
from sqlalchemy import Engine

from kfmodel.database import writing
from kfmodel.repository.cycle_import import store_cycle
from tests.privacy.two_committees import two_committees
from tests.service.conftest import NOW, issuer_url, key, service, service_url, teams

__all__ = ["issuer_url", "key", "service", "service_url", "teams"]


@pytest.fixture
def imported_url(engine: Engine, database_url: str) -> str:
    with writing(engine) as connection:
        store_cycle(connection, two_committees(), NOW)
    return database_url
