"""A division head and HR settle, return and approve in Teams; the managers meet what they did."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from bot.demo.categories import CHIEF, SUPPORT
from bot.demo.example import seed
from kfmodel.database import writing
from tests.service.chat import Chat
from tests.service.conftest import NOW
from tests.service.teams import ON_SQLITE, Teams

HR, HEAD = "Helena Ryding", "Bengt Hallander"
MANAGER, UNIT = "Anna Lindmo", "ASN-ARB-01"
HALF_WAY = "Peter Sandahl"
SETTLE, TAKE, CHANGE = "Fastställ", "Fastställ förslaget", "Fastställ de här värdena"
RETURN, ALL, APPROVE = "Skicka tillbaka", "Alla kategorier", "Godkänn sammanställningen"
WITHDRAW = "Ta tillbaka godkännandet"
VALUES = {
    "need_2y": "MORE",
    "need_5y": "MUCH_MORE",
    "level_some": "-10",
    "level_good": "0",
    "level_high": "+10",
    "level_very_high": "0",
    "severity": "SERIOUS",
    "likelihood": "HIGH",
}
REASON = "Två pensioneringar är redan kända."


@pytest.fixture
def imported_url(engine: Engine, database_url: str) -> str:
    """The example as the demo begins: half of the managers done."""
    with writing(engine) as connection:
        seed(connection, NOW)
    return database_url


async def at_list(teams: Teams, name: str = HEAD) -> Chat:
    chat = teams.chat(name)
    await chat.say("fastställ")
    return chat


async def at_category(teams: Teams, name: str, category: str) -> Chat:
    chat = await at_list(teams, name)
    await chat.press(f"Granska: {category}")
    return chat


async def all_settled(teams: Teams) -> Chat:
    """The head's two categories: one that nobody has answered, one taken as compiled."""
    chat = await at_category(teams, HEAD, CHIEF)
    await chat.press(CHANGE, **VALUES, reason=REASON)
    await chat.press(TAKE)
    return chat


def settled(teams: Teams, code: str) -> list[str]:
    return teams.rows(
        "SELECT c.name FROM settlement s JOIN category c ON c.id = s.category_id"
        " JOIN organisation o ON o.id = s.organisation_id"
        " WHERE o.code = :code AND s.return_comment IS NULL ORDER BY c.position",
        code=code,
    )


def done(teams: Teams) -> list[str]:
    return teams.rows("SELECT action FROM settling_revision WHERE number IS NOT NULL ORDER BY id")


async def test_a_head_settles_category_by_category_and_approves(teams: Teams) -> None:
    chat = teams.chat(HEAD)
    await chat.say("börja")
    assert "För dig som är avdelningschef" in chat.text()
    await chat.press(SETTLE)
    assert "0 av 2 kategorier fastställda" in chat.text()
    await chat.press(f"Granska: {CHIEF}")
    assert "Ingen har svarat än." in chat.text()
    assert TAKE not in chat.text()
    await chat.press(CHANGE, **VALUES | {"severity": "", "level_good": "0,5"})
    assert "Skriv ett helt tal, utan decimaler." in chat.text()
    assert "3 saker att rätta till" in chat.text()
    await chat.press(CHANGE, **VALUES)
    assert "Skriv skälet till värdena." in chat.text()
    assert chat.inputs()["severity"]["value"] == "SERIOUS"
    assert settled(teams, "ASN-ARB") == []
    await chat.press(CHANGE, **VALUES, reason=REASON)
    assert f"{CHIEF} är fastställd. Här är nästa kategori." in chat.text()
    assert "Jobbcentrum norr" in chat.text()
    assert " · Behov 2030: " in chat.text()
    await chat.press(TAKE)
    assert "2 av 2 kategorier fastställda" in chat.text()
    await chat.press(APPROVE)
    assert "Godkänd av Bengt Hallander 29 september kl. 09.00" in chat.text()
    assert settled(teams, "ASN-ARB") == [CHIEF, SUPPORT]
    assert done(teams) == ["settle", "settle", "approve"]


@ON_SQLITE
async def test_a_name_is_asked_about_and_an_approval_says_what_it_lacks(teams: Teams) -> None:
    chat = await at_category(teams, HEAD, CHIEF)
    named = VALUES | {"reason": "Anna Svensson säger det"}
    await chat.press(CHANGE, **named)
    assert "”Anna Svensson”" in chat.text()
    assert chat.inputs()["reason"]["value"] == named["reason"]
    assert settled(teams, "ASN-ARB") == []
    await chat.press("Fastställ ändå", **named | {"reason": "Johan Ek säger det"})
    assert "”Johan Ek”" in chat.text()
    await chat.press("Fastställ ändå", **named | {"reason": "Johan Ek säger det"})
    assert settled(teams, "ASN-ARB") == [CHIEF]
    await chat.press(TAKE)
    before = [line for line in chat.text().splitlines() if "svar saknas" in line]
    assert before
    await chat.press(APPROVE)
    assert [line for line in chat.text().splitlines() if "svar saknas" in line] == before
    hr = await at_category(teams, HR, CHIEF)
    [whom, *_] = hr.inputs()["return_to"]["choices"]
    given = {"return_to": whom["value"], "return_comment": "Anna Svensson säger det"}
    await hr.press(RETURN, **given)
    assert "”Anna Svensson”" in hr.text()
    await hr.press("Skicka tillbaka ändå", **given)
    assert "tillbakaskickat" in hr.text()


async def test_hr_sees_what_the_division_settled_and_gives_it_back(teams: Teams) -> None:
    head = await all_settled(teams)
    await head.press(APPROVE)
    chat = await at_list(teams, HR)
    assert "Godkänd av Bengt Hallander" in chat.text()
    await chat.press(f"Granska: {CHIEF}")
    for said in (
        "Arbetsmarknad (21 personer)",
        REASON,
        "Behov 2027: Mer i stället för –",
        "Är avdelningen godkänd tas godkännandet tillbaka.",
    ):
        assert said in chat.text()
    await chat.press(RETURN)
    assert "Välj vad som ska skickas tillbaka." in chat.text()
    [division] = [c for c in chat.inputs()["return_to"]["choices"] if "fastställda" in c["title"]]
    await chat.press(RETURN, return_to=division["value"], return_comment="Vilka är kända?")
    assert "tillbakaskickat" in chat.text()
    await head.say("börja")
    assert "HR har skickat tillbaka 1 kategori till dig." in head.text()
    await head.press(SETTLE)
    assert "1 av 2 kategorier fastställda" in head.text()
    assert APPROVE not in head.text()
    await head.press(f"Granska: {CHIEF}")
    assert "Helena Ryding skickade tillbaka det fastställda" in head.text()
    assert "Vilka är kända?" in head.text()
    await head.press(CHANGE)
    assert done(teams) == ["settle", "settle", "approve", "return", "withdraw", "settle"]


async def test_what_is_approved_is_locked_and_a_late_press_loses_nothing(teams: Teams) -> None:
    manager = teams.chat(HALF_WAY)
    await manager.say("fortsätt")
    head = await all_settled(teams)
    await head.press(APPROVE)
    await manager.press("Spara och fortsätt", severity="SERIOUS", likelihood="HIGH")
    assert "Sammanställningen är godkänd, så svaren är låsta." in manager.text()
    [dialogue] = {a["data"]["dialogue"] for a in manager.actions() if "dialogue" in a["data"]} or {
        teams.dialogue("ASN-ARB-02", SUPPORT)
    }
    assert teams.kept(dialogue)[-1]["typed"]["severity"] == "SERIOUS"
    done_before = teams.chat(MANAGER)
    await done_before.say("börja")
    await done_before.press(f"Visa: {SUPPORT}")
    assert "Sammanställningen är godkänd, så svaret är låst." in done_before.text()
    assert "Ändra mitt svar" not in done_before.text()


async def test_a_return_reopens_after_the_deadline_and_the_manager_sees_why(teams: Teams) -> None:
    teams.set_day(date(2025, 11, 20))
    await all_settled(teams)
    chat = await at_list(teams, HEAD)
    await chat.press(f"Visa: {SUPPORT}")
    [unit] = [c for c in chat.inputs()["return_to"]["choices"] if c["title"] == "Jobbcentrum norr"]
    await chat.press(RETURN, return_to=unit["value"], return_comment="Stämmer antalet *nu*?")
    assert "Underlaget har ändrats sedan det fastställdes" in chat.text()
    manager = teams.chat(MANAGER)
    await manager.say("börja")
    assert "Bengt Hallander skickade tillbaka svaret" in manager.text()
    assert "Stämmer antalet *nu*?" in manager.text()
    await manager.press("Fortsätt")
    assert "Stämmer antalet *nu*?" in manager.text()
    await manager.press("Skicka in")
    assert "Tack!" in manager.text()
    assert "försent" not in manager.text()
    assert teams.rows(
        "SELECT late, return_comment FROM dialogue WHERE id = :id",
        id=teams.dialogue(UNIT, SUPPORT),
    ) == [(False, None)]
    assert teams.verbs(teams.dialogue(UNIT, SUPPORT))[-2:] == ["return", "submit"]
    await manager.say("börja")
    assert "skickade tillbaka" not in manager.text()


@ON_SQLITE
async def test_hr_approves_when_everything_is_settled_and_takes_it_back(teams: Teams) -> None:
    chat = await at_category(teams, HR, CHIEF)
    for _ in range(8):
        values = {} if TAKE in chat.text() else VALUES | {"reason": REASON}
        await chat.press(CHANGE if values else TAKE, **values)
    assert "8 av 8 kategorier fastställda" in chat.text()
    approving = replace(chat)
    await chat.press(APPROVE)
    assert "Godkänd av Helena Ryding" in chat.text()
    head = await at_list(teams)
    assert "Nämndens sammanställning är godkänd" in head.text()
    await head.press(f"Visa: {CHIEF}")
    assert {a["title"] for a in head.actions()} == {ALL}
    await chat.press(WITHDRAW)
    assert "Godkännandet är tillbakataget." in chat.text()
    await approving.press(APPROVE)
    assert done(teams)[-2:] == ["approve", "withdraw"]
    assert teams.rows("SELECT DISTINCT locked FROM dialogue") == [0]


@ON_SQLITE
async def test_approving_on_an_old_card_says_what_has_changed_since(teams: Teams) -> None:
    chat = await all_settled(teams)
    hr = await at_list(teams, HR)
    await hr.press("Visa: Arbetsmarknad")
    await hr.press(f"Visa: {SUPPORT}")
    [division] = [c for c in hr.inputs()["return_to"]["choices"] if "fastställda" in c["title"]]
    await hr.press(RETURN, return_to=division["value"], return_comment="Se över")
    await chat.press(APPROVE)
    assert "Något har ändrats sedan kortet visades." in chat.text()
    assert teams.rows("SELECT count(*) FROM approval") == [0]


async def test_pressed_many_times_at_once_is_settled_once(teams: Teams) -> None:
    chat = await at_category(teams, HEAD, SUPPORT)
    action = chat.action(TAKE)
    answers = await asyncio.gather(*(chat.deliver(action) for _ in range(4)))
    assert {str(body["value"]) for _, body in answers} == {str(answers[0][1]["value"])}
    assert done(teams) == ["settle"]


async def test_two_who_settle_at_once_lose_nothing(teams: Teams) -> None:
    """HR acts for a division without a head, on two devices."""
    teams.do("DELETE FROM assignment WHERE role = 'division_head'")
    first = await at_list(teams, HR)
    assert "saknar chef, du fastställer" in first.text()
    await first.press("Visa: Arbetsmarknad")
    await first.press(f"Granska: {CHIEF}")
    second = replace(first)
    answers = await asyncio.gather(
        first.press(CHANGE, **VALUES, reason="Ett"),
        second.press(CHANGE, **VALUES, reason="Två"),
    )
    refused = [card for card in answers if "Något har ändrats sedan kortet visades" in str(card)]
    assert len(refused) == 1
    assert all(reason in str(refused) for reason in ("Ett", "Två"))
    assert done(teams) == ["settle"]
    kept = teams.rows("SELECT count(*) FROM settling_revision WHERE number IS NULL")
    assert kept == [1]


@ON_SQLITE
async def test_a_unit_that_answers_meanwhile_is_seen_before_anything_is_taken(
    teams: Teams,
) -> None:
    chat = await at_category(teams, HEAD, SUPPORT)
    manager = teams.chat(MANAGER)
    await manager.say("börja")
    await manager.press(f"Visa: {SUPPORT}")
    await manager.press("Ändra mitt svar")
    await chat.press(TAKE)
    assert "Något har ändrats sedan kortet visades." in chat.text()
    assert settled(teams, "ASN-ARB") == []
    await chat.press(TAKE)
    assert settled(teams, "ASN-ARB") == [SUPPORT]


@ON_SQLITE
@pytest.mark.parametrize("name", [MANAGER, "Ulf Främling"])
async def test_who_does_not_settle_finds_nothing_to_settle(teams: Teams, name: str) -> None:
    chat = teams.chat(name)
    await chat.say("fastställ")
    assert "0 av" not in chat.text()
    assert not [a for a in chat.actions() if "place" in a["data"]]


@ON_SQLITE
async def test_in_english(teams: Teams) -> None:
    chat = teams.chat(HEAD)
    await chat.say("english")
    await chat.say("settle")
    await chat.press(f"Review: {CHIEF}")
    await chat.press("Settle these values", **VALUES, reason="Known")
    await chat.press("Settle the proposal")
    await chat.press("Approve the summary")
    assert "Approved by Bengt Hallander on 29 September at 09:00" in chat.text()
