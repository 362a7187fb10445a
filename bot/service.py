"""Calls to the Bot Framework's REST service, repeated where Microsoft says to repeat them.

One HTTP session, opened by the first call and kept, holds the connections to every service URL.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import orjson
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_result,
    stop_after_attempt,
    stop_before_delay,
)
from tenacity.wait import wait_random_exponential
from yarl import URL

from bot.activity_json import to_json
from bot.credentials import TokenError, TokenSource
from bot.pace import Pace

ATTEMPTS = 4
TIMEOUT = 10.0
# Teams gives a turn 15 seconds: no single wait, and no call with its retries, may outlast it.
PATIENCE = 5.0
DEADLINE = 12.0
TRANSIENT = frozenset({412, 429, 502, 503, 504})

_backoff = wait_random_exponential(multiplier=0.5, max=PATIENCE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service said; `status` None, with the reason as `code`, where it said nothing."""

    status: int | None
    code: str = ""
    body: Any = None
    retry_after: float | None = None
    again: bool = False
    """Whether the same call may succeed, and does no harm if the first one did arrive."""


class Service:
    def __init__(
        self,
        tokens: TokenSource,
        pace: Pace,
        timeout: float = TIMEOUT,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._tokens = tokens
        self._pace = pace
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._session: aiohttp.ClientSession | None = None
        self._retrying = AsyncRetrying(
            sleep=sleep,
            stop=stop_after_attempt(ATTEMPTS) | stop_before_delay(DEADLINE),
            retry=retry_if_result(lambda answer: answer.again),
            wait=_wait,
            retry_error_callback=_last_answer,
        )

    @property
    def is_open(self) -> bool:
        """Whether anything was called; a turn that sends nothing opens nothing."""
        return self._session is not None

    async def call(
        self, method: str, url: URL, content: object = None, conversation: str = ""
    ) -> Answer:
        """Never raises for what the network or the service does."""
        body = None if content is None else to_json(content)
        answer: Answer = await self._retrying(self._in_turn, method, url, body, conversation)
        return answer

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

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
        try:
            async with self._open_session().request(
                method,
                url,
                data=body,
                headers=headers,
                timeout=self._timeout,
                allow_redirects=False,
            ) as response:
                return _answer(response, await response.read())
        except TimeoutError:
            # A message that was only answered late would arrive twice.
            return Answer(None, "timeout", again=method != "POST")
        except aiohttp.ClientError as error:
            # Most often a kept connection that the service closed meanwhile: it read nothing.
            unread = isinstance(error, aiohttp.ClientConnectionError)
            return Answer(None, type(error).__name__, again=unread or method != "POST")

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(trust_env=True)
        return self._session


def _answer(response: aiohttp.ClientResponse, content: bytes) -> Answer:
    try:
        body = orjson.loads(content) if content else None
    except orjson.JSONDecodeError:
        body = None
    retry_after = _seconds(response.headers.get("Retry-After", ""))
    patient = retry_after is None or retry_after <= PATIENCE
    again = response.status in TRANSIENT and patient
    code = "" if response.status < 300 else _error_code(body) or response.reason or ""
    return Answer(response.status, code, body, retry_after, again)


def _error_code(body: Any) -> str:
    error = body.get("error") if isinstance(body, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) else ""


def _seconds(retry_after: str) -> float | None:
    """What `Retry-After` says, in seconds or as a date; None where it says nothing."""
    if retry_after.isdecimal():
        return float(retry_after)
    try:
        wait = parsedate_to_datetime(retry_after) - datetime.now(UTC)
    except (ValueError, TypeError):
        return None
    return max(0.0, wait.total_seconds())


def _wait(state: RetryCallState) -> float:
    asked = _last_answer(state).retry_after or 0.0
    return asked + _backoff(state)


def _last_answer(state: RetryCallState) -> Answer:
    assert state.outcome is not None  # noqa: S101 - tenacity has called; for the type checker
    answer: Answer = state.outcome.result()
    return answer
