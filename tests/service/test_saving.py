"""HR saves the summary's files in their own OneDrive, by Teams' consent for files."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import Engine
from structlog.testing import capture_logs

from bot.demo.example import seed
from bot.teams.onedrive import PATIENCE
from cards import own_chat_card
from kfmodel.database import writing
from tests.channel.activities import TENANT
from tests.channel.issuer import Key
from tests.channel.service import refusal
from tests.service.chat import Chat, Json, settled, texts, walk
from tests.service.conftest import NOW
from tests.service.onedrive import FakeOneDrive
from tests.service.teams import ON_SQLITE, Teams

HR, MANAGER = "Helena Ryding", "Johan Vretlund"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"
FILE = "application/vnd.microsoft.teams.card.file.info"
CARD = "application/vnd.microsoft.card.adaptive"
WORKBOOK, REPORT = "Hämta arbetsboken", "Hämta rapporten"
SESSION = "personal/hr/_api/v2.0/drive/items/01X/uploadSession?guid='3f%2f'&tempauth=a.b"


@pytest.fixture
def imported_url(engine: Engine, database_url: str) -> str:
    """The example as the demo begins: half of the managers done."""
    with writing(engine) as connection:
        seed(connection, NOW)
    return database_url


@pytest.fixture
def onedrive() -> FakeOneDrive:
    return FakeOneDrive()


@pytest.fixture
async def drive_url(onedrive: FakeOneDrive) -> AsyncIterator[str]:
    async with TestServer(onedrive.application(), host="127.0.0.1") as server:
        yield str(server.make_url("/"))


def attachments(chat: Chat) -> list[Json]:
    """What the bot has sent to the chat, oldest first."""
    return [
        attachment
        for request in chat.service.requests
        if request.method == "POST"
        for attachment in request.body["attachments"]
    ]


def last_card(chat: Chat) -> str:
    newest = attachments(chat)[-1]
    assert newest["contentType"] == CARD
    return "\n".join(texts(newest["content"]))


def upload_info(url: str, name: str = "Kompetens.xlsx", **changes: Any) -> Json:
    """As Teams has made a place for the file."""
    return {
        "contentUrl": url + "personal/hr/Documents/Applications/" + name,
        "name": name,
        "uploadUrl": url + SESSION,
        "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C8C",
        "fileType": "xlsx",
        "etag": "123",
        **changes,
    }


async def asked_for_summary(teams: Teams, **more: Any) -> Chat:
    chat = teams.chat(HR, **more)
    await chat.say("sammanställning")
    return chat


async def offered(chat: Chat, button: str = "Spara i OneDrive") -> list[Json]:
    """The consents that come when the button is pressed, workbook and report."""
    before = len(chat.service.requests)
    status, body = await chat.deliver(chat.action(button))
    assert (status, body["type"]) == (200, "application/vnd.microsoft.activity.message")
    assert "OneDrive" in body["value"]
    await settled(chat.service, before + 2)
    consents = attachments(chat)[-2:]
    assert [one["contentType"] for one in consents] == [CONSENT, CONSENT]
    return consents


async def answer(chat: Chat, value: Any, card_id: str = "1801") -> int:
    invoke = chat.activity(type="invoke", name="fileConsent/invoke", value=value, replyToId=card_id)
    status, body = await chat.post(invoke)
    assert body is None
    return status


def accepting(consent: Json, info: Json) -> Json:
    context = consent["content"]["acceptContext"]
    return {"type": "fileUpload", "action": "accept", "context": context, "uploadInfo": info}


async def accept(chat: Chat, consent: Json, info: Json, card_id: str = "1801") -> None:
    """Press "Allow", and wait for what the bot says and for the consent to go away."""
    before = len(chat.service.requests)
    assert await answer(chat, accepting(consent, info), card_id) == 200
    await settled(chat.service, before + 2)
    gone = chat.service.requests[-1]
    assert (gone.method, gone.path.rpartition("/")[2]) == ("DELETE", card_id)


def link_on(chat: Chat, title: str) -> str:
    links = [node for node in walk(chat.card) if node.get("type") == "Action.OpenUrl"]
    [url] = [node["url"] for node in links if node["title"] == title]
    return str(url.removeprefix("https://kf.example"))


def handed_out(teams: Teams) -> int:
    [count] = teams.rows("SELECT count(*) FROM audit_entry WHERE event = 'summary_downloaded'")
    return int(count)


async def test_both_files_are_saved_once_they_are_accepted(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    chat = await asked_for_summary(teams)
    for consent, title, ending in zip(
        await offered(chat), (WORKBOOK, REPORT), ("xlsx", "docx"), strict=True
    ):
        assert consent["name"].endswith(f" version 1.{ending}")
        assert "Kompetensförsörjning 2025" in consent["content"]["description"]
        _, content, _ = await teams.get(link_on(chat, title))
        assert consent["content"]["sizeInBytes"] == len(content)
        info = upload_info(drive_url, consent["name"], fileType=ending)
        await accept(chat, consent, info, f"consent-{ending}")
        upload = onedrive.uploads[-1]
        assert (upload.path, upload.content) == (f"/{SESSION}", content)
        assert upload.headers["Content-Length"] == str(len(content))
        last = len(content) - 1
        assert upload.headers["Content-Range"] == f"bytes 0-{last}/{len(content)}"
        assert "Authorization" not in upload.headers
        assert attachments(chat)[-1] == {
            "contentType": FILE,
            "contentUrl": info["contentUrl"],
            "name": consent["name"],
            "content": {"uniqueId": info["uniqueId"], "fileType": ending},
        }
    details = teams.rows("SELECT detail FROM audit_entry WHERE event = 'summary_downloaded'")
    assert ["teams" in str(detail) for detail in details] == [False, True] * 2


@ON_SQLITE
async def test_in_english(teams: Teams, onedrive: FakeOneDrive, drive_url: str) -> None:
    teams.do("UPDATE person SET language = 'en' WHERE name = :name", name=HR)
    chat = await asked_for_summary(teams)
    consents = await offered(chat, "Save to OneDrive")
    assert "Draft of the report" in consents[1]["content"]["description"]
    onedrive.answers = [web.Response(status=507)]
    await accept(chat, consents[1], upload_info(drive_url))
    assert "There is no room for the file in your OneDrive" in last_card(chat)


@ON_SQLITE
async def test_a_client_that_knows_no_action_execute(teams: Teams) -> None:
    chat = await asked_for_summary(teams)
    before = len(teams.service.requests)
    value = chat.action("Spara i OneDrive")["fallback"]["data"]
    assert (await chat.post(chat.activity(type="message", text="", value=value)))[0] == 200
    await settled(teams.service, before + 3)
    sent = [request.body for request in teams.service.requests[before:]]
    [said] = [one["text"] for one in sent if "text" in one]
    assert "OneDrive" in said
    asked = [one["attachments"][0] for one in sent if "attachments" in one]
    assert [one["contentType"] for one in asked] == [CONSENT, CONSENT]


@ON_SQLITE
async def test_what_is_declined_is_not_saved(teams: Teams, onedrive: FakeOneDrive) -> None:
    chat = await asked_for_summary(teams)
    [consent, _] = await offered(chat)
    context = consent["content"]["declineContext"]
    before = len(teams.service.requests)
    value = {"type": "fileUpload", "action": "decline", "context": context}
    assert await answer(chat, value) == 200
    await settled(teams.service, before + 1)
    replaced = teams.service.requests[-1]
    assert (replaced.method, replaced.path.rpartition("/")[2]) == ("PUT", "1801")
    [shown] = replaced.body["attachments"]
    assert [*texts(shown["content"])] == ["Arbetsboken sparades inte i OneDrive."]
    assert (onedrive.uploads, handed_out(teams)) == ([], 0)


async def test_accepted_twice_at_once_is_saved_once(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    chat = await asked_for_summary(teams)
    [consent, _] = await offered(chat)
    before, value = len(teams.service.requests), accepting(consent, upload_info(drive_url))
    assert await asyncio.gather(*(answer(chat, value) for _ in range(2))) == [200, 200]
    await settled(teams.service, before + 4)
    assert len(onedrive.uploads) == handed_out(teams) == 1
    said = attachments(chat)[-2:]
    assert {one["contentType"] for one in said} == {CARD, FILE}
    assert "den är sparad eller på väg" in str(said)


@ON_SQLITE
async def test_a_consent_holds_once_after_a_restart_too_and_a_new_one_anew(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    chat = await asked_for_summary(teams)
    [consent, _] = await offered(chat)
    await accept(chat, consent, upload_info(drive_url))
    await teams.restart()
    chat = replace(chat, url=f"{teams.url}/api/messages")
    await accept(chat, consent, upload_info(drive_url))
    assert "den är sparad eller på väg" in last_card(chat)
    chat.card = attachments(chat)[-1]["content"]
    [again, _] = await offered(chat)
    await accept(chat, again, upload_info(drive_url), "1802")
    assert len(onedrive.uploads) == 2


@ON_SQLITE
@pytest.mark.parametrize(
    "happens",
    [
        "DELETE FROM assignment WHERE role = 'hr'",
        "UPDATE assignment SET organisation_id ="
        " (SELECT id FROM organisation WHERE code = 'ASN-BTS') WHERE role = 'hr'",
        "DELETE FROM summary",
    ],
    ids=["the post is lost", "the post is another", "the version is gone"],
)
async def test_what_is_not_theirs_any_more_is_not_saved(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str, happens: str
) -> None:
    chat = await asked_for_summary(teams)
    [consent, _] = await offered(chat)
    teams.do(happens)
    await accept(chat, consent, upload_info(drive_url))
    assert "finns inte längre, eller så är den inte din" in last_card(chat)
    assert "https://" not in str(attachments(chat)[-1])
    assert (onedrive.uploads, handed_out(teams)) == ([], 0)


@ON_SQLITE
async def test_somebody_elses_consent_saves_nothing(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    [consent, _] = await offered(await asked_for_summary(teams))
    manager = teams.chat(MANAGER)
    await accept(manager, consent, upload_info(drive_url))
    assert "inte din att hämta" in last_card(manager)
    stranger = teams.chat("Nobody", entra_id="unknown-in-entra")
    teams.service.answers = [refusal(404, "MemberNotFoundInConversation")]
    assert await answer(stranger, accepting(consent, upload_info(drive_url))) == 200
    assert "Jag hittar dig tyvärr inte" in last_card(stranger)
    assert (onedrive.uploads, handed_out(teams)) == ([], 0)


@ON_SQLITE
async def test_in_a_group_nothing_is_saved(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    chat = await asked_for_summary(teams)
    [consent, _] = await offered(chat)
    invoke = chat.activity(
        type="invoke", name="fileConsent/invoke", value=accepting(consent, upload_info(drive_url))
    )
    invoke["conversation"]["conversationType"] = "groupChat"
    assert (await chat.post(invoke))[0] == 200
    assert last_card(chat) == "\n".join(texts(own_chat_card("sv")))
    assert (onedrive.uploads, handed_out(teams)) == ([], 0)


@ON_SQLITE
async def test_who_may_not_have_it_is_offered_nothing(teams: Teams) -> None:
    await asked_for_summary(teams)
    before, manager = len(teams.service.requests), teams.chat(MANAGER)
    for summary in (1, 99, "x", None):
        press = {"action": {"verb": "save_files", "data": {"summary": summary}}}
        _, body = await manager.invoke(press)
        assert body["type"] == CARD
        assert "Spara i OneDrive" not in str(body)
    assert len(teams.service.requests) == before


@ON_SQLITE
async def test_only_teams_has_the_button(
    teams: Teams, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(key.jwk, "endorsements", ["webchat"])
    chat = teams.chat(HR)
    await chat.say("sammanställning", channelId="webchat")
    assert "Spara i OneDrive" not in chat.text()
    assert WORKBOOK in chat.text()
    press = {"action": {"verb": "save_files", "data": {"summary": 1}}}
    forged = chat.activity(
        type="invoke", name="adaptiveCard/action", value=press, channelId="webchat"
    )
    _, body = await chat.post(forged)
    assert body["type"] == CARD


MALFORMED: list[Json] = [
    {"context": None},
    {"context": []},
    {"context": {"summary": 1}},
    {"context": {"summary": 1, "file": "payroll"}},
    {"context": {"summary": 1, "file": ["workbook"]}},
    {"context": {"summary": True, "file": "workbook"}},
    {"context": {"summary": "1 OR 1", "file": "workbook"}},
    {"type": "fileDownload"},
    {"action": "maybe"},
    {"action": ["accept"]},
    {"action": None},
    {"uploadInfo": None},
    {"uploadInfo": "https://contoso-my.sharepoint.com/x"},
    *({"uploadInfo": upload_info("https://x/") | {key: 7}} for key in ("uploadUrl", "name")),
    *({"uploadInfo": upload_info("https://x/") | {key: ""}} for key in ("contentUrl", "uniqueId")),
]


@ON_SQLITE
async def test_a_malformed_answer_is_400(teams: Teams, onedrive: FakeOneDrive) -> None:
    chat = teams.chat(HR)
    whole = {"content": {"acceptContext": {"summary": 1, "file": "workbook"}}}
    right = accepting(whole, upload_info("https://x/"))
    malformed: list[Any] = [None, "text", [], {}, *(right | changes for changes in MALFORMED)]
    for wrong in malformed:
        assert await answer(chat, wrong) == 400, wrong
    assert (onedrive.uploads, teams.service.requests) == ([], [])


@ON_SQLITE
async def test_no_other_place_than_onedrive_is_sent_anything(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    chat = await asked_for_summary(teams)
    [consent, _] = await offered(chat)
    elsewhere = drive_url.replace("127.0.0.1", "localhost")
    for changes in (
        {"uploadUrl": elsewhere},
        {"uploadUrl": drive_url.replace("http:", "https:")},
        {"uploadUrl": "http://me@127.0.0.1/"},
        {"contentUrl": "javascript:alert(1)"},
    ):
        await accept(chat, consent, upload_info(drive_url, **changes))
        assert "OneDrive tog inte emot filen" in last_card(chat)
    assert (onedrive.uploads, handed_out(teams)) == ([], 0)


REFUSED, BUSY = "OneDrive tog inte emot filen", "OneDrive svarar inte just nu"
EXPIRED, FULL = "Godkännandet gäller inte längre", "Filen får inte plats"


@ON_SQLITE
async def test_what_onedrive_refuses_is_told_with_the_way_out(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    chat = await asked_for_summary(teams)
    [_, consent] = await offered(chat)
    answers = [
        ([400], REFUSED),
        ([202], REFUSED),
        ([401], EXPIRED),
        ([403], REFUSED),
        ([404], EXPIRED),
        ([409], REFUSED),
        ([413], FULL),
        ([429] * 4, BUSY),
        ([500] * 4, BUSY),
        ([503, 404], EXPIRED),
    ]
    for place, (statuses, said) in enumerate(answers):
        onedrive.answers = [web.Response(status=status) for status in statuses]
        onedrive.uploads.clear()
        await accept(chat, consent, upload_info(drive_url), f"consent-{place}")
        assert len(onedrive.uploads) == len(statuses)
        assert "Rapporten kunde inte sparas i OneDrive" in last_card(chat)
        assert said in last_card(chat), statuses
    chat.card = attachments(chat)[-1]["content"]
    assert (await teams.get(link_on(chat, REPORT)))[0] == 200
    assert len(await offered(chat)) == 2


@ON_SQLITE
async def test_what_onedrive_takes_at_the_second_try_is_saved(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    chat = await asked_for_summary(teams)
    [consent, _] = await offered(chat)
    onedrive.answers = [web.Response(status=429, headers={"Retry-After": "1"})]
    await accept(chat, consent, upload_info(drive_url))
    first, second = onedrive.uploads
    assert first.content == second.content
    assert attachments(chat)[-1]["contentType"] == FILE


@ON_SQLITE
async def test_a_redirect_is_not_followed(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    chat = await asked_for_summary(teams)
    [consent, _] = await offered(chat)
    onedrive.answers = [web.Response(status=307, headers={"Location": drive_url + "elsewhere"})]
    await accept(chat, consent, upload_info(drive_url))
    assert len(onedrive.uploads) == 1
    assert "OneDrive tog inte emot filen" in last_card(chat)


@ON_SQLITE
async def test_a_onedrive_that_hangs_or_is_not_there(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str, unused_tcp_port: int
) -> None:
    teams.patience = replace(PATIENCE, attempt=0.2)
    await teams.restart()
    chat = await asked_for_summary(teams)
    [workbook, report] = await offered(chat)
    onedrive.silent = True
    await accept(chat, workbook, upload_info(drive_url))
    assert "OneDrive svarar inte just nu" in last_card(chat)
    nowhere = f"http://127.0.0.1:{unused_tcp_port}/"
    await accept(chat, report, upload_info(nowhere), "1802")
    assert "OneDrive svarar inte just nu" in last_card(chat)


@ON_SQLITE
async def test_who_has_blocked_the_bot_meanwhile(
    teams: Teams, onedrive: FakeOneDrive, drive_url: str
) -> None:
    chat = await asked_for_summary(teams)
    [consent, _] = await offered(chat)
    teams.service.answers = [refusal(403, "MessageWritesBlocked") for _ in range(2)]
    with capture_logs() as logs:
        await accept(chat, consent, upload_info(drive_url))
        await teams.stop()
    assert len(onedrive.uploads) == 1
    assert "message about a file not delivered" in [entry["event"] for entry in logs]
    assert TENANT not in str(logs)
