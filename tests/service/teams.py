"""Everyone's Teams, and the service behind it."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from sqlalchemy import Engine, text

from bot.app import Parts, build
from bot.clock import STOCKHOLM, Clock
from bot.demo.example_people import account, address
from bot.senders import Outgoing
from bot.teams.authentication import ChannelTokens
from bot.teams.credentials import NoToken
from bot.teams.exchange import Patience
from bot.teams.onedrive import PATIENCE, OneDrive
from bot.teams.pace import NoPace
from bot.teams.sender import BotAccount
from bot.teams.signing_keys import SigningKeys
from tests.channel.activities import APP_ID, TENANT
from tests.channel.issuer import Key
from tests.channel.service import FakeService
from tests.databases import SQLITE, engine_on
from tests.service.chat import Chat, Json

ON_SQLITE = pytest.mark.parametrize("database_url", [SQLITE], indirect=True)
"""For tests of what does not depend on the database."""

LINK_SECRET = "a secret of the tests"


@dataclass
class Teams:
    database_url: str
    now: datetime
    key: Key
    issuer_url: str
    service: FakeService
    service_url: str
    http: aiohttp.ClientSession
    url: str = ""
    patience: Patience = PATIENCE
    """With OneDrive."""
    engine: Engine = field(init=False)
    _server: TestServer | None = None

    async def start(self) -> None:
        """The service anew, on the same database."""
        self.engine = engine_on(self.database_url)
        account = BotAccount(f"28:{APP_ID}", TENANT, self.service_url)
        parts = Parts(
            self.engine,
            Clock(real=lambda: self.now.astimezone(UTC)),
            ChannelTokens(APP_ID, SigningKeys(self.issuer_url)),
            NoToken(),
            NoPace(),
            Outgoing(account, "https://teams.example/chat", None, ""),
            TENANT,
            "https://kf.example",
            LINK_SECRET,
            OneDrive(("127.0.0.1",), scheme="http", patience=self.patience, sleep=_at_once),
        )
        self._server = TestServer(build(parts), host="127.0.0.1")
        await self._server.start_server()
        self.url = str(self._server.make_url("/")).rstrip("/")

    async def stop(self) -> None:
        if self._server:
            await self._server.close()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    def set_day(self, day: date) -> None:
        self.now = datetime.combine(day, time(9, 0), tzinfo=STOCKHOLM)

    def pass_time(self, **more: float) -> None:
        self.now += timedelta(**more)

    def chat(self, name: str, **more: Any) -> Chat:
        """The chat of someone with this name, who need not be in any roster."""
        given = {
            "service_url": self.service_url,
            "tenant_id": TENANT,
            "entra_id": account(address(name)),
        }
        url = f"{self.url}/api/messages"
        return Chat(self.http, url, self.service, key=self.key, **(given | more))

    async def get(self, path: str) -> tuple[int, bytes, dict[str, str]]:
        async with self.http.get(self.url + path) as response:
            return response.status, await response.read(), dict(response.headers)

    def rows(self, sql: str, **values: Any) -> list[Any]:
        """What the database holds, as someone beside the service sees it."""
        with self.engine.connect() as connection:
            rows = connection.execute(text(sql), values).all()
            connection.rollback()
        return [row[0] if len(row) == 1 else tuple(row) for row in rows]

    def dialogue(self, unit: str, category: str) -> int:
        """The id of what is asked about a category of an organisation."""
        [found] = self.rows(
            "SELECT d.id FROM dialogue d JOIN organisation o ON o.id = d.organisation_id"
            " JOIN category c ON c.id = d.category_id WHERE o.code = :unit AND c.name = :category",
            unit=unit,
            category=category,
        )
        return int(found)

    def answers(self, unit: str, category: str) -> Any:
        [row] = self.rows(
            "SELECT progress, need_2y, need_5y, level_some, severity, likelihood FROM dialogue"
            " WHERE id = :id",
            id=self.dialogue(unit, category),
        )
        return row

    def verbs(self, dialogue: int) -> list[str]:
        """Of the presses that are stored, oldest first."""
        return self.rows(
            "SELECT verb FROM revision WHERE dialogue_id = :id AND number IS NOT NULL"
            " ORDER BY number",
            id=dialogue,
        )

    def kept(self, dialogue: int) -> list[Json]:
        """What is kept without having been applied, oldest first."""
        rows = self.rows(
            "SELECT after FROM revision WHERE dialogue_id = :id AND number IS NULL ORDER BY id",
            id=dialogue,
        )
        return [json.loads(row) if isinstance(row, str) else row for row in rows]

    def do(self, sql: str, **values: Any) -> None:
        with self.engine.begin() as connection:
            connection.execute(text(sql), values)


async def _at_once(_seconds: float) -> None:
    """A wait between two tries."""
