"""A message as an e-mail, with the headers that make it behave well."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

import cards
from bot.mail.calendar import deadline_calendar
from bot.sender import Recipient
from kfmodel.planning.message import Message, SummaryReady
from kfmodel.summary_files import SummaryFile


@dataclass(frozen=True, slots=True)
class Composer:
    """`mail_from` is the sender's address, perhaps with a name: `Kompetensförsörjning <kf@…>`.
    `chat_url` opens the chat with the bot."""

    mail_from: str
    chat_url: str

    def compose(
        self, message: Message, to: Recipient, now: datetime, *, attached: bool = True
    ) -> EmailMessage:
        """`attached`: with a summary's files. Raises ValueError for an address that is none."""
        name = to.name if to.person_id is not None else ""
        said = cards.mail(message, name, to.language, self.chat_url, attached=attached)
        name, sender = parseaddr(self.mail_from)
        whole = EmailMessage(policy=SMTP)
        whole["From"] = _address(sender, name)
        whole["To"] = _address(to.email, to.name)
        whole["Reply-To"] = _address(message.cycle.hr_email)
        whole["Subject"] = said.subject
        whole["Date"] = format_datetime(now)
        whole["Message-ID"] = f"<{_digest(message.key, to.email)}@{sender.partition('@')[2]}>"
        # RFC 3834; Exchange also asks for its own word, or HR gets everybody's absence.
        whole["Auto-Submitted"] = "auto-generated"
        whole["X-Auto-Response-Suppress"] = "OOF, AutoReply"
        whole["Content-Language"] = to.language
        whole.set_content(said.text)
        whole.add_alternative(said.html, subtype="html")
        if attached and isinstance(message.content, SummaryReady):
            _attach_files(whole, message.content)
        if message.sets_deadline:
            self._attach_deadline(whole, message, to, now)
        return whole

    def _attach_deadline(
        self, whole: EmailMessage, message: Message, to: Recipient, now: datetime
    ) -> None:
        title = cards.calendar_title(message, to.language)
        uid = f"{_digest('deadline', str(message.cycle.id), to.email)}@kf"
        entry = deadline_calendar(message.cycle, title, uid, now, self.chat_url)
        whole.add_attachment(
            entry,
            maintype="text",
            subtype="calendar",
            filename="sista-svarsdag.ics",
            params={"method": "PUBLISH", "charset": "utf-8"},
        )


def _attach_files(whole: EmailMessage, summary: SummaryReady) -> None:
    for file in SummaryFile:
        whole.add_attachment(
            summary.files.content(file),
            maintype="application",
            subtype=file.media_subtype,
            filename=file.named(summary.name),
        )


def _address(address: str, name: str = "") -> Address:
    """Raises ValueError. A domain with other than English letters is written as DNS knows it."""
    user, at, domain = address.strip().rpartition("@")
    if not (user and at and domain) or any(ord(sign) <= 32 for sign in user + domain):
        raise ValueError("not an e-mail address")
    ascii_domain = domain if domain.isascii() else domain.encode("idna").decode()
    return Address(" ".join(name.split()), user, ascii_domain)


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
