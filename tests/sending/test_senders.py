"""Which channels an installation has, from its settings."""

import pytest

from bot.app import parts_of
from bot.clock import Clock
from bot.mail import EmailSender, SmtpPost
from bot.senders import Outgoing, outgoing_of, senders_of
from bot.settings import Settings, UnsafeStartError
from bot.teams.connector import Connector
from bot.teams.credentials import NoToken
from bot.teams.pace import NoPace
from bot.teams.sender import TeamsSender
from bot.teams.service import Service
from kfmodel.delivery import Channel
from kfmodel.repository.reach import Reach

SETTINGS = {"app_id": "abc", "tenant_id": "t", "database_url": "sqlite://"}
SMTP = "smtps://kf:hemligt@smtp.kommun.example"


def settings(**given: str) -> Settings:
    return Settings.model_validate(SETTINGS | given)


async def remember(person_id: int, reach: Reach) -> None:
    raise AssertionError


def kinds(outgoing: Outgoing) -> dict[Channel, type]:
    connector = Connector(Service(NoToken(), NoPace()))
    senders = senders_of(outgoing, connector, remember, Clock())
    return {channel: type(sender) for channel, sender in senders.items()}


def test_teams_alone() -> None:
    outgoing = outgoing_of(settings())
    assert outgoing.chat_url == "https://teams.microsoft.com/l/chat/0/0?users=28:abc"
    assert (outgoing.account.bot_id, outgoing.account.tenant_id) == ("28:abc", "t")
    assert kinds(outgoing) == {Channel.TEAMS: TeamsSender}


def test_teams_and_mail() -> None:
    outgoing = outgoing_of(settings(smtp_url=SMTP, mail_from="KF <kf@kommun.example>"))
    assert isinstance(outgoing.post, SmtpPost)
    assert kinds(outgoing) == {Channel.TEAMS: TeamsSender, Channel.EMAIL: EmailSender}


@pytest.mark.parametrize("sender", ["", "kf", "kf@", "Kompetensförsörjning"])
def test_mail_without_a_senders_address(sender: str) -> None:
    with pytest.raises(UnsafeStartError, match="KF_MAIL_FROM"):
        parts_of(settings(smtp_url=SMTP, mail_from=sender))


def test_the_password_is_not_shown() -> None:
    assert "hemligt" not in repr(settings(smtp_url=SMTP))
