"""HR follows the answers, gets the compiled summary, and nobody else does."""

import asyncio
import io
from typing import Any

import openpyxl
import pytest
from docx import Document
from sqlalchemy import Engine

from bot.clock import Clock
from bot.demo.example import seed
from bot.documents.links import LINK_LASTS, Links
from kfmodel.database import writing
from tests.service.chat import Chat, walk
from tests.service.conftest import NOW
from tests.service.teams import LINK_SECRET, ON_SQLITE, Teams

HR, MANAGER = "Helena Ryding", "Johan Vretlund"
PUBLIC_URL = "https://kf.example"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def imported_url(engine: Engine, database_url: str) -> str:
    """The example as the demo begins: half of the managers done."""
    with writing(engine) as connection:
        seed(connection, NOW)
    return database_url


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def link_on(chat: Chat, title: str = "Hämta arbetsboken") -> str:
    """The path that the card's link leads to."""
    links = [node for node in walk(chat.card) if node.get("type") == "Action.OpenUrl"]
    [url] = [node["url"] for node in links if node["title"] == title]
    assert url.startswith(PUBLIC_URL)
    return str(url.removeprefix(PUBLIC_URL))


def links(teams: Teams, secret: str, purpose: str) -> Links:
    """Signed at the service's time."""
    return Links("/summary", Clock(real=lambda: teams.now), secret, purpose)


async def asked_for_summary(teams: Teams) -> Chat:
    chat = teams.chat(HR)
    await chat.say("sammanställning")
    return chat


async def test_the_summary_and_its_workbook(teams: Teams) -> None:
    chat = await asked_for_summary(teams)
    for said in ("23 av 48 svar inlämnade", "Sektionschef", "Vilka saknas?"):
        assert said in chat.text()
    status, content, headers = await teams.get(link_on(chat))
    assert (status, headers["Content-Type"]) == (200, XLSX)
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Disposition"].startswith("attachment;")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames[:3] == ["Gapanalys", "Rekryteringsbehov", "Risk"]
    events = teams.rows("SELECT event FROM audit_entry WHERE person_id IS NOT NULL ORDER BY id")
    assert events == ["summary_compiled", "summary_downloaded"]
    assert teams.rows("SELECT count(*) FROM summary") == [1]


@ON_SQLITE
async def test_the_summarys_report(teams: Teams) -> None:
    chat = await asked_for_summary(teams)
    status, content, headers = await teams.get(link_on(chat, "Hämta rapporten"))
    assert (status, headers["Content-Type"]) == (200, DOCX)
    assert headers["Content-Disposition"].endswith(".docx")
    titles = [p.text for p in Document(io.BytesIO(content)).paragraphs if p.text]
    assert titles[0].startswith("Rapport och plan för kompetensförsörjning")


@ON_SQLITE
async def test_the_link_works_again_after_a_restart_and_is_of_its_version(teams: Teams) -> None:
    chat = await asked_for_summary(teams)
    _, first, _ = await teams.get(link_on(chat))
    await teams.restart()
    assert (await teams.get(link_on(chat)))[:2] == (200, first)


@ON_SQLITE
async def test_an_altered_link_opens_nothing(teams: Teams) -> None:
    path = link_on(await asked_for_summary(teams))
    elsewhere = links(teams, "another secret", "summary")
    other_use = links(teams, LINK_SECRET, "something else")
    claims = {"summary": 1, "person": 1, "file": "workbook"}
    payload, _, signature = path.rpartition(".")
    altered = [
        f"{payload}.{signature[::-1]}",
        path.replace("/summary/", "/summary/x"),
        "/summary/1",
        "/summary/" + "a" * 5_000,
        elsewhere.link(claims),
        other_use.link(claims),
    ]
    for each in altered:
        status, content, _ = await teams.get(each)
        assert status == 403
        assert "sammanställning" in content.decode()
        assert "“summary” in the chat" in content.decode()
    assert (await teams.get("/summary/"))[0] == 404


@ON_SQLITE
async def test_a_link_is_of_a_summary_that_is_there(teams: Teams) -> None:
    [hr] = teams.rows("SELECT id FROM person WHERE name = :name", name=HR)
    path = links(teams, LINK_SECRET, "summary").link(
        {"summary": 99, "person": hr, "file": "report"}
    )
    assert (await teams.get(path))[0] == 403


@ON_SQLITE
async def test_a_link_expires(teams: Teams) -> None:
    path = link_on(await asked_for_summary(teams))
    lasts = LINK_LASTS.total_seconds()
    teams.pass_time(seconds=lasts - 60)
    assert (await teams.get(path))[0] == 200
    teams.pass_time(seconds=120)
    assert (await teams.get(path))[0] == 403


@ON_SQLITE
async def test_a_link_is_no_use_to_who_is_not_hr_any_more(teams: Teams) -> None:
    path = link_on(await asked_for_summary(teams))
    teams.do("DELETE FROM assignment WHERE role = 'hr'")
    assert (await teams.get(path))[0] == 403


@ON_SQLITE
async def test_hr_of_another_committee_cannot_use_the_link(teams: Teams) -> None:
    path = link_on(await asked_for_summary(teams))
    teams.do(
        "UPDATE assignment SET organisation_id ="
        " (SELECT id FROM organisation WHERE code = 'ASN-BTS') WHERE role = 'hr'"
    )
    assert (await teams.get(path))[0] == 403


@ON_SQLITE
@pytest.mark.parametrize("word", ["sammanställning", "summary", "påminn"])
async def test_who_is_not_hr_gets_help(teams: Teams, word: str) -> None:
    chat = teams.chat(MANAGER)
    await chat.say(word)
    assert "Så fungerar det" in chat.text()
    assert "påminn" not in chat.text()
    assert teams.rows("SELECT count(*) FROM summary") == [0]


@ON_SQLITE
@pytest.mark.parametrize("verb", ["summary", "missing", "progress"])
async def test_who_is_not_hr_and_presses_hrs_buttons_learns_nothing(
    teams: Teams, verb: str
) -> None:
    chat = teams.chat(MANAGER)
    _, body = await chat.invoke({"action": {"verb": verb, "data": {}}})
    assert body["statusCode"] == 200
    others = teams.rows("SELECT name FROM person WHERE name != :name", name=MANAGER)
    assert not [name for name in others if name in str(body)]


async def test_hr_follows_the_answers(teams: Teams) -> None:
    chat = teams.chat(HR)
    await chat.say("status")
    assert "23 av 48 inlämnade" in chat.text()
    await chat.say("påminn")
    assert "Johan Vretlund, Familjehem söder: 1 kategori" in chat.text()
    assert "Anna Lindmo" not in chat.text()
    remind = chat.action("Påminn …")
    await chat.press("Följ svaren")
    assert chat.action("Påminn …")["data"] == remind["data"]
    await chat.press("Sammanställning")
    assert link_on(chat)
    await chat.send(remind)
    assert "Till\n" in chat.text()
    teams.do("UPDATE cycle SET opens_on = '2025-10-06'")
    await chat.send(remind)
    assert "inte öppnad" in chat.text()


@ON_SQLITE
async def test_hrs_start_card_has_hrs_buttons_and_the_managers_has_not(teams: Teams) -> None:
    for name, expected in ((HR, True), (MANAGER, False)):
        chat = teams.chat(name)
        await chat.say("börja")
        assert ("summary" in [action["verb"] for action in chat.actions()]) is expected


@ON_SQLITE
async def test_what_is_submitted_meanwhile_is_in_the_next_summary(teams: Teams) -> None:
    first = await asked_for_summary(teams)
    manager = teams.chat(MANAGER)
    await manager.say("börja")
    await manager.press("Som förra gången (2023)")
    await manager.press("Skicka in")
    second = await asked_for_summary(teams)
    assert "23 av 48" in first.text()
    assert "24 av 48" in second.text()
    assert link_on(first) != link_on(second)


@ON_SQLITE
async def test_the_summary_of_a_committee_where_nobody_is_asked(teams: Teams) -> None:
    teams.do("UPDATE organisation SET kind = 'committee' WHERE code = 'ASN-BTS'")
    teams.do(
        "UPDATE assignment SET organisation_id ="
        " (SELECT id FROM organisation WHERE code = 'ASN-BTS') WHERE role = 'hr'"
    )
    chat = await asked_for_summary(teams)
    assert (await teams.get(link_on(chat)))[0] == 200


async def test_asked_for_twice_at_once(teams: Teams) -> None:
    chat = teams.chat(HR)
    press: Any = {"action": {"verb": "summary", "data": {}}}
    answers = await asyncio.gather(*(chat.invoke(press) for _ in range(2)))
    assert [body["statusCode"] for _, body in answers] == [200, 200]
    assert teams.rows("SELECT count(*) FROM summary") == [2]
