"""Who may post activities: the Bot Framework's channels, or for the local demo this machine.

Only channel tokens are taken. The SDK's further paths (emulator, skills, government clouds)
are ways in that this bot does not need.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Protocol
from urllib.parse import urlsplit

import jwt
import structlog
from aiohttp import web
from botbuilder.schema import Activity
from botframework.connector.auth import AuthenticationConstants, ClaimsIdentity

from bot.bounded import Bounded
from bot.settings import UnsafeStartError
from bot.teams.signing_keys import SigningKey, SigningKeys

ISSUER = AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER
LEEWAY = 5 * 60
# Teams signs one token for many activities, for an hour at a time.
TOKENS_KEPT = 1000

log = structlog.get_logger(__name__)


class Authentication(Protocol):
    async def authenticate(self, request: web.Request, activity: Activity) -> ClaimsIdentity:
        """Who posted this. Raises web.HTTPUnauthorized or web.HTTPForbidden, saying no more."""

    async def require_token(self, request: web.Request) -> None:
        """Raises web.HTTPUnauthorized where the token is refused whatever is posted."""

    async def close(self) -> None: ...


def require_safe_demo(app_id: str) -> None:
    """Raises UnsafeStartError where a real bot's app id is set: anyone could post as anyone."""
    if app_id:
        raise UnsafeStartError(
            "KF_APP_ID är satt: demon litar på vem webbläsaren säger att man är och startar inte då"
        )


class ChannelTokens:
    """Takes what a channel of the Bot Framework signed for this bot.

    Raises UnsafeStartError without an app id.

    Checked: RS256 by a published key that is endorsed for the activity's channel, issuer,
    audience (`app_id`), expiry, and that the token is for the activity's service URL.
    """

    def __init__(self, app_id: str, keys: SigningKeys) -> None:
        if not app_id:
            raise UnsafeStartError("KF_APP_ID saknas: bara demon går att starta utan app-id")
        self._app_id = app_id
        self._keys = keys
        self._verified: Bounded[str, _Verified] = Bounded(TOKENS_KEPT)

    async def authenticate(self, request: web.Request, activity: Activity) -> ClaimsIdentity:
        with _unauthorized():
            verified = await self._verify(_bearer_token(request))
            if activity.channel_id not in verified.key.endorsements:
                raise jwt.InvalidKeyError("the key is not endorsed for the channel")
            if verified.claims.get("serviceurl") != activity.service_url:
                raise jwt.InvalidTokenError("the token is for another service URL")
        return ClaimsIdentity(dict(verified.claims), True)

    async def require_token(self, request: web.Request) -> None:
        with _unauthorized():
            await self._verify(_bearer_token(request))

    async def close(self) -> None:
        await self._keys.close()

    async def _verify(self, token: str) -> "_Verified":
        known = self._verified.get(token)
        # A key that is published no more takes the tokens it signed with it.
        if known and await self._keys.find(known.key_id) is known.key and known.is_current():
            return known
        key_id = jwt.get_unverified_header(token).get("kid")
        if not isinstance(key_id, str):
            raise jwt.InvalidKeyError("no key id")
        key = await self._keys.find(key_id)
        if key is None:
            raise jwt.InvalidKeyError("the key is not published")
        claims = jwt.decode(
            token,
            key.key,
            algorithms=["RS256"],
            audience=self._app_id,
            issuer=ISSUER,
            leeway=LEEWAY,
            options={"require": ["exp", "iss", "aud"], "strict_aud": True},
        )
        verified = self._verified[token] = _Verified(key_id, key, claims)
        return verified


class LoopbackOnly:
    """No tokens at all: for the demo on this machine, whose requests must come from it.

    The peer's address, the host asked for (a page elsewhere may have its name resolve to this
    machine) and the address that answers go to must be this machine's, with no proxy between.
    """

    async def authenticate(self, request: web.Request, activity: Activity) -> ClaimsIdentity:
        peer = request.transport.get_extra_info("peername") if request.transport else None
        hosts = [peer[0] if peer else "", _host(f"//{request.host}"), _host(activity.service_url)]
        proxied = "Forwarded" in request.headers or "X-Forwarded-For" in request.headers
        if proxied or not all(map(_is_loopback, hosts)):
            log.warning("request from elsewhere refused")
            raise web.HTTPForbidden
        return ClaimsIdentity({}, True, AuthenticationConstants.ANONYMOUS_AUTH_TYPE)

    async def require_token(self, request: web.Request) -> None:
        """There are none."""

    async def close(self) -> None:
        """Nothing to close."""


@dataclass(frozen=True, slots=True)
class _Verified:
    key_id: str
    key: SigningKey
    claims: dict[str, Any]

    def is_current(self) -> bool:
        return time.time() < int(self.claims["exp"]) + LEEWAY


@contextmanager
def _unauthorized() -> Iterator[None]:
    """Whatever is wrong with a token is a 401; why, only the log says."""
    try:
        yield
    except jwt.PyJWTError as error:
        log.warning("token refused", error=type(error).__name__, reason=str(error))
        raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Bearer"}) from error


def _bearer_token(request: web.Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise jwt.InvalidTokenError("no token")
    return token


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_loopback(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost"
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback
