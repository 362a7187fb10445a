"""The channels that an installation has, and the sender of each."""

from dataclasses import dataclass
from email.utils import parseaddr

from bot.clock import Clock
from bot.mail import EmailSender, Post, post_at
from bot.mail.compose import Composer
from bot.sender import Sender
from bot.settings import Settings, UnsafeStartError
from bot.teams.connector import Connector
from bot.teams.sender import BotAccount, Remember, TeamsSender
from kfmodel.delivery import Channel


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Who the bot is where it writes first, the link that opens its chat, and how e-mail goes out;
    `post` is None where it does not. An account of no tenant is none."""

    account: BotAccount
    chat_url: str
    post: Post | None
    mail_from: str


def outgoing_of(settings: Settings) -> Outgoing:
    """A real installation's; raises UnsafeStartError."""
    url = settings.smtp_url.get_secret_value()
    if url and not _is_address(settings.mail_from):
        raise UnsafeStartError(
            "KF_MAIL_FROM ska vara avsändarens e-postadress när KF_SMTP_URL är satt, "
            "t.ex. Kompetensförsörjning <kf@kommun.se>"
        )
    return Outgoing(
        BotAccount(f"28:{settings.app_id}", settings.tenant_id),
        f"https://teams.microsoft.com/l/chat/0/0?users=28:{settings.app_id}",
        post_at(url) if url else None,
        settings.mail_from,
    )


def senders_of(
    outgoing: Outgoing, connector: Connector, remember: Remember, clock: Clock
) -> dict[Channel, Sender]:
    """By channel; one that the installation lacks is absent."""
    senders: dict[Channel, Sender] = {}
    if outgoing.account.tenant_id:
        senders[Channel.TEAMS] = TeamsSender(connector, outgoing.account, remember, clock)
    if outgoing.post is not None:
        composer = Composer(outgoing.mail_from, outgoing.chat_url)
        senders[Channel.EMAIL] = EmailSender(outgoing.post, composer, clock)
    return senders


def _is_address(text: str) -> bool:
    user, _, domain = parseaddr(text)[1].rpartition("@")
    return bool(user and domain)
