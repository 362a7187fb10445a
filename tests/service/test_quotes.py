"""HR picks in Teams what the report quotes; nobody else sees what there is."""

import io
from typing import Any

import pytest
from docx import Document
from sqlalchemy import Engine

from bot.demo.example import seed
from kfmodel.database import writing
from tests.service.chat import Chat
from tests.service.conftest import NOW
from tests.service.teams import ON_SQLITE, Teams
from tests.service.test_hr import link_on

HR, HEAD, MANAGER = "Helena Ryding", "Bengt Hallander", "Johan Vretlund"
PICK, CUT, DROP = "Använd i rapporten", "Spara kortare text", "Ta bort ur rapporten"
WORDS = "Aktivitetskravet innebär fler uppföljningar per hushåll."
UNIT, CATEGORY = "ASN-EKB-04", "Socialsekreterare myndighet ekonomiskt bistånd"


@pytest.fixture
def imported_url(engine: Engine, database_url: str) -> str:
    """The example as the demo begins: half of the managers done."""
    with writing(engine) as connection:
        seed(connection, NOW)
    return database_url


async def at_words(teams: Teams) -> Chat:
    """HR has paged to the words."""
    chat = teams.chat(HR)
    await chat.say("citat")
    while WORDS not in chat.text():
        await chat.press("Nästa")
    return chat


def pick_of(chat: Chat, title: str = PICK) -> dict[str, Any]:
    [found] = [
        action
        for action in chat.actions()
        if action["title"] == title and WORDS[:20] in action["tooltip"]
    ]
    return found


async def report_of(teams: Teams, chat: Chat) -> str:
    await chat.say("sammanställning")
    _, content, _ = await teams.get(link_on(chat, "Hämta rapporten"))
    return "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs)


def quotes_in(report: str) -> list[str]:
    """Paragraphs that are somebody's words; measures have their marks inside a sentence."""
    return [line for line in report.splitlines() if line.startswith("”")]


async def test_the_report_holds_what_hr_has_picked_and_nothing_else(teams: Teams) -> None:
    chat = await at_words(teams)
    assert "✓" not in chat.text()
    await chat.send(pick_of(chat))
    assert "Står i rapporten" in chat.text()
    report = await report_of(teams, chat)
    assert f"”{WORDS}”\n{CATEGORY}" in report
    assert len(quotes_in(report)) == 1
    assert "Enheten" not in report.split(WORDS)[1].splitlines()[1]
    chat = await at_words(teams)
    await chat.send(pick_of(chat, DROP))
    assert quotes_in(await report_of(teams, chat)) == []
    assert teams.rows("SELECT event FROM audit_entry WHERE event LIKE 'quote_%' ORDER BY id") == [
        "quote_picked",
        "quote_dropped",
    ]


@ON_SQLITE
async def test_a_shorter_text_says_where_it_is_cut(teams: Teams) -> None:
    chat = await at_words(teams)
    await chat.send(pick_of(chat))
    [shorter] = chat.inputs()
    await chat.send(pick_of(chat, CUT), **{shorter: "Aktivitetskravet innebär flera saker"})
    assert "”flera” står inte i svaret" in chat.text()
    assert chat.inputs()[shorter]["value"] == "Aktivitetskravet innebär flera saker"
    await chat.send(pick_of(chat, CUT), **{shorter: "Aktivitetskravet innebär fler uppföljningar"})
    assert "Aktivitetskravet innebär fler uppföljningar […]" in await report_of(teams, chat)
    assert teams.rows("SELECT original FROM picked_quote") == [WORDS]


@ON_SQLITE
async def test_a_quote_whose_answer_is_reopened_drops_out_and_hr_sees_it(teams: Teams) -> None:
    chat = await at_words(teams)
    await chat.send(pick_of(chat))
    teams.do(
        "UPDATE dialogue SET progress = 'in_progress', submitted_at = NULL WHERE id = :id",
        id=teams.dialogue(UNIT, CATEGORY),
    )
    assert WORDS not in await report_of(teams, chat)
    await chat.say("quotes")
    assert "1 citat står inte längre i rapporten" in chat.text()
    assert f"{CATEGORY}: svaret är inte längre inlämnat" in chat.text()
    await chat.press("Ta bort")
    assert "står inte längre i rapporten" not in chat.text()
    assert teams.rows("SELECT count(*) FROM picked_quote") == [0]


@ON_SQLITE
async def test_what_is_masked_is_not_offered_and_cannot_be_picked(teams: Teams) -> None:
    chat = await at_words(teams)
    press = pick_of(chat)
    teams.do("UPDATE dialogue SET heads = 4 WHERE id = :id", id=teams.dialogue(UNIT, CATEGORY))
    await chat.send(press)
    assert WORDS not in chat.text()
    assert teams.rows("SELECT count(*) FROM picked_quote") == [0]


@ON_SQLITE
@pytest.mark.parametrize("name", [MANAGER, HEAD])
async def test_who_is_not_hr_neither_sees_nor_picks(teams: Teams, name: str) -> None:
    press = pick_of(await at_words(teams))
    chat = teams.chat(name)
    for word in ("citat", "börja"):
        await chat.say(word)
        assert WORDS not in chat.text()
        assert "quotes" not in [action["verb"] for action in chat.actions()]
    await chat.send(press)
    assert WORDS not in chat.text()
    assert teams.rows("SELECT count(*) FROM picked_quote") == [0]


@ON_SQLITE
async def test_from_the_start_card_and_from_the_summary(teams: Teams) -> None:
    chat = teams.chat(HR)
    for word in ("börja", "sammanställning"):
        await chat.say(word)
        await chat.press("Citat till rapporten")
        assert "Välj vad rapporten ska citera." in chat.text()


@ON_SQLITE
async def test_a_page_that_is_not_there_is_the_nearest(teams: Teams) -> None:
    chat = teams.chat(HR)
    data = {"page": 999, "quote": "17-law-nothing", "picked": True}
    await chat.send({"verb": "quote", "data": data})
    assert "Föregående" in chat.text()
    assert "Nästa" not in chat.text()
