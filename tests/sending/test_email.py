"""Mail to a real server: how it looks when it arrives, and every way in which it does not."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from functools import partial
from pathlib import Path

import pytest
from aiohttp.test_utils import unused_port
from icalendar import Calendar

from bot.clock import Clock
from bot.mail import EmailSender, MailFolder, Post, SmtpPost, SmtpServer, post_at
from bot.mail.compose import Composer
from bot.mail.smtp import CONNECTIONS, Encryption
from bot.sender import Failed, Recipient, Sent
from bot.settings import UnsafeStartError
from kfmodel.delivery import Reason
from kfmodel.summary_files import SummaryFiles
from tests.cards.committee import FACTS
from tests.messages.samples import (
    INVITATION,
    MOVED,
    NOT_STARTED,
    SENT_BACK,
    SUMMARY,
    URL,
    summary_ready,
)
from tests.sending.mail_server import Certificate, Inbox, Running, running

NOW = datetime(2025, 10, 10, 7, 0, tzinfo=UTC)
CHAT = "https://teams.microsoft.com/l/chat/0/0?users=28:abc"
ANNA = Recipient(7, "Anna Åkesson", "anna.akesson@stad.example", "sv")
COMPOSER = Composer("Kompetensförsörjning <kf@stad.example>", CHAT)
Serve = Callable[..., AbstractAsyncContextManager[Running]]


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return Certificate(tmp_path_factory.mktemp("mail"))


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def serve(inbox: Inbox, certificate: Certificate) -> Serve:
    return partial(running, inbox, certificate=certificate)


def sender(post: Post, composer: Composer = COMPOSER) -> EmailSender:
    return EmailSender(post, composer, Clock(real=lambda: NOW))


@pytest.fixture
async def mail(serve: Serve) -> AsyncIterator[EmailSender]:
    """A sender whose server listens."""
    async with serve(encryption=Encryption.STARTTLS) as there:
        one = sender(SmtpPost(there.server, there.trusted, timeout=5))
        yield one
        await one.close()


def part(message: EmailMessage, kind: str) -> str:
    found = next(one for one in message.walk() if one.get_content_type() == kind)
    content = found.get_content()
    return content if isinstance(content, str) else content.decode()


def calendar_in(message: EmailMessage) -> Calendar:
    read = Calendar.from_ical(part(message, "text/calendar"))
    assert isinstance(read, Calendar)
    return read


@pytest.mark.parametrize("encryption", list(Encryption))
async def test_arrives(serve: Serve, inbox: Inbox, encryption: Encryption) -> None:
    has_login = encryption is Encryption.STARTTLS
    async with serve(encryption=encryption, login=has_login) as there:
        mail = sender(SmtpPost(there.server, there.trusted, timeout=5))
        outcome = await mail.send(NOT_STARTED, ANNA)
        await mail.close()
    [taken] = inbox.taken
    assert outcome == Sent(NOW, taken["Message-ID"])
    assert inbox.was_encrypted == [encryption is not Encryption.NONE]
    assert inbox.envelopes[0].mail_from == "kf@stad.example"
    assert inbox.envelopes[0].rcpt_tos == [ANNA.email]


async def test_what_arrives(mail: EmailSender, inbox: Inbox) -> None:
    await mail.send(SENT_BACK, ANNA)
    [taken] = inbox.taken
    assert str(taken["From"]) == "Kompetensförsörjning <kf@stad.example>"
    assert str(taken["To"]) == "Anna Åkesson <anna.akesson@stad.example>"
    assert taken["Reply-To"] == "hr@stad.example"
    assert taken["Auto-Submitted"] == "auto-generated"
    assert taken["Date"].datetime == NOW
    assert taken["Subject"].startswith("Kompetensförsörjning 2025: ett svar har kommit tillbaka")
    kinds = [one.get_content_type() for one in taken.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    assert "Stämmer *båda*? <b>Hör av dig</b>" in part(taken, "text/plain")
    assert "&lt;b&gt;Hör av dig" in part(taken, "text/html")
    assert CHAT in part(taken, "text/plain")


async def test_the_invitation_carries_the_deadline(mail: EmailSender, inbox: Inbox) -> None:
    await mail.send(INVITATION, ANNA)
    [taken] = inbox.taken
    attached = next(one for one in taken.walk() if one.get_content_type() == "text/calendar")
    assert attached.get_param("method") == "PUBLISH"
    assert attached.get_filename() == "sista-svarsdag.ics"
    calendar = calendar_in(taken)
    [event] = calendar.walk("VEVENT")
    assert calendar["METHOD"] == "PUBLISH"
    assert event.decoded("summary") == "Sista svarsdag: Kompetensförsörjning 2025"
    assert event.decoded("dtstart") == date(2025, 10, 17)  # a whole day, until 24 in Stockholm
    assert event.decoded("dtend") == date(2025, 10, 18)
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["ORGANIZER"] == "mailto:hr@stad.example"
    [alarm] = calendar.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=-15)


async def test_the_summary_carries_the_workbook_and_the_report(
    mail: EmailSender, inbox: Inbox
) -> None:
    await mail.send(SUMMARY, ANNA)
    [taken] = inbox.taken
    attached = {one.get_filename(): one.get_content() for one in taken.iter_attachments()}
    assert attached == {"sammanställning.xlsx": b"PK", "sammanställning.docx": b"PK report"}
    assert "https://kf.example.org/summary/abc" in part(taken, "text/html")
    assert CHAT not in part(taken, "text/html")
    await mail.send(summary_ready(FACTS, url=""), replace(ANNA, person_id=None))
    assert CHAT in part(inbox.taken[1], "text/html")


async def test_the_deadlines_entry_replaces_itself(mail: EmailSender, inbox: Inbox) -> None:
    await mail.send(INVITATION, ANNA)
    moved = replace(MOVED.cycle, deadline_on=date(2025, 10, 24))
    await mail.send(replace(MOVED, cycle=moved), ANNA)
    await mail.send(INVITATION, replace(ANNA, email="bo@stad.example"))
    uids = [str(calendar_in(taken).walk("VEVENT")[0]["UID"]) for taken in inbox.taken]
    assert uids[0] == uids[1] != uids[2]


async def test_a_retry_is_recognised(mail: EmailSender, inbox: Inbox) -> None:
    await mail.send(NOT_STARTED, ANNA)
    await mail.send(NOT_STARTED, ANNA)
    await mail.send(replace(NOT_STARTED, key="next"), ANNA)
    await mail.send(NOT_STARTED, replace(ANNA, email="bo@stad.example"))
    first, again, later, other = [taken["Message-ID"] for taken in inbox.taken]
    assert first == again
    assert len({first, later, other}) == 3
    assert first.endswith("@stad.example>")


async def test_a_run_uses_few_connections(mail: EmailSender, inbox: Inbox) -> None:
    for _ in range(5):
        await mail.send(NOT_STARTED, ANNA)
    assert len(inbox.connections) == 1
    await asyncio.gather(*(mail.send(NOT_STARTED, ANNA) for _ in range(20)))
    assert len(inbox.taken) == 25
    assert len(inbox.connections) <= CONNECTIONS


async def test_a_connection_that_the_server_ended_is_made_anew(
    mail: EmailSender, inbox: Inbox
) -> None:
    inbox.drop_after = 1
    assert isinstance(await mail.send(NOT_STARTED, ANNA), Sent)
    assert isinstance(await mail.send(NOT_STARTED, ANNA), Sent)
    assert len(inbox.connections) == 2


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("550 5.1.1 no such user anna.akesson", Failed(Reason.LEFT, detail="550 5.1.1")),
        ("550 5.7.1 not for you", Failed(Reason.REFUSED, detail="550 5.7.1")),
        ("553 what", Failed(Reason.REFUSED, detail="553")),
        ("450 4.2.0 greylisted", Failed(Reason.UNREACHABLE, permanent=False, detail="450 4.2.0")),
        ("452 4.2.2 full", Failed(Reason.UNREACHABLE, permanent=False, detail="452 4.2.2")),
    ],
)
async def test_one_recipient_is_refused(
    mail: EmailSender, inbox: Inbox, said: str, outcome: Failed
) -> None:
    inbox.refused[ANNA.email] = said
    assert await mail.send(NOT_STARTED, ANNA) == outcome
    assert isinstance(await mail.send(NOT_STARTED, replace(ANNA, email="bo@stad.example")), Sent)
    assert len(inbox.connections) == 1


@pytest.mark.parametrize(
    ("command", "said", "outcome"),
    [
        ("DATA", "554 5.7.1 spam", Failed(Reason.REFUSED, detail="554 5.7.1")),
        ("DATA", "552 5.3.4 too big", Failed(Reason.TOO_LARGE, detail="552 5.3.4")),
        ("DATA", "451 4.3.0 later", Failed(Reason.UNREACHABLE, False, "451 4.3.0")),
        ("MAIL", "550 5.7.60 not your address", Failed(Reason.UNREACHABLE, False, "550 5.7.60")),
        ("MAIL", "421 4.3.2 closing", Failed(Reason.UNREACHABLE, False, "421 4.3.2")),
    ],
)
async def test_the_message_is_refused(
    mail: EmailSender, inbox: Inbox, command: str, said: str, outcome: Failed
) -> None:
    inbox.answers[command] = said
    assert await mail.send(NOT_STARTED, ANNA) == outcome
    inbox.answers.clear()
    assert isinstance(await mail.send(NOT_STARTED, ANNA), Sent)


HEAVY = SummaryFiles(bytes(100_000), bytes(100_000))


@pytest.mark.parametrize("is_told", [True, False])
async def test_a_summary_that_is_too_large_goes_once_more_with_links_alone(
    serve: Serve, inbox: Inbox, is_told: bool
) -> None:
    inbox.largest = 60_000
    told = inbox.largest if is_told else None
    async with serve(encryption=Encryption.NONE, told_limit=told) as there:
        mail = sender(SmtpPost(there.server, timeout=5))
        outcome = await mail.send(summary_ready(FACTS, URL, HEAVY), ANNA)
        light = await mail.send(SUMMARY, ANNA)
        await mail.send(summary_ready(FACTS, "", HEAVY), replace(ANNA, person_id=None))
        await mail.close()
    taken, lighter, shared = inbox.taken
    refused = Failed(Reason.TOO_LARGE, detail="552" if is_told else "552 5.3.4")
    assert outcome == Sent(NOW, taken["Message-ID"], left_out=refused)
    assert isinstance(light, Sent)
    assert light.left_out is None
    assert not list(taken.iter_attachments())
    assert len(list(lighter.iter_attachments())) == 2
    for kind in ("text/plain", "text/html"):
        said = part(taken, kind)
        assert "Arbetsboken och rapporten är för stora för att bifogas." in said
        assert URL in said
        assert f"{URL}/report" in said
        assert "Skriv ”sammanställning” i chatten, så får du arbetsboken" in part(shared, kind)
        assert "Hej!" in part(shared, kind)


async def test_a_letter_that_is_too_large_even_so_is_given_up(
    mail: EmailSender, inbox: Inbox
) -> None:
    inbox.largest = 100
    outcome = await mail.send(SUMMARY, ANNA)
    assert outcome == Failed(Reason.TOO_LARGE, detail="552 5.3.4")
    assert not inbox.taken


@pytest.mark.parametrize("command", ["MAIL", "DATA"])
async def test_a_slow_server(serve: Serve, inbox: Inbox, command: str) -> None:
    inbox.silent_at = command
    async with serve(encryption=Encryption.NONE) as there:
        post = SmtpPost(there.server, timeout=0.2)
        outcome = await sender(post).send(NOT_STARTED, ANNA)
        assert outcome == Failed(Reason.UNREACHABLE, False, "SMTPReadTimeoutError")
        inbox.silent_at = ""
        assert isinstance(await sender(post).send(NOT_STARTED, ANNA), Sent)
        await post.close()


async def test_a_server_that_is_down() -> None:
    post = SmtpPost(SmtpServer("127.0.0.1", unused_port(), Encryption.NONE))
    outcome = await sender(post).send(NOT_STARTED, ANNA)
    assert outcome == Failed(Reason.UNREACHABLE, False, "SMTPConnectError")
    await post.close()


@pytest.mark.parametrize("encryption", [Encryption.TLS, Encryption.STARTTLS])
async def test_a_certificate_that_is_not_trusted(
    serve: Serve, inbox: Inbox, encryption: Encryption
) -> None:
    async with serve(encryption=encryption) as there:
        post = SmtpPost(there.server, ssl.create_default_context(), timeout=5)
        outcome = await sender(post).send(NOT_STARTED, ANNA)
    assert isinstance(outcome, Failed)
    assert (outcome.reason, outcome.permanent) == (Reason.UNREACHABLE, False)
    assert not inbox.taken


async def test_no_word_is_said_to_a_server_without_tls(serve: Serve, inbox: Inbox) -> None:
    async with serve(encryption=Encryption.NONE) as there:
        demanding = replace(there.server, encryption=Encryption.STARTTLS)
        outcome = await sender(SmtpPost(demanding, timeout=5)).send(NOT_STARTED, ANNA)
    assert outcome == Failed(Reason.UNREACHABLE, False, "SMTPException")
    assert not inbox.taken


async def test_a_wrong_password(serve: Serve, inbox: Inbox) -> None:
    async with serve(encryption=Encryption.STARTTLS, login=True) as there:
        wrong = replace(there.server, password="wrong")
        outcome = await sender(SmtpPost(wrong, there.trusted, timeout=5)).send(NOT_STARTED, ANNA)
    assert outcome == Failed(Reason.UNREACHABLE, False, "535 5.7.8")
    assert not inbox.taken
    assert "wrong" not in repr(wrong)


@pytest.mark.parametrize(
    "address",
    ["", "anna", "anna@", "@stad.example", "anna åkesson@stad.example", "a@b\r\nRCPT TO:<c@d>"],
)
async def test_no_address(mail: EmailSender, inbox: Inbox, address: str) -> None:
    outcome = await mail.send(NOT_STARTED, replace(ANNA, email=address))
    assert isinstance(outcome, Failed)
    assert (outcome.reason, outcome.permanent) == (Reason.NO_ADDRESS, True)
    assert not inbox.taken


async def test_letters_that_are_not_english(mail: EmailSender, inbox: Inbox) -> None:
    """A domain goes as DNS knows it; a mailbox that the server cannot spell is no address."""
    assert isinstance(await mail.send(NOT_STARTED, replace(ANNA, email="anna@åre.example")), Sent)
    assert inbox.envelopes[0].rcpt_tos == ["anna@xn--re-xia.example"]
    outcome = await mail.send(NOT_STARTED, replace(ANNA, email="åsa@stad.example"))
    assert outcome == Failed(Reason.NO_ADDRESS, detail="SMTPNotSupported")


async def test_a_name_cannot_add_headers(mail: EmailSender, inbox: Inbox) -> None:
    await mail.send(NOT_STARTED, replace(ANNA, name="Anna\r\nBcc: all@stad.example"))
    [taken] = inbox.taken
    assert taken["Bcc"] is None
    assert inbox.envelopes[0].rcpt_tos == [ANNA.email]


async def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    mail = sender(MailFolder(folder))
    assert isinstance(await mail.send(NOT_STARTED, ANNA), Sent)
    assert isinstance(await mail.send(NOT_STARTED, ANNA), Sent)
    await mail.send(replace(NOT_STARTED, key="next"), ANNA)
    first, second = sorted(folder.iterdir())
    assert first.name.startswith("2025-10-10 anna.akesson@stad.example Påminnelse om Kompetens")
    assert first.suffix == second.suffix == ".eml"
    assert datetime.fromtimestamp(first.stat().st_mtime, UTC) == NOW
    await mail.close()


async def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file")
    outcome = await sender(MailFolder(tmp_path / "mail")).send(NOT_STARTED, ANNA)
    assert outcome == Failed(Reason.UNREACHABLE, False, "FileExistsError")


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtps://smtp.stad.example", SmtpServer("smtp.stad.example", 465, Encryption.TLS)),
        (
            "smtp://kf%40stad.example:hem%3Alig@smtp.stad.example",
            SmtpServer("smtp.stad.example", 587, Encryption.STARTTLS, "kf@stad.example", "hem:lig"),
        ),
        ("smtp://relay:2525?tls=off", SmtpServer("relay", 2525, Encryption.NONE)),
    ],
)
def test_the_servers_url(url: str, server: SmtpServer) -> None:
    post = post_at(url)
    assert isinstance(post, SmtpPost)
    assert post._server == server


def test_a_folders_url() -> None:
    post = post_at("file:///var/kf/e%20post")
    assert isinstance(post, MailFolder)
    assert post.directory == Path("/var/kf/e post")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("smtp.stad.example", "smtp://, smtps:// eller file:///"),
        ("smtp://", "namnge en server"),
        ("https://stad.example", "smtp://, smtps://"),
        ("file:", "file:///"),
        ("smtp://kf:pw@relay?tls=off", "utan TLS"),
        ("smtp://relay?tls=maybe", "bara tls=off"),
        ("smtp://relay:abc", "porten"),
    ],
)
def test_a_url_that_says_nothing(url: str, said: str) -> None:
    with pytest.raises(UnsafeStartError, match=said):
        post_at(url)
