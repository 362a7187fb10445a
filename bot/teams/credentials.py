"""The bot's own token, which every call to the Bot Framework carries.

MSAL fetches it with blocking I/O, so that is done in a thread, once for all turns that wait.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import msal  # type: ignore[import-untyped]  # it has none
import requests
import structlog

LOGIN = "https://login.microsoftonline.com"
RESOURCE = "https://api.botframework.com"
SCOPES = [f"{RESOURCE}/.default"]

# A token is renewed this long before it expires, in seconds.
MARGIN = 5 * 60.0
TIMEOUT = 10.0

log = structlog.get_logger(__name__)


class TokenError(Exception):
    """No token was given; the message is the OAuth error code."""


class TokenSource(Protocol):
    async def token(self) -> str | None:
        """A bearer token, None where calls carry none. Raises TokenError."""


class NoToken:
    """For the local demo, whose connector asks for none."""

    async def token(self) -> None:
        return None


Json = dict[str, Any]
Acquire = Callable[[], Json]
"""Fetches MSAL's answer (`access_token` and `expires_in`, or `error`), and may block."""


class CachedToken:
    """The token that `acquire` fetches, kept until it expires and renewed before that.

    Turns that wait share one fetch; while the old token lasts nobody waits.
    """

    def __init__(self, acquire: Acquire, clock: Callable[[], float] = time.monotonic) -> None:
        self._acquire = acquire
        self._clock = clock
        self._token = ""
        self._expires_at = float("-inf")
        self._error = ""
        self._renewal: asyncio.Task[None] | None = None

    async def token(self) -> str:
        if not self._lasts(MARGIN):
            renewal = self._renewing()
            if not self._lasts(0):
                await asyncio.shield(renewal)
        if not self._lasts(0):
            raise TokenError(self._error)
        return self._token

    def _lasts(self, seconds: float) -> bool:
        return self._clock() + seconds < self._expires_at

    def _renewing(self) -> asyncio.Task[None]:
        if self._renewal is None or self._renewal.done():
            self._renewal = asyncio.create_task(self._renew())
        return self._renewal

    async def _renew(self) -> None:
        started_at = self._clock()
        try:
            answer = await asyncio.to_thread(self._acquire)
        except (requests.RequestException, ValueError) as error:
            answer = {"error": type(error).__name__}
        if "access_token" in answer:
            self._token = answer["access_token"]
            self._expires_at = started_at + float(answer["expires_in"])
        else:
            self._error = str(answer.get("error", "unknown"))
            log.error("no token from the identity provider", error=self._error)


@dataclass(frozen=True)
class SingleTenant:
    """Client credentials of an app registration (app type `SingleTenant`)."""

    app_id: str
    password: str = field(repr=False)
    tenant_id: str
    login: str = LOGIN

    def __call__(self) -> Json:
        answer: Json = self._client.acquire_token_for_client(scopes=SCOPES)
        return answer

    # Made on first use: the constructor asks the network about the tenant.
    @cached_property
    def _client(self) -> msal.ConfidentialClientApplication:
        return msal.ConfidentialClientApplication(
            self.app_id,
            client_credential=self.password,
            authority=f"{self.login}/{self.tenant_id}",
            instance_discovery=False,
            timeout=TIMEOUT,
        )


@dataclass(frozen=True)
class ManagedIdentity:
    """The identity that Azure gives the machine (app type `UserAssignedMSI`)."""

    app_id: str

    def __call__(self) -> Json:
        answer: Json = self._client.acquire_token_for_client(resource=RESOURCE)
        return answer

    @cached_property
    def _client(self) -> msal.ManagedIdentityClient:
        return msal.ManagedIdentityClient(
            msal.UserAssignedManagedIdentity(client_id=self.app_id),
            http_client=_ImpatientSession(),
        )


class _ImpatientSession(requests.Session):
    """Gives up in time, which `requests` never does unasked."""

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        options["timeout"] = options.get("timeout") or TIMEOUT
        return super().send(request, **options)
