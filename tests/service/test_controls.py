"""HR steers the cycle in chat: dates, pausing, closing, reminders, messages; nobody else does."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from bot.demo.example import example_cycle, seed
from kfmodel.database import writing
from kfmodel.repository.cycle_import import store_cycle
from tests.privacy.two_committees import CITY_HR, OTHER_HR, OTHER_MANAGER, two_committees
from tests.service.chat import Chat
from tests.service.conftest import NOW
from tests.service.teams import ON_SQLITE, Teams

HR, MANAGER = "Helena Ryding", "Johan Vretlund"
EVENTS = (
    "SELECT event FROM audit_entry WHERE event LIKE 'cycle_%' AND event != 'cycle_imported'"
    " OR event LIKE 'sent%' ORDER BY id"
)
SUBMITTED = "UPDATE dialogue SET progress = 'submitted', submitted_at = '2025-09-29 07:00:00'"
DEADLINE = "SELECT deadline_on FROM cycle"


@pytest.fixture
def shared() -> bool:
    return False


@pytest.fixture
def imported_url(engine: Engine, database_url: str, shared: bool) -> str:
    """The example as the demo begins, half of the managers done; or two committees that share a
    cycle."""
    with writing(engine) as connection:
        if shared:
            store_cycle(connection, two_committees(), NOW)
        else:
            seed(connection, NOW)
    return database_url


async def steering(teams: Teams, name: str = HR) -> Chat:
    chat = teams.chat(name)
    await chat.say("styr")
    return chat


def titles(chat: Chat) -> list[str]:
    return [action["title"] for action in chat.actions()]


def day(teams: Teams) -> str:
    return str(teams.rows(DEADLINE)[0])


async def test_the_plan_before_anything_is_sent(teams: Teams) -> None:
    chat = await steering(teams)
    assert "öppen för svar" in chat.text()
    assert "fredag 17 oktober" in chat.text()
    await chat.press("Hela planen")
    assert "Påminnelse" in chat.text()
    assert MANAGER in chat.text()
    assert "Samma personer och tider som" in chat.text()
    assert "Påminnelse på sista dagen" in chat.text()
    assert MANAGER in chat.text()
    assert "Anna Lindmo" not in chat.text()
    assert teams.rows("SELECT count(*) FROM delivery") == [0]


async def test_a_moved_deadline_plans_anew_and_is_audited(teams: Teams) -> None:
    chat = await steering(teams)
    extend = chat.action("Flytta sista svarsdag")
    for _ in range(2):
        await chat.send(extend, deadline="2025-10-24")
        assert "Sista svarsdag är fredag 24 oktober 2025" in chat.text()
    assert day(teams) == "2025-10-24"
    await chat.press("Hela planen")
    assert "fredag 24 oktober: Påminnelse på sista dagen" in chat.text().replace("\n", "")
    assert "fredag 17 oktober: Påminnelse på" not in chat.text().replace("\n", "")
    assert teams.rows(EVENTS) == ["cycle_extend"]


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "told", "stands"),
    [
        ("2025-09-26", "Den dagen har redan varit.", {"deadline": "2025-09-26"}),
        ("", "Välj en dag.", {}),
        ("i morgon", "Välj en dag.", {}),
        ("2025-10-17", "Det är redan sista svarsdag.", {"deadline": "2025-10-17"}),
    ],
)
async def test_a_deadline_that_cannot_be(
    teams: Teams, typed: str, told: str, stands: dict[str, str]
) -> None:
    chat = await steering(teams)
    await chat.press("Flytta sista svarsdag", deadline=typed)
    assert told in chat.text()
    assert chat.filled() == stands
    assert day(teams) == "2025-10-17"


@ON_SQLITE
async def test_a_deadline_before_the_opening_and_one_on_a_day_off(teams: Teams) -> None:
    teams.do("UPDATE cycle SET opens_on = '2025-10-06'")
    chat = await steering(teams)
    await chat.press("Flytta sista svarsdag", deadline="2025-10-03")
    assert "Omgången öppnar måndag 6 oktober 2025" in chat.text()
    await chat.press("Flytta sista svarsdag", deadline="2025-11-01")
    assert "Det är ingen arbetsdag" in chat.text()
    assert "torsdag 30 oktober" in chat.text()


@ON_SQLITE
async def test_opening_now(teams: Teams) -> None:
    teams.do("UPDATE cycle SET opens_on = '2025-10-06'")
    chat = await steering(teams)
    assert "inte öppnad" in chat.text()
    assert "Påminn …" not in titles(chat)
    await chat.press("Öppna nu")
    assert "öppen för svar" in chat.text()
    assert teams.rows("SELECT opens_on FROM cycle") == ["2025-09-29"]
    assert "Öppna nu" not in titles(chat)


@ON_SQLITE
@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (0.5, "Inbjudan går ut i dag före kl. 10."),
        (1.5, "Inbjudan går ut nu."),
        (7.5, "Inbjudan går ut tisdag 30 september 2025 mellan kl. 9 och 10."),
        (-24, "Inbjudan går ut måndag 29 september 2025 mellan kl. 9 och 10."),
    ],
)
async def test_opening_says_when_the_invitation_goes_out(
    teams: Teams, hours: float, told: str
) -> None:
    teams.do("UPDATE cycle SET opens_on = '2025-10-06'")
    teams.pass_time(hours=hours)
    chat = await steering(teams)
    await chat.press("Öppna nu")
    assert told in chat.text()


@ON_SQLITE
async def test_opening_while_paused_promises_no_invitation(teams: Teams) -> None:
    teams.do("UPDATE cycle SET opens_on = '2025-10-06', paused_at = '2025-09-29 07:00:00'")
    chat = await steering(teams)
    await chat.press("Öppna nu")
    assert "så inbjudan går ut först när du fortsätter dem" in chat.text()


async def test_closing_and_reopening(teams: Teams) -> None:
    manager = teams.chat(MANAGER)
    await manager.say("börja")
    await manager.press("Som förra gången (2023)")
    submit = manager.action("Skicka in")
    chat = await steering(teams)
    await chat.press("Stäng omgången …")
    assert "25 svar saknas" in chat.text()
    assert teams.rows("SELECT closed_at FROM cycle") == [None]
    await chat.press("Stäng omgången")
    assert "Omgången är stängd." in chat.text()
    assert "Påminn …" not in titles(chat)
    await manager.send(submit)
    assert "är stängd" in manager.text()
    await chat.press("Sammanställning")
    assert "23 av 48 svar inlämnade" in chat.text()
    await chat.say("sammanställning")
    assert "23 av 48 svar inlämnade" in chat.text()
    await chat.say("styr")
    await chat.press("Öppna omgången igen")
    await manager.send(submit)
    assert teams.rows(EVENTS) == ["cycle_close", "cycle_reopen"]
    await chat.say("sammanställning")
    assert "24 av 48 svar inlämnade" in chat.text()


@ON_SQLITE
async def test_an_outdated_card_changes_nothing(teams: Teams) -> None:
    chat = await steering(teams)
    pause = chat.action("Pausa utskicken")
    await chat.press("Flytta sista svarsdag", deadline="2025-10-24")
    await chat.send(pause)
    assert "Omgången har ändrats sedan kortet visades" in chat.text()
    assert "fredag 24 oktober" in chat.text()
    assert teams.rows("SELECT paused_at FROM cycle") == [None]


async def test_pressed_twice_at_once_is_done_once(teams: Teams) -> None:
    chat = await steering(teams)
    pause = chat.action("Pausa utskicken")
    answers = await asyncio.gather(*(chat.deliver(pause) for _ in range(2)))
    assert all("Utskicken är pausade" in str(body) for _, body in answers)
    assert teams.rows(EVENTS) == ["cycle_pause"]
    await chat.say("plan")
    await chat.press("Fortsätt utskicken")
    assert teams.rows("SELECT paused_at FROM cycle") == [None]


@ON_SQLITE
async def test_pausing_says_that_other_cycles_go_on(teams: Teams) -> None:
    later = replace(example_cycle(), cycle=replace(example_cycle().cycle, name="Nästa", year=2027))
    with writing(teams.engine) as connection:
        store_cycle(connection, later, NOW)
    chat = await steering(teams)
    await chat.press(next(title for title in titles(chat) if "Nästa" in title))
    await chat.press("Pausa utskicken")
    assert "Utskicken för Nästa är pausade. Dina andra omgångar påverkas inte." in chat.text()
    assert len(teams.rows("SELECT id FROM cycle WHERE paused_at IS NOT NULL")) == 1


async def test_reminding_everyone_who_is_missing(teams: Teams) -> None:
    chat = await steering(teams)
    await chat.press("Påminn …")
    remind = chat.action("Skicka påminnelsen")
    answers = await asyncio.gather(*(chat.deliver(remind) for _ in range(2)))
    told = sorted("Ingen ny påminnelse" in str(body) for _, body in answers)
    assert told == [False, True]
    planned = teams.rows(
        "SELECT p.name FROM delivery d JOIN person p ON p.id = d.person_id"
        " WHERE d.kind = 'hr_reminder' AND d.channel = 'teams' AND d.state = 'planned'"
    )
    assert MANAGER in planned
    assert "Anna Lindmo" not in planned
    assert len(planned) == len(set(planned))
    assert teams.rows(EVENTS) == ["sent_hr_reminder"]
    await chat.say("styr")
    await chat.press("Skickat hittills")
    assert f"Planerade: {len(planned)}" in chat.text()


@ON_SQLITE
async def test_reminding_one_person_again_after_an_hour(teams: Teams) -> None:
    [one] = teams.rows("SELECT id FROM person WHERE name = :name", name=MANAGER)
    counted = "SELECT count(*) FROM delivery"
    for minutes, count in ((0, 1), (30, 1), (31, 2)):
        teams.pass_time(minutes=minutes)
        chat = await steering(teams)
        await chat.press("Påminn …")
        await chat.press("Skicka påminnelsen", to=f"person:{one}")
        assert teams.rows(counted) == [count]


@ON_SQLITE
async def test_nothing_is_sent_while_paused_or_to_nobody(teams: Teams) -> None:
    chat = await steering(teams)
    await chat.press("Påminn …")
    remind = chat.action("Skicka påminnelsen")
    await chat.press("Skicka påminnelsen", to="x")
    assert "Välj vilka som ska få det." in chat.text()
    teams.do("UPDATE cycle SET paused_at = '2025-09-29 07:00:00'")
    await chat.send(remind)
    assert "utskicken är pausade" in chat.text()
    teams.do("UPDATE cycle SET paused_at = NULL")
    teams.do(SUBMITTED)
    await chat.send(remind)
    assert "alla har lämnat in" in chat.text()
    assert teams.rows("SELECT count(*) FROM delivery") == [0]


async def test_a_message_of_hrs_own(teams: Teams) -> None:
    chat = await steering(teams)
    await chat.press("Skriv ett meddelande")
    await chat.press("Förhandsgranska", to="all")
    assert "Skriv något först." in chat.text()
    await chat.press("Förhandsgranska", to="all", text="Hej alla!\n\nFrågor? Ring mig.\x00")
    assert MANAGER in chat.text()
    assert "Meddelande från Helena Ryding" in chat.text()
    assert teams.rows("SELECT count(*) FROM delivery") == [0]
    send = next(action for action in chat.actions() if action["title"].startswith("Skicka till"))
    answers = await asyncio.gather(*(chat.deliver(send) for _ in range(2)))
    told = sorted("Samma meddelande är redan skickat" in str(body) for _, body in answers)
    assert told == [False, True]
    [(text, recipients)] = teams.rows("SELECT text, recipients FROM outreach")
    assert text == "Hej alla!\n\nFrågor? Ring mig."
    assert teams.rows("SELECT count(*) FROM delivery WHERE kind = 'message'") == [recipients]
    assert teams.rows(EVENTS) == ["sent_message"]


@ON_SQLITE
async def test_recipients_that_changed_since_the_preview(teams: Teams) -> None:
    chat = await steering(teams)
    await chat.press("Skriv ett meddelande")
    await chat.press("Förhandsgranska", to="missing", text="Hej!")
    send = next(action for action in chat.actions() if action["title"].startswith("Skicka till"))
    await chat.press("Ändra meddelandet")
    assert chat.filled() == {"to": "missing", "text": "Hej!"}
    teams.do(
        f"{SUBMITTED} WHERE id IN (SELECT dialogue_id FROM"
        " responsibility r JOIN person p ON p.id = r.person_id WHERE p.name = :name)",
        name=MANAGER,
    )
    await chat.send(send)
    assert "Mottagarna har ändrats" in chat.text()
    assert teams.rows("SELECT count(*) FROM delivery") == [0]
    await chat.press("Ändra meddelandet")
    await chat.press("Förhandsgranska", to="missing", text="x" * 1501)
    assert "1500" in chat.text().replace("\u00a0", "").replace(" ", "")


@ON_SQLITE
@pytest.mark.parametrize("verb", ["plan", "steer"])
async def test_a_manager_steers_nothing(teams: Teams, verb: str) -> None:
    [committee] = teams.rows("SELECT id FROM organisation WHERE kind = 'committee'")
    stamp = (await steering(teams)).action("Pausa utskicken")["data"]["stamp"]
    chat = teams.chat(MANAGER)
    await chat.say("styr")
    assert "Så fungerar det" in chat.text()
    data = {"post": committee, "act": "close", "stamp": stamp, "view": "ahead"}
    _, body = await chat.invoke({"action": {"verb": verb, "data": data}})
    others = teams.rows("SELECT name FROM person WHERE name != :name", name=MANAGER)
    assert not [name for name in others if name in str(body)]
    assert teams.rows(EVENTS) == []


@ON_SQLITE
@pytest.mark.parametrize("shared", [True])
async def test_a_committee_of_several_steers_its_own_people_but_not_the_dates(
    teams: Teams,
) -> None:
    chat = await steering(teams, OTHER_HR)
    assert "Datumen ändras av stadens HR" in chat.text()
    assert "Stäng omgången …" not in titles(chat)
    await chat.press("Hela planen")
    assert OTHER_MANAGER in chat.text()
    assert MANAGER not in chat.text()
    ids = teams.rows("SELECT id FROM organisation WHERE code IN ('ASN', 'GRN') ORDER BY code")
    city = await steering(teams, CITY_HR)
    stamp = city.action("Pausa utskicken")["data"]["stamp"]
    for post in ids:
        data = {"post": post, "act": "close", "stamp": stamp}
        await chat.invoke({"action": {"verb": "steer", "data": data}})
    data = {"post": ids[0], "act": "remind", "to": "missing"}
    await chat.invoke({"action": {"verb": "steer", "data": data}})
    assert teams.rows("SELECT closed_at FROM cycle") == [None]
    assert teams.rows("SELECT count(*) FROM delivery") == [0]
    await chat.say("styr")
    await chat.press("Påminn …")
    await chat.press("Skicka påminnelsen", to="missing")
    assert "Påminnelsen går till 1 person" in chat.text()
    await city.press("Flytta sista svarsdag", deadline=str(date(2025, 10, 24)))
    assert day(teams) == "2025-10-24"


@ON_SQLITE
async def test_hr_keeps_following_a_closed_cycle_until_there_is_another(teams: Teams) -> None:
    teams.do("UPDATE cycle SET closed_at = '2025-09-28 07:00:00'")
    chat = teams.chat(HR)
    await chat.say("status")
    assert "23 av 48 inlämnade" in chat.text()
    later = replace(example_cycle(), cycle=replace(example_cycle().cycle, name="Nästa", year=2027))
    with writing(teams.engine) as connection:
        store_cycle(connection, later, NOW)
    await chat.say("styr")
    assert "Nästa" in chat.text()
    old = next(title for title in titles(chat) if "2025" in title)
    await chat.press(old)
    assert "stängd" in chat.text()
    await chat.press("Sammanställning")
    assert "23 av 48 svar inlämnade" in chat.text()
    await chat.say("sammanställning")
    assert "0 av 48 svar inlämnade" in chat.text()
