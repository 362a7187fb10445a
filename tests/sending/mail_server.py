"""A mail server on loopback, as real as aiosmtpd makes it."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.mail import SmtpServer
from bot.mail.smtp import Encryption
from tests.channel.login import loopback_certificate

USER, PASSWORD = "kf@stad.example", "hem:lig@ä"


@dataclass
class Inbox:
    """What the server took, and what it says instead of taking more: a whole answer by command and,
    for RCPT, by address. `silent_at` is the command it never answers."""

    taken: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    connections: set[Any] = field(default_factory=set)
    silent_at: str = ""
    was_encrypted: list[bool] = field(default_factory=list)
    drop_after: int | None = None
    largest: int | None = None
    """Bytes; what is larger is refused once it is there."""

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        await self._silence("MAIL")
        if refusal := self.answers.get("MAIL"):
            return refusal
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if refusal := self.refused.get(address):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        await self._silence("DATA")
        if refusal := self.answers.get("DATA"):
            return refusal
        assert isinstance(envelope.content, bytes)
        if self.largest is not None and len(envelope.content) > self.largest:
            return "552 5.3.4 message too big for system"
        message = message_from_bytes(envelope.content, policy=default)
        self.taken.append(message)
        self.envelopes.append(envelope)
        self.connections.add(session.peer)
        assert server.transport is not None
        self.was_encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        if self.drop_after == len(self.taken):
            # Answers, and then ends the connection, as servers do after so many messages.
            asyncio.get_running_loop().call_soon(server.transport.close)
        return "250 2.0.0 OK"

    async def _silence(self, command: str) -> None:
        if self.silent_at == command:
            await asyncio.Event().wait()


@dataclass(frozen=True)
class Running:
    server: SmtpServer
    trusted: ssl.SSLContext


class Certificate:
    """One for all tests: a key takes a while."""

    def __init__(self, directory: Path) -> None:
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.file = directory / "server.pem"
        self.file.write_bytes(loopback_certificate(key))

    def served(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file)
        return context

    def trusted(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.file))


@asynccontextmanager
async def running(
    inbox: Inbox,
    encryption: Encryption,
    certificate: Certificate,
    *,
    login: bool = False,
    told_limit: int | None = None,
) -> AsyncIterator[Running]:
    """`told_limit` is the size in bytes that the server says beforehand that it takes."""
    context = certificate.served() if encryption is not Encryption.NONE else None
    starttls = encryption is Encryption.STARTTLS
    protocols: list[SMTP] = []

    def protocol() -> SMTP:
        made = SMTP(
            inbox,
            hostname="mail.stad.example",
            tls_context=context if starttls else None,
            require_starttls=starttls,
            authenticator=_authenticate if login else None,
            auth_required=login,
            auth_require_tls=True,
            enable_SMTPUTF8=False,
            data_size_limit=told_limit,
        )
        protocols.append(made)
        return made

    loop = asyncio.get_running_loop()
    at_once = context if encryption is Encryption.TLS else None
    listening = await loop.create_server(protocol, "127.0.0.1", 0, ssl=at_once)
    port = listening.sockets[0].getsockname()[1]
    user, password = (USER, PASSWORD) if login else (None, "")
    try:
        server = SmtpServer("127.0.0.1", port, encryption, user, password)
        yield Running(server, certificate.trusted())
    finally:
        listening.close()
        for one in protocols:
            if one.transport is not None:
                one.transport.close()
        await listening.wait_closed()


def _authenticate(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object
) -> AuthResult:
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=right, handled=False)
