"""Files into people's own OneDrive, at the address that Teams gives when they have consented.

The address is an upload session's and holds its own permission: no token goes there. Source:
Microsoft, "Send and receive files using bot" and "Upload bytes to the upload session".
"""

import asyncio
from collections.abc import Iterable

import structlog
from yarl import URL

from bot.teams.exchange import Answer, Exchange, Patience, Sleep
from dialogs.saving import NotSaved

PATIENCE = Patience(30.0, 10.0, 60.0, frozenset({429, 500, 502, 503, 504}))
_STORED = (200, 201)
_OUTCOMES: dict[int | None, NotSaved] = {
    401: NotSaved.EXPIRED,
    404: NotSaved.EXPIRED,
    410: NotSaved.EXPIRED,
    413: NotSaved.FULL,
    507: NotSaved.FULL,
    None: NotSaved.BUSY,
    **dict.fromkeys(PATIENCE.transient, NotSaved.BUSY),
}

log = structlog.get_logger(__name__)


class OneDrive:
    """`hosts` are where files may be sent, each with everything under it."""

    def __init__(
        self,
        hosts: Iterable[str],
        *,
        scheme: str = "https",
        patience: Patience = PATIENCE,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._hosts = tuple(hosts)
        self._scheme = scheme
        self._exchange = Exchange(patience, sleep)

    def has(self, address: str) -> bool:
        """Whether the address is one of OneDrive's. What Teams hands on is not believed blindly."""
        try:
            url = URL(address)
        except ValueError:
            return False
        host = url.host or ""
        known = any(host == one or host.endswith(f".{one}") for one in self._hosts)
        return known and url.scheme == self._scheme and url.user is None and address.isprintable()

    async def store(self, upload_url: str, content: bytes) -> NotSaved | None:
        """Put the file, of up to 60 MB, at an address that it `has`. None when it is there, else
        why it is not."""
        # The address is signed: what is a request's already is sent in the very same characters.
        url = URL(upload_url, encoded=upload_url.isascii() and " " not in upload_url)
        last = len(content) - 1
        headers = {
            "Content-Type": "application/octet-stream",
            "Content-Range": f"bytes 0-{last}/{len(content)}",
        }

        async def attempt() -> Answer:
            return await self._exchange.attempt("PUT", url, content, headers)

        answer = await self._exchange.repeated(attempt)
        if answer.status in _STORED:
            return None
        log.warning("file not stored", status=answer.status, code=answer.code)
        return _OUTCOMES.get(answer.status, NotSaved.REFUSED)

    async def close(self) -> None:
        await self._exchange.close()
