"""Teams' connector for several replicas: it knows who calls, and can hold one's calls."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import web


class Moment(StrEnum):
    """When a replica is killed."""

    BEFORE_IT_SENDS = "between claim and send"
    BEFORE_IT_RECORDS = "between send and record"
    ANY = "at any moment"


@dataclass(slots=True)
class Teams:
    """The replica that first has sent `after` messages is the `victim`. From then on its calls are
    held: before a conversation is opened it has claimed and not sent, before a message is answered
    it has sent and not recorded."""

    moment: Moment
    after: int
    victim: str = ""
    received: Counter[str] = field(default_factory=Counter)
    by: Counter[str] = field(default_factory=Counter)
    held: int = 0
    is_time: asyncio.Event = field(default_factory=asyncio.Event)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/{name}/v3/conversations", self._open)
        app.router.add_post("/{name}/v3/conversations/{whose}/activities", self._take)
        return app

    async def _open(self, request: web.Request) -> web.Response:
        whose = (await request.json())["members"][0]["id"]
        if self.moment is Moment.BEFORE_IT_SENDS and request.match_info["name"] == self.victim:
            await self._hold()
        return web.json_response({"id": whose})

    async def _take(self, request: web.Request) -> web.Response:
        await request.read()
        name, whose = request.match_info["name"], request.match_info["whose"]
        self.received[whose] += 1
        self.by[name] += 1
        if not self.victim and self.by[name] >= self.after:
            self.victim = name
        if name == self.victim:
            if self.moment is Moment.BEFORE_IT_RECORDS:
                await self._hold()
            if self.moment is Moment.ANY:
                self.is_time.set()
        return web.json_response({"id": f"1:{whose}"})

    async def _hold(self) -> None:
        self.held += 1
        self.is_time.set()
        await self.released.wait()
