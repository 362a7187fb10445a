"""Teams' limits, hour by hour in virtual time and, over HTTP, in the connector's own."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from yarl import URL

from bot.jobs.deliverer import AT_ONCE
from bot.teams.credentials import NoToken
from bot.teams.exchange import Answer
from bot.teams.pace import SWEPT_AT, Pace, TeamsPace
from bot.teams.service import Service
from tests.sending.virtual_time import most_in, run

TEAMS_PER_SECOND = 50
TEAMS_IN_A_CONVERSATION = {1: 7, 2: 8, 30: 60, 3600: 1800}


def times_of(pace: Pace, conversations: list[str]) -> list[float]:
    """When each of the calls is made that are all asked for at once."""

    async def one(conversation: str) -> float:
        await pace.wait(conversation)
        return asyncio.get_running_loop().time()

    async def every() -> list[float]:
        return await asyncio.gather(*map(one, conversations))

    return run(every())


def test_one_conversation_never_exceeds_any_of_its_limits() -> None:
    times = times_of(TeamsPace(), ["a:1"] * 3000)
    assert len(times) == 3000
    for seconds, limit in TEAMS_IN_A_CONVERSATION.items():
        assert most_in(times, seconds) <= limit


def test_the_first_words_of_a_conversation_need_not_wait_long() -> None:
    assert max(times_of(TeamsPace(), ["a:1"] * 5)) < 1


@pytest.mark.parametrize("replicas", [1, 2, 5])
def test_replicas_share_the_tenants_limit(replicas: int) -> None:
    times = times_of(TeamsPace(replicas), [f"a:{place}" for place in range(500)])
    # Whatever the network holds up and lets through at once comes on top.
    assert replicas * most_in(times, 1) + AT_ONCE <= TEAMS_PER_SECOND
    assert max(times) < 500 * replicas / 35


def test_a_conversation_that_waits_holds_up_no_other() -> None:
    async def both() -> float:
        pace = TeamsPace()
        crowd = [asyncio.create_task(pace.wait("a:1")) for _ in range(100)]
        await asyncio.sleep(5)
        begun = asyncio.get_running_loop().time()
        await pace.wait("a:2")
        waited = asyncio.get_running_loop().time() - begun
        await asyncio.gather(*crowd)
        return waited

    assert run(both()) < 1


def test_idle_conversations_are_forgotten_and_busy_ones_are_not() -> None:
    async def many() -> int:
        pace = TeamsPace()
        for _ in range(6):
            await pace.wait("a:busy")
        busy = pace._buckets("a:busy")
        for place in range(SWEPT_AT * 3):
            await pace.wait(f"a:{place}")
            if place % 50 == 0:
                await pace.wait("a:busy")
        assert pace._buckets("a:busy") is busy
        return len(pace._conversations)

    assert run(many()) <= SWEPT_AT


def test_who_waits_too_long_is_told_to_come_again() -> None:
    async def spam() -> list[Answer]:
        service = Service(NoToken(), TeamsPace())
        urls = URL("http://127.0.0.1:9/")
        waiting = [service.call("POST", urls, {}, "a:1") for _ in range(40)]
        answers = await asyncio.gather(*waiting)
        await service.close()
        return answers

    assert Answer(429, "OwnPace") in run(spam())


@pytest.fixture
async def arrivals() -> list[float]:
    return []


@pytest.fixture
async def address(arrivals: list[float]) -> AsyncIterator[URL]:
    async def take(request: web.Request) -> web.Response:
        arrivals.append(time.monotonic())
        if len(arrivals) % 7 == 0:
            return web.json_response({"error": {"code": "Later"}}, status=429)
        return web.json_response({"id": "1"})

    app = web.Application()
    app.router.add_post("/{path:.*}", take)
    async with TestServer(app, host="127.0.0.1") as server:
        yield server.make_url("/v3")


async def test_attempts_at_the_connector_never_exceed_the_limit_in_any_second(
    address: URL, arrivals: list[float]
) -> None:
    """Every attempt counts, those that are repeated too."""
    service = Service(NoToken(), TeamsPace())
    queue = [f"a:{place}" for place in range(100)]

    async def worker() -> None:
        while queue:
            await service.call("POST", address, {}, queue.pop())

    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    await service.close()
    assert len(arrivals) > 100
    assert most_in(arrivals, 1) <= TEAMS_PER_SECOND
