"""Signed links to files for HR: what each is for stands in it, and it ends."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from itsdangerous import BadSignature, TimestampSigner, URLSafeTimedSerializer

from bot.clock import Clock

LINK_LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Download:
    filename: str
    content: bytes
    content_type: str


class NotHandedOutError(Exception):
    """There is no such file, or the person has no post there (any more)."""


class LinkRefusedError(NotHandedOutError):
    """The link is altered or too old."""


class Links:
    """Links under one address; another address' are refused here."""

    def __init__(self, address: str, clock: Clock, secret: str, purpose: str) -> None:
        self._address = address
        self._signer = URLSafeTimedSerializer(
            secret, salt=purpose, signer=_ClockedSigner, signer_kwargs={"clock": clock}
        )

    def link(self, claims: Mapping[str, Any]) -> str:
        return f"{self._address}/{self._signer.dumps(claims)}"

    def claims_in(self, token: str) -> dict[str, Any]:
        """What the link was made for; raises LinkRefusedError."""
        try:
            claims: dict[str, Any] = self._signer.loads(
                token, max_age=int(LINK_LASTS.total_seconds())
            )
        except BadSignature as error:
            raise LinkRefusedError from error
        return claims


class _ClockedSigner(TimestampSigner):
    """Signs with the service's own time, which the demo moves."""

    def __init__(self, *given: Any, clock: Clock, **more: Any) -> None:
        super().__init__(*given, **more)
        self._clock = clock

    def get_timestamp(self) -> int:
        return int(self._clock.now().timestamp())


def link_secret(given: str, app_password: str) -> str:
    """The secret that links are signed with: the one given, or one that replicas share because it
    follows from the bot's password. With neither it is made up: links then end with the process."""
    if given or not app_password:
        return given or secrets.token_hex()
    return hashlib.blake2b(b"kf links", key=app_password.encode()[:64]).hexdigest()
