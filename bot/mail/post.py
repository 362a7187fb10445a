"""Where e-mail is posted, as `KF_SMTP_URL` says it."""

from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit
from urllib.request import url2pathname

from bot.mail.folder import MailFolder
from bot.mail.smtp import Encryption, SmtpPost, SmtpServer
from bot.sender import Failed
from bot.settings import UnsafeStartError


class Post(Protocol):
    async def deliver(self, message: EmailMessage) -> Failed | None:
        """None where the message was taken. Never raises for what the network or the server does.

        The same `Message-ID` again is the same message.
        """

    async def close(self) -> None:
        """Give back connections."""


def post_at(url: str) -> Post:
    """Where the URL leads; raises UnsafeStartError.

    `smtps://user:password@host` is TLS from the first byte (port 465), `smtp://…` demands STARTTLS
    (port 587), `smtp://relay:25?tls=off` speaks in clear to a relay that offers nothing else.
    `file:///folder` writes each message there instead.
    """
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path:
        return MailFolder(Path(url2pathname(parts.path)))
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise UnsafeStartError(
            "KF_SMTP_URL ska börja med smtp://, smtps:// eller file:/// och namnge en server"
        )
    return SmtpPost(_server(parts))


def _server(parts: SplitResult) -> SmtpServer:
    encryption = _encryption(parts)
    user = unquote(parts.username or "") or None
    if user and encryption is Encryption.NONE:
        raise UnsafeStartError("KF_SMTP_URL: ett lösenord skickas inte utan TLS; ta bort ?tls=off")
    try:
        port = parts.port
    except ValueError as error:
        raise UnsafeStartError("KF_SMTP_URL: porten ska vara ett tal") from error
    password = unquote(parts.password or "")
    return SmtpServer(
        parts.hostname or "", port or encryption.usual_port, encryption, user, password
    )


def _encryption(parts: SplitResult) -> Encryption:
    if parts.scheme == "smtps":
        return Encryption.TLS
    asked = parse_qs(parts.query).get("tls")
    if asked not in (None, ["off"]):
        raise UnsafeStartError("KF_SMTP_URL: efter frågetecknet går bara tls=off att skriva")
    return Encryption.NONE if asked else Encryption.STARTTLS
