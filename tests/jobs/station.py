"""A receiving station on loopback, and senders of both channels that post to it over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.clock import Clock
from bot.sender import Failed, Outcome, Recipient, Retry, Sent
from kfmodel.delivery import Channel, Reason
from kfmodel.planning.message import Message, ToManager

_REFUSALS = {403: Reason.BLOCKED, 404: Reason.NOT_INSTALLED, 410: Reason.LEFT}


@dataclass(slots=True)
class Station:
    """`answers` is the status for a recipient's name and channel, 200 where none is given; before
    it answers, `meanwhile` happens."""

    clock: Clock
    answers: dict[tuple[str, str], int] = field(default_factory=dict)
    meanwhile: Callable[[], Awaitable[None]] | None = None
    received: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def got(self, channel: Channel | None = None) -> list[str]:
        """Who has got what: `Anna invitation`."""
        return sorted(
            f"{one['to']} {one['kind']}"
            for one in self.received
            if one["taken"] and channel in (None, one["channel"])
        )

    async def wait_for(self, count: int) -> None:
        """Until so many messages have been taken."""
        while len(self.got()) < count:
            self.arrived.clear()
            await self.arrived.wait()

    async def receive(self, request: web.Request) -> web.Response:
        message = await request.json()
        if self.meanwhile:
            await self.meanwhile()
        status = self.answers.get((message["to"], message["channel"]), 200)
        self.received.append(message | {"taken": status == 200})
        self.arrived.set()
        return web.json_response({"id": f"{len(self.received)}"}, status=status)


@dataclass(slots=True)
class HttpSender:
    """A real `Sender`, but for what it says of the message."""

    station: Station
    channel: Channel

    async def send(self, message: Message, to: Recipient) -> Outcome:
        content = message.content
        said = {
            "channel": self.channel,
            "key": message.key,
            "kind": message.kind,
            "to": to.name if to.person_id else to.email,
            "situation": content.situation if isinstance(content, ToManager) else None,
        }
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.station.url, json=said) as response,
        ):
            body = await response.json()
        if response.status in _REFUSALS:
            return Failed(_REFUSALS[response.status], detail=str(response.status))
        if response.status == 429:
            return Retry(600.0, "429")
        if response.status != 200:
            return Failed(Reason.UNREACHABLE, permanent=False, detail=str(response.status))
        return Sent(self.station.clock.now(), body["id"])


@asynccontextmanager
async def standing(clock: Clock) -> AsyncIterator[Station]:
    station = Station(clock)
    app = web.Application()
    app.router.add_post("/", station.receive)
    async with TestServer(app, host="127.0.0.1") as server:
        station.url = str(server.make_url("/"))
        yield station
