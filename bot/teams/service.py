"""Calls to the Bot Framework's REST service, with the bot's token and at the pace it allows,
repeated where Microsoft says to repeat them."""

import asyncio

from yarl import URL

from bot.teams.activity_json import to_json
from bot.teams.credentials import TokenError, TokenSource
from bot.teams.exchange import Answer, Exchange, Patience, Sleep
from bot.teams.pace import Pace

TIMEOUT = 10.0
# Teams gives a turn 15 seconds: no single wait, and no call with its retries, may outlast it.
PATIENCE = 5.0
DEADLINE = 12.0
TRANSIENT = frozenset({412, 429, 502, 503, 504})


class Service:
    """One for all that the bot calls, so that its pace holds over everything."""

    def __init__(
        self,
        tokens: TokenSource,
        pace: Pace,
        timeout: float = TIMEOUT,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._tokens = tokens
        self._pace = pace
        self._exchange = Exchange(Patience(timeout, PATIENCE, DEADLINE, TRANSIENT), sleep)

    @property
    def is_open(self) -> bool:
        """Whether anything was called; a turn that sends nothing opens nothing."""
        return self._exchange.is_open

    async def call(
        self, method: str, url: URL, content: object = None, conversation: str = ""
    ) -> Answer:
        """Never raises for what the network or the service does."""
        body = None if content is None else to_json(content)

        async def attempt() -> Answer:
            return await self._in_turn(method, url, body, conversation)

        return await self._exchange.repeated(attempt)

    async def close(self) -> None:
        await self._exchange.close()

    async def _in_turn(
        self, method: str, url: URL, body: bytes | None, conversation: str
    ) -> Answer:
        try:
            async with asyncio.timeout(DEADLINE):
                await self._pace.wait(conversation)
        except TimeoutError:
            return Answer(429, "OwnPace")
        return await self._attempt(method, url, body)

    async def _attempt(self, method: str, url: URL, body: bytes | None) -> Answer:
        headers = {"Content-Type": "application/json"} if body else {}
        try:
            token = await self._tokens.token()
        except TokenError as error:
            return Answer(None, f"token: {error}")
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return await self._exchange.attempt(method, url, body, headers)
