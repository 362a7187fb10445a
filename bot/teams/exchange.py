"""HTTP calls, repeated where that may help and does no harm."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
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

ATTEMPTS = 4

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service said; `status` None, with the reason as `code`, where it said nothing."""

    status: int | None
    code: str = ""
    body: Any = None
    retry_after: float | None = None
    again: bool = False
    """Whether the same call may succeed, and does no harm if the first one did arrive."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds a call may take: one attempt of it, a wait between two, and all together;
    and the statuses after which the same call may succeed."""

    attempt: float
    wait: float
    deadline: float
    transient: frozenset[int]


class Exchange:
    """One HTTP session, opened by the first call and kept. Never raises for what the network or the
    service does."""

    def __init__(self, patience: Patience, sleep: Sleep = asyncio.sleep) -> None:
        self._patience = patience
        self._timeout = aiohttp.ClientTimeout(total=patience.attempt)
        self._session: aiohttp.ClientSession | None = None
        self._backoff = wait_random_exponential(multiplier=0.5, max=patience.wait)
        self._retrying = AsyncRetrying(
            sleep=sleep,
            stop=stop_after_attempt(ATTEMPTS) | stop_before_delay(patience.deadline),
            retry=retry_if_result(lambda answer: answer.again),
            wait=self._wait,
            retry_error_callback=_last_answer,
        )

    @property
    def is_open(self) -> bool:
        """Whether anything was called."""
        return self._session is not None

    async def repeated(self, attempt: Callable[[], Awaitable[Answer]]) -> Answer:
        """What the attempt is answered in the end, made again as long as it says so."""
        answer: Answer = await self._retrying(attempt)
        return answer

    async def attempt(
        self, method: str, url: URL, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        """One call; a redirect is an answer like any other, and not followed."""
        try:
            async with self._open_session().request(
                method,
                url,
                data=None if body is None else BytesIO(body),
                headers=headers,
                timeout=self._timeout,
                allow_redirects=False,
            ) as response:
                return self._answer(response, await response.read())
        except TimeoutError:
            # A message that was only answered late would arrive twice.
            return Answer(None, "timeout", again=method != "POST")
        except aiohttp.ClientError as error:
            # Most often a kept connection that the service closed meanwhile: it read nothing.
            unread = isinstance(error, aiohttp.ClientConnectionError)
            return Answer(None, type(error).__name__, again=unread or method != "POST")

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            cookies = aiohttp.DummyCookieJar()
            self._session = aiohttp.ClientSession(trust_env=True, cookie_jar=cookies)
        return self._session

    def _answer(self, response: aiohttp.ClientResponse, content: bytes) -> Answer:
        try:
            body = orjson.loads(content) if content else None
        except orjson.JSONDecodeError:
            body = None
        retry_after = _seconds(response.headers.get("Retry-After", ""))
        patient = retry_after is None or retry_after <= self._patience.wait
        again = response.status in self._patience.transient and patient
        code = "" if response.status < 300 else _error_code(body) or response.reason or ""
        return Answer(response.status, code, body, retry_after, again)

    def _wait(self, state: RetryCallState) -> float:
        asked = _last_answer(state).retry_after or 0.0
        return asked + self._backoff(state)


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


def _last_answer(state: RetryCallState) -> Answer:
    assert state.outcome is not None  # noqa: S101 - tenacity has called; for the type checker
    answer: Answer = state.outcome.result()
    return answer
