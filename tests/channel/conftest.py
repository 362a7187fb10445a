from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from botbuilder.core import TurnContext

from bot.adapter import BODY_LIMIT, Adapter
from bot.teams.authentication import Authentication, ChannelTokens
from bot.teams.connector import Connector
from bot.teams.credentials import NoToken, TokenSource
from bot.teams.pace import NoPace
from bot.teams.service import Service
from bot.teams.signing_keys import SigningKeys
from tests.channel.activities import APP_ID
from tests.channel.issuer import Issuer, Key
from tests.channel.service import FakeService

Client = TestClient[web.Request, web.Application]
OnTurn = Callable[[TurnContext], Awaitable[None]]


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Tokens:
    """A token source that counts."""

    asked: int = 0

    async def token(self) -> str:
        self.asked += 1
        return "the-bots-own"


@dataclass
class Bot:
    """The adapter on a server of its own, what it heard, and how it answers a turn."""

    client: Client
    adapter: Adapter
    key: Key
    service_url: str
    tokens: Tokens
    turns: list[TurnContext] = field(default_factory=list)
    on_turn: OnTurn | None = None
    told: list[TurnContext] = field(default_factory=list)

    async def post(self, activity: Any, token: str | None = None) -> tuple[int, Any]:
        signed = token if token is not None else self.key.sign(self.service_url)
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {signed}"}
        return await self.post_raw(orjson.dumps(activity), headers)

    async def post_raw(self, body: bytes, headers: dict[str, str]) -> tuple[int, Any]:
        async with self.client.post("/api/messages", data=body, headers=headers) as response:
            content = await response.read()
            is_json = response.content_type == "application/json"
            return response.status, orjson.loads(content) if is_json else content.decode()

    async def turn(self, context: TurnContext) -> None:
        self.turns.append(context)
        if self.on_turn is not None:
            await self.on_turn(context)

    async def tell(self, context: TurnContext) -> None:
        self.told.append(context)


@pytest.fixture(scope="session")
def key() -> Key:
    return Key("first", ["msteams"])


@pytest.fixture(scope="session")
def other_key() -> Key:
    return Key("second", ["msteams"])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def issuer(key: Key) -> Issuer:
    return Issuer(key)


@pytest.fixture
async def keys(issuer: Issuer, clock: Clock) -> AsyncIterator[SigningKeys]:
    async with TestServer(issuer.application(), host="127.0.0.1") as server:
        found = SigningKeys(str(server.make_url("/metadata")), clock)
        yield found
        issuer.answers.set()
        await found.close()


@pytest.fixture
async def service() -> FakeService:
    return FakeService()


@pytest.fixture
async def service_url(service: FakeService) -> AsyncIterator[str]:
    async with TestServer(service.application(), host="127.0.0.1") as server:
        yield str(server.make_url("/teams/"))


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
async def connect(pauses: list[float]) -> AsyncIterator[Callable[..., Connector]]:
    """Makes connectors that note their pauses instead of pausing."""
    made: list[Connector] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    def make(tokens: TokenSource | None = None, timeout: float = 10.0) -> Connector:
        connector = Connector(Service(tokens or NoToken(), NoPace(), timeout, pause))
        made.append(connector)
        return connector

    yield make
    for connector in made:
        await connector.close()


@pytest.fixture
async def serve(
    key: Key, service_url: str, connect: Callable[..., Connector]
) -> AsyncIterator[Callable[[Authentication], Awaitable[Bot]]]:
    clients: list[Client] = []

    async def start(authentication: Authentication) -> Bot:
        tokens = Tokens()
        bot: Bot

        async def tell(context: TurnContext) -> None:
            await bot.tell(context)

        adapter = Adapter(
            authentication, connect(tokens), failure_text="Det gick inte", on_failure=tell
        )

        async def messages(request: web.Request) -> web.Response:
            return await adapter.process(request, bot.turn)

        application = web.Application(client_max_size=BODY_LIMIT)
        application.router.add_post("/api/messages", messages)
        client = TestClient(TestServer(application, host="127.0.0.1"))
        clients.append(client)
        await client.start_server()
        bot = Bot(client, adapter, key, service_url, tokens)
        return bot

    yield start
    for client in clients:
        await client.close()


@pytest.fixture
async def bot(
    serve: Callable[[Authentication], Awaitable[Bot]], keys: SigningKeys
) -> AsyncIterator[Bot]:
    started = await serve(ChannelTokens(APP_ID, keys))
    yield started
    await started.adapter.close()
