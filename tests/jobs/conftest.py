"""The small cycle, a clock that tests set, a station, and what sends to it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

import pytest
from sqlalchemy import Engine

from bot.clock import Clock
from bot.documents.summaries import Summaries
from bot.jobs.deliverer import Deliverer
from bot.jobs.planning_pass import Planner
from bot.jobs.sending import Sending
from bot.jobs.summary_ready import SummaryMaker
from bot.turns import Turns
from kfmodel.delivery import Channel
from tests.jobs.station import HttpSender, Station, standing
from tests.planning.ledger import at
from tests.repository.build import stored


@dataclass(slots=True)
class Time:
    now: datetime


@pytest.fixture
def time() -> Time:
    return Time(at(9, 15, 12))


@pytest.fixture
async def station(time: Time) -> AsyncIterator[Station]:
    async with standing(Clock(real=lambda: time.now)) as one:
        yield one


@dataclass(slots=True)
class Service:
    """What sends; one of those on the same database."""

    engine: Engine
    turns: Turns
    deliverer: Deliverer
    planner: Planner

    @property
    def sending(self) -> Sending:
        return Sending(self.planner, self.deliverer)

    async def make_pass(self, limit: int = 1000) -> None:
        """Plan, and send what is due."""
        self.planner.plan()
        await self.deliverer.deliver_all(self.planner.take(limit))


def service_on(engine: Engine, station: Station) -> Service:
    clock = station.clock
    turns = Turns(engine, clock)
    summaries = Summaries(engine, clock, "http://127.0.0.1", "secret")
    senders = {channel: HttpSender(station, channel) for channel in Channel}
    maker = SummaryMaker(engine, summaries)
    deliverer = Deliverer(engine, clock, turns.run, senders, maker)
    return Service(engine, turns, deliverer, Planner(engine, clock))


@pytest.fixture
async def service(engine: Engine, station: Station) -> AsyncIterator[Service]:
    stored(engine)
    one = service_on(engine, station)
    yield one
    one.turns.close()
