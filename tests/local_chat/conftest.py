"""The page, its channel and a stand-in bot on one server, as in `kf demo`."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.local_chat import Persona, add_local_chat
from tests.local_chat.stand_in_bot import Json, StandInBot

TENANT = "00000000-0000-4000-8000-0000000000aa"
BOT = "28:kf"
HR = Persona("e-hr", "Hanna Ryd", "HR-strateg", "HR", "hanna.ryd@example.org", "sv")
ANNA = Persona(
    "e-anna", "Anna Åkesson", "Enheten för mottagning", "Enhetschefer", "anna@example.org", "sv"
)
EMMA = Persona("e-emma", "Emma Stone", "Unit South", "Enhetschefer", "emma@example.org", "en")
UNKNOWN = Persona("e-utom", "Urban Utomstående", "", "Utomstående", "urban@example.com", "sv")
PEOPLE = [HR, ANNA, EMMA, UNKNOWN]


class StandingTime:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self._today = date(2025, 9, 29)

    def today(self) -> date:
        return self._today

    async def forward(self, days: int) -> None:
        self._today += timedelta(days=days)


@dataclass
class Demo:
    """A running demo with its stand-in bot."""

    url: str
    bot: StandInBot
    client: aiohttp.ClientSession
    runner: web.AppRunner
    mailbox: Path

    async def post(self, path: str, body: Json) -> Json:
        async with self.client.post(self.url + path, json=body) as response:
            assert response.status == 200, await response.text()
            return dict(await response.json())

    async def restart(self) -> None:
        """A new process at the same address, as after a crash: what the old one knew is gone."""
        port = self.runner.addresses[0][1]
        await self.runner.cleanup()
        self.runner = await serve(self.bot, self.mailbox, port)

    async def open(self, person: Persona = ANNA) -> Json:
        return await self.post(f"/chat/people/{person.entra_id}/open", {})

    async def say(self, text: str, person: Persona = ANNA, key: str = "k1") -> Json:
        path = f"/chat/people/{person.entra_id}/messages"
        return await self.post(path, {"text": text, "key": key})

    async def press(self, activity: str, verb: str, **more: object) -> Json:
        action = {"type": "Action.Execute", "verb": verb, "data": {"need_2y": "MORE"}}
        body = {"activity": activity, "action": action} | more
        return await self.post(f"/chat/people/{ANNA.entra_id}/presses", body)

    def page(self, person: Persona = ANNA) -> str:
        return f"{self.url}/?as={person.entra_id}"


async def serve(bot: StandInBot, mailbox: Path, port: int = 0) -> web.AppRunner:
    """The demo as `kf demo` starts it; port 0 is a free one."""
    app = web.Application()
    app.router.add_post("/api/messages", bot.messages)
    add_local_chat(app, lambda: PEOPLE, TENANT, BOT, StandingTime(), mailbox, mailbox / "onedrive")
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    bot = StandInBot()
    runner = await serve(bot, tmp_path)
    async with aiohttp.ClientSession() as client:
        running = Demo(f"http://127.0.0.1:{runner.addresses[0][1]}", bot, client, runner, tmp_path)
        yield running
    bot.released.set()
    await running.runner.cleanup()
