"""A mail server over SMTP, with a few connections that are kept between messages."""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from enum import StrEnum

from aiosmtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPNotSupported,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from bot.sender import Failed
from kfmodel.delivery import Reason

CONNECTIONS = 3
"""At the same time: what Exchange Online takes from one account."""
TIMEOUT = 15.0
"""Seconds for one answer of the server."""
PATIENCE = 45.0
"""Seconds for a message with all that belongs to it."""

# RFC 3463: no such mailbox, mailbox moved, mailbox disabled, and Exchange's "not found".
_GONE = frozenset({"5.1.1", "5.1.6", "5.2.1", "5.1.10"})
# RFC 5321, and RFC 3463's "too long for who runs it" and "too big for the system".
_TOO_LARGE = frozenset({"552", "5.2.3", "5.3.4"})
_ENHANCED = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")


class Encryption(StrEnum):
    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"

    @property
    def usual_port(self) -> int:
        return {"tls": 465, "starttls": 587, "none": 25}[self]


@dataclass(frozen=True, slots=True)
class SmtpServer:
    host: str
    port: int
    encryption: Encryption
    user: str | None = None
    password: str = field(default="", repr=False)


class NoServerError(Exception):
    """No connection, no TLS or no login; the message is the kind of failure."""


class SmtpPost:
    """`trusted` are the certificates that the server's must follow from, this machine's unless
    given (OpenSSL's `SSL_CERT_FILE` adds a municipality's own)."""

    def __init__(
        self, server: SmtpServer, trusted: ssl.SSLContext | None = None, timeout: float = TIMEOUT
    ) -> None:
        self._server = server
        self._trusted = trusted or ssl.create_default_context()
        self._timeout = timeout
        self._idle: list[SMTP] = []
        self._turns = asyncio.Semaphore(CONNECTIONS)

    async def deliver(self, message: EmailMessage) -> Failed | None:
        try:
            async with asyncio.timeout(PATIENCE), self._turns, self._connection() as connection:
                await connection.send_message(message)
        except (SMTPException, OSError, ValueError, NoServerError) as error:
            return _failed(error)
        return None

    async def close(self) -> None:
        while self._idle:
            connection = self._idle.pop()
            try:
                await connection.quit()
            except (SMTPException, OSError):
                connection.close()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[SMTP]:
        connection = await self._kept() or await self._new()
        try:
            yield connection
        except (SMTPResponseException, SMTPRecipientsRefused):
            self._keep(connection)  # the server said no to a message and is ready for the next
            raise
        except BaseException:
            connection.close()
            raise
        self._keep(connection)

    def _keep(self, connection: SMTP) -> None:
        if connection.is_connected:
            self._idle.append(connection)

    async def _kept(self) -> SMTP | None:
        while self._idle:
            connection = self._idle.pop()
            try:
                await connection.noop()
            except (SMTPException, OSError):
                connection.close()  # the server has ended it meanwhile
            else:
                return connection
        return None

    async def _new(self) -> SMTP:
        server = self._server
        connection = SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.password or None,
            timeout=self._timeout,
            use_tls=server.encryption is Encryption.TLS,
            start_tls=server.encryption is Encryption.STARTTLS,
            tls_context=self._trusted if server.encryption is not Encryption.NONE else None,
        )
        try:
            await connection.connect()
        except (SMTPException, OSError) as error:
            raise NoServerError(_word(error)) from error
        return connection


def _failed(error: Exception) -> Failed:
    """What the server's answer means for the message. What is wrong with the server, its login or
    the sender's address passes, once somebody has mended it."""
    if isinstance(error, NoServerError):
        return Failed(Reason.UNREACHABLE, permanent=False, detail=str(error))
    if isinstance(error, ValueError | SMTPNotSupported):
        return Failed(Reason.NO_ADDRESS, detail=type(error).__name__)
    refusal = error.recipients[0] if isinstance(error, SMTPRecipientsRefused) else error
    is_final = isinstance(error, SMTPRecipientsRefused | SMTPDataError)
    code = refusal.code if isinstance(refusal, SMTPResponseException) else 0
    word = _word(refusal)
    # where a server tells its limit, it refuses the size before it asks for whom
    if code >= 500 and (is_final or _TOO_LARGE & set(word.split())):
        return Failed(_reason(word), detail=word)
    return Failed(Reason.UNREACHABLE, permanent=False, detail=word)


def _reason(word: str) -> Reason:
    codes = set(word.split())
    if _GONE & codes:
        return Reason.LEFT
    return Reason.TOO_LARGE if _TOO_LARGE & codes else Reason.REFUSED


def _word(error: Exception) -> str:
    """The server's codes; never its sentence, which may quote an address."""
    if isinstance(error, SMTPResponseException):
        enhanced = _ENHANCED.search(error.message)
        return f"{error.code} {enhanced[0]}" if enhanced else str(error.code)
    cause = error.__cause__
    return type(cause if isinstance(cause, ssl.SSLError) else error).__name__
