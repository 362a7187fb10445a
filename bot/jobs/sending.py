"""What goes out by itself, made of a service's parts: planned, taken, delivered."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from bot.clock import Clock
from bot.documents.summaries import Summaries
from bot.jobs.deliverer import Deliverer
from bot.jobs.planning_pass import Planner
from bot.jobs.summary_ready import SummaryMaker
from bot.senders import Outgoing, senders_of
from bot.teams.connector import Connector
from bot.turns import Turns
from kfmodel.repository.reach import Reach

BATCH = 200


@dataclass(frozen=True, slots=True)
class Sending:
    """Planning for many takes a second or two: it is done beside the pool that answers people."""

    planner: Planner
    deliverer: Deliverer

    async def plan(self, cycle_id: int | None = None) -> int:
        return await asyncio.to_thread(self.planner.plan, cycle_id)

    async def take(self, limit: int) -> list[int]:
        return await asyncio.to_thread(self.planner.take, limit)

    async def everything_due_today(
        self, cycle_id: int | None = None
    ) -> AsyncIterator[Sequence[int]]:
        """Plan, and send at once what would leave in the course of the day; the ids as they are
        done. Nothing outside office hours."""
        await self.plan(cycle_id)
        while ids := await asyncio.to_thread(self.planner.take_of_today, BATCH, cycle_id):
            await self.deliverer.deliver_all(ids)
            yield ids


def sending_of(
    engine: Engine,
    clock: Clock,
    outgoing: Outgoing,
    connector: Connector,
    turns: Turns,
    summaries: Summaries,
) -> Sending:
    async def remember(person_id: int, reach: Reach) -> None:
        await turns.run(turns.remember, person_id, reach)

    senders = senders_of(outgoing, connector, remember, clock)
    maker = SummaryMaker(engine, summaries)
    deliverer = Deliverer(engine, clock, turns.run, senders, maker)
    return Sending(Planner(engine, clock), deliverer)
