"""The keys the Bot Framework signs its tokens with, fetched without holding up a turn.

Keys are looked for again once a day, and when a token names an unknown one. Old keys go on
working while the service that publishes them is down.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import structlog
from jwt import PyJWK
from jwt.exceptions import PyJWTError

BOT_FRAMEWORK_METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration"

DAY = 24 * 60 * 60.0
# A stranger can name any key: this is how often that may make us ask, in seconds.
PAUSE = 5 * 60.0
PAUSE_WITHOUT_KEYS = 10.0
TIMEOUT = aiohttp.ClientTimeout(total=10)

_MALFORMED = (ValueError, TypeError, KeyError, AttributeError)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class SigningKey:
    """One published key, and the channels whose activities it may sign."""

    key: PyJWK
    endorsements: frozenset[str]


class SigningKeys:
    """By key id. `clock` counts seconds, from anywhere."""

    def __init__(
        self,
        metadata_url: str = BOT_FRAMEWORK_METADATA,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._metadata_url = metadata_url
        self._clock = clock
        self._keys: dict[str, SigningKey] = {}
        self._fetched_at = self._tried_at = float("-inf")
        self._refresh: asyncio.Task[None] | None = None

    async def find(self, key_id: str) -> SigningKey | None:
        """The key of this id; None where the Bot Framework publishes none such.

        A known key never waits for the network, however old.
        """
        known = self._keys.get(key_id)
        if known is None or self._clock() - self._fetched_at > DAY:
            refresh = self._refreshing()
            if known is None and refresh is not None:
                # Shielded, since the turns that wait here share one fetch.
                await asyncio.shield(refresh)
                known = self._keys.get(key_id)
        return known

    async def close(self) -> None:
        if self._refresh is not None:
            self._refresh.cancel()
            await asyncio.gather(self._refresh, return_exceptions=True)

    def _refreshing(self) -> asyncio.Task[None] | None:
        if self._refresh is not None and not self._refresh.done():
            return self._refresh
        pause = PAUSE if self._keys else PAUSE_WITHOUT_KEYS
        if self._clock() - self._tried_at < pause:
            return None
        self._tried_at = self._clock()
        self._refresh = asyncio.create_task(self._fetch())
        return self._refresh

    async def _fetch(self) -> None:
        try:
            keys = await _published_keys(self._metadata_url)
        except (aiohttp.ClientError, TimeoutError, *_MALFORMED) as error:
            log.warning("signing keys not fetched", error=type(error).__name__)
            return
        self._keys = keys
        self._fetched_at = self._clock()


async def _published_keys(metadata_url: str) -> dict[str, SigningKey]:
    async with aiohttp.ClientSession(
        timeout=TIMEOUT, raise_for_status=True, trust_env=True
    ) as session:
        metadata = await _json(session, metadata_url)
        published = await _json(session, metadata["jwks_uri"])
    keys = {}
    for described in published["keys"]:
        key = _signing_key(described)
        if key is not None:
            keys[described["kid"]] = key
    return keys


async def _json(session: aiohttp.ClientSession, url: str) -> Any:
    async with session.get(url) as response:
        return await response.json(content_type=None)


def _signing_key(described: dict[str, Any]) -> SigningKey | None:
    """A key we can use; None for a kind of key that this bot does not take."""
    if described.get("kty") != "RSA" or "kid" not in described:
        return None
    try:
        key = PyJWK(described, algorithm="RS256")
    except (PyJWTError, *_MALFORMED):
        return None
    return SigningKey(key, frozenset(described.get("endorsements") or ()))
