"""One replica of the service's jobs, until it is killed or its input ends.

`python -m tests.replicas.replica DATABASE-URL TEAMS-URL NAME`. The day is the small cycle's opening
and stands still. Leases last seconds, not minutes, so that tests need not wait.
"""

import asyncio
import sys
from datetime import UTC, datetime, timedelta

from bot.clock import Clock
from bot.documents.summaries import Summaries
from bot.jobs.durable import Jobs, JobsPlace
from bot.jobs.sending import sending_of
from bot.senders import Outgoing
from bot.teams.connector import Connector
from bot.teams.credentials import NoToken
from bot.teams.pace import NoPace
from bot.teams.sender import BotAccount
from bot.teams.service import Service
from bot.turns import Turns
from kfmodel.database import connect
from kfmodel.repository import deliveries
from tests.planning.ledger import at

EVERY_SECOND = "* * * * * *"
LEASE = timedelta(seconds=10)


async def run(database_url: str, teams_url: str, name: str) -> None:
    deliveries.SENDING_LASTS = deliveries.WAITING_LASTS = LEASE
    engine = connect(database_url)
    clock = Clock(at(9, 15, 10) - datetime.now(UTC))
    turns = Turns(engine, clock)
    connector = Connector(Service(NoToken(), NoPace()))
    outgoing = Outgoing(BotAccount(name, "tenant", teams_url), "https://chat.example", None, "")
    summaries = Summaries(engine, clock, "https://kf.example", "secret")
    sending = sending_of(engine, clock, outgoing, connector, turns, summaries)
    jobs = Jobs(JobsPlace(database_url, name, EVERY_SECOND), sending)
    await jobs.start()
    await asyncio.to_thread(sys.stdin.read)
    await jobs.stop()
    await connector.close()
    turns.close()
    engine.dispose()


if __name__ == "__main__":
    asyncio.run(run(*sys.argv[1:]))
