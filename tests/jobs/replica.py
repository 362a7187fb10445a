"""One of several replicas, as a process of its own that a test may kill.

`python -m tests.jobs.replica DATABASE_URL STATION_URL NAME` serves from noon of the small cycle's
opening until it is stopped.
"""

import asyncio
import sys
from datetime import UTC, datetime

from bot.clock import Clock
from bot.jobs.deliverer import Deliverer
from bot.jobs.durable import Jobs, JobsPlace
from bot.jobs.planning_pass import Planner
from bot.jobs.sending import Sending
from bot.jobs.summary_ready import SummaryMaker
from bot.summaries import Summaries
from bot.turns import Turns
from kfmodel.database import connect
from kfmodel.delivery import Channel
from tests.jobs.station import HttpSender, Station
from tests.planning.ledger import at

EVERY_SECOND = "* * * * * *"


async def serve(database_url: str, station_url: str, name: str) -> None:
    engine = connect(database_url)
    clock = Clock(shift=at(9, 15, 12) - datetime.now(UTC))
    turns = Turns(engine, clock)
    maker = SummaryMaker(engine, Summaries(engine, clock, "http://127.0.0.1", "secret"))
    station = Station(clock, url=station_url)
    senders = {channel: HttpSender(station, channel) for channel in Channel}
    deliverer = Deliverer(engine, clock, turns.run, senders, maker)
    sending = Sending(Planner(engine, clock), deliverer)
    await Jobs(JobsPlace(database_url, name, EVERY_SECOND), sending).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:4]))
