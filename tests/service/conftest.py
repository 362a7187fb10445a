"""The whole service on a database with the example cycle, on 29 September 2025."""

from collections.abc import AsyncIterator
from datetime import datetime

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from sqlalchemy import Engine

from bot.clock import STOCKHOLM
from bot.demo.example import example_cycle
from kfmodel.database import writing
from kfmodel.repository.cycle_import import store_cycle
from tests.channel.conftest import key, service, service_url
from tests.channel.issuer import Issuer, Key
from tests.channel.service import FakeService
from tests.service.teams import Teams

__all__ = ["key", "service", "service_url"]

NOW = datetime(2025, 9, 29, 9, 0, tzinfo=STOCKHOLM)


@pytest.fixture
async def issuer_url(key: Key) -> AsyncIterator[str]:
    async with TestServer(Issuer(key).application(), host="127.0.0.1") as server:
        yield str(server.make_url("/metadata"))


@pytest.fixture
def imported_url(engine: Engine, database_url: str) -> str:
    """The example cycle, which nobody has answered yet."""
    with writing(engine) as connection:
        store_cycle(connection, example_cycle(), NOW)
    return database_url


@pytest.fixture
async def teams(
    imported_url: str, key: Key, issuer_url: str, service: FakeService, service_url: str
) -> AsyncIterator[Teams]:
    async with aiohttp.ClientSession() as http:
        started = Teams(imported_url, NOW, key, issuer_url, service, service_url, http)
        await started.start()
        yield started
        await started.stop()
