"""What sending costs and how fast it is at most: a part of what is planned, to a connector on
loopback at the pace that Teams allows.

In a process of its own: `python -m tests.bench.sending URL MESSAGES` prints one JSON object.
"""

import asyncio
import json
import logging
import sys
import time
from dataclasses import asdict, dataclass
from datetime import datetime

import structlog
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.clock import Clock
from bot.documents.summaries import Summaries
from bot.jobs.sending import sending_of
from bot.senders import Outgoing
from bot.teams.connector import Connector
from bot.teams.credentials import NoToken
from bot.teams.pace import TeamsPace
from bot.teams.sender import BotAccount
from bot.teams.service import Service
from bot.turns import Turns
from kfmodel.database import connect
from tests.bench.planning import REMINDER, peak_mb
from tests.bench.running import printed
from tests.sending.virtual_time import most_in


@dataclass(frozen=True, slots=True)
class Sending:
    """`most_calls_in_a_second` is counted at the connector, in every window of a second; a first
    message to somebody is two calls."""

    messages: int
    calls: int
    seconds: float
    most_calls_in_a_second: int
    added_mb: float


def measured(url: str, messages: int) -> Sending:
    """Of the first messages that are due at the time of the reminder."""
    return Sending(**json.loads(printed("tests.bench.sending", url, str(messages))))


async def send(url: str, messages: int, now: datetime) -> Sending:
    calls: list[float] = []

    async def take(request: web.Request) -> web.Response:
        calls.append(time.monotonic())
        await request.read()
        return web.json_response({"id": f"a:{len(calls)}"})

    app = web.Application()
    app.router.add_post("/{path:.*}", take)
    before = peak_mb()
    async with TestServer(app, host="127.0.0.1") as server:
        seconds = await _send(url, str(server.make_url("/")), messages, now)
    added = round(peak_mb() - before)
    return Sending(messages, len(calls), round(seconds, 1), most_in(calls, 1), added)


async def _send(url: str, teams_url: str, messages: int, now: datetime) -> float:
    engine = connect(url)
    clock = Clock(real=lambda: now)
    turns = Turns(engine, clock)
    connector = Connector(Service(NoToken(), TeamsPace()))
    outgoing = Outgoing(BotAccount("28:bot", "tenant", teams_url), "https://chat.example", None, "")
    summaries = Summaries(engine, clock, "https://kf.example", "secret")
    sending = sending_of(engine, clock, outgoing, connector, turns, summaries)
    due = await sending.take(messages)
    begins = time.perf_counter()
    await sending.deliverer.deliver_all(due)
    seconds = time.perf_counter() - begins
    await connector.close()
    turns.close()
    engine.dispose()
    return seconds


if __name__ == "__main__":
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    # an hour after planning has taken some, which are free again by then
    found = asyncio.run(send(sys.argv[1], int(sys.argv[2]), REMINDER.replace(hour=13)))
    print(json.dumps(asdict(found)))
