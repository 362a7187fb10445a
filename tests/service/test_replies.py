"""Presses on what the bot sends of its own accord: later, not me, and HR's word on who answers."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

import cards
from bot.demo.example_people import address
from kfmodel.database import reading, writing
from kfmodel.repository.deliveries import Delivery, claim, take_due
from kfmodel.repository.messages import message_of
from kfmodel.repository.plan import store_planned
from kfmodel.repository.schema import DELIVERY, PERSON
from tests.planning.ledger import due_now
from tests.service.chat import CARD, Chat, settled
from tests.service.teams import ON_SQLITE, Teams

HR, OTHER_HR, MANAGER, NEXT = "Helena Ryding", "Bengt Hallander", "Anna Lindmo", "Peter Sandahl"
BOTH_UNITS = "Susanne Ahlvik"
MACHINE = datetime(2026, 1, 1, tzinfo=UTC)
OVERVIEW = "Hej Anna!"


def messages_to(teams: Teams, name: str) -> list[Delivery]:
    """What is sent to somebody by now and was not before."""
    with reading(teams.engine) as connection:
        planned = due_now(connection, teams.now)
    with writing(teams.engine) as connection:
        store_planned(connection, planned)
        hour = teams.now.replace(hour=15)
        ids = take_due(connection, hour, MACHINE, 1000)
        held = [claim(connection, delivery_id, MACHINE) for delivery_id in ids]
        person_id = connection.execute(
            select(PERSON.c.id).where(PERSON.c.email == address(name))
        ).scalar_one()
        connection.execute(DELIVERY.update().values(state="sent", sent_at=teams.now))
    return [one for one in held if one and one.person_id == person_id]


def received(teams: Teams, name: str) -> Chat:
    """The chat of somebody who has just got a message."""
    [held] = messages_to(teams, name)
    with reading(teams.engine) as connection:
        message = message_of(connection, held, teams.now)
    chat = teams.chat(name)
    chat.card = cards.message_card(message, "sv")
    return chat


async def test_later(teams: Teams) -> None:
    chat = received(teams, MANAGER)
    before = len(teams.service.requests)
    await chat.press("Påminn mig nästa vecka")
    assert "Jag påminner dig måndag 6 oktober" in chat.text()
    assert "Sista svarsdag är fredag 17 oktober, om 14 arbetsdagar." in chat.text()
    # Every device keeps the receipt.
    await settled(teams.service, before + 1)
    assert teams.service.requests[-1].method == "PUT"
    for day, count in ((2, 0), (3, 0), (6, 1)):
        teams.now = teams.now.replace(month=10, day=day)
        assert len(messages_to(teams, MANAGER)) == count


@ON_SQLITE
async def test_tomorrow_is_a_working_day(teams: Teams) -> None:
    chat = received(teams, MANAGER)
    await chat.press("Påminn mig i morgon")
    assert "Jag påminner dig i morgon" in chat.text()
    assert "mellan kl. 9 och 10. Fram till dess påminner jag dig inte om" in chat.text()
    teams.now = teams.now.replace(month=10, day=3)  # a Friday
    await chat.send({"verb": "snooze", "data": {"cycle": 1, "until": "tomorrow"}})
    assert "Jag påminner dig måndag 6 oktober" in chat.text()
    await chat.press("Till mina kategorier")
    assert OVERVIEW in chat.text()


@ON_SQLITE
async def test_no_day_is_promised_while_the_cycle_is_paused(teams: Teams) -> None:
    chat = received(teams, MANAGER)
    teams.do("UPDATE cycle SET paused_at = opens_on")
    await chat.press("Påminn mig i morgon")
    assert "Jag påminner dig senare" in chat.text()
    assert "är pausade. Jag påminner dig när de fortsätter, tidigast" in chat.text()
    assert "i morgon" not in chat.text()


@ON_SQLITE
async def test_nothing_is_promised_that_does_not_come(teams: Teams) -> None:
    """The last day's reminder comes whatever one puts off, and after it only the last one."""
    chat = received(teams, MANAGER)
    week = {"verb": "snooze", "data": {"cycle": 1, "until": "next_week"}}
    teams.now = teams.now.replace(month=10, day=16)
    await chat.send(week)
    assert "Jag påminner dig i morgon" in chat.text()
    teams.now = teams.now.replace(month=10, day=21)
    await chat.send(week)
    assert "Jag påminner dig inte mer" in chat.text()
    assert "Sista svarsdag var fredag 17 oktober." in chat.text()


@ON_SQLITE
@pytest.mark.parametrize(
    "data",
    [
        {},
        {"cycle": 1},
        {"cycle": 1, "until": "never"},
        {"cycle": "x", "until": "tomorrow"},
        {"cycle": 99, "until": "tomorrow"},
        {"cycle": True, "until": True},
    ],
)
@pytest.mark.parametrize("verb", ["snooze", "hand_over"])
async def test_a_press_that_says_nothing(teams: Teams, verb: str, data: dict[str, object]) -> None:
    chat = teams.chat(MANAGER)
    await chat.send({"verb": verb, "data": data})
    assert OVERVIEW in chat.text()
    assert teams.rows("SELECT count(*) FROM snooze") == [0]


@ON_SQLITE
async def test_someone_who_is_asked_nothing_puts_nothing_off(teams: Teams) -> None:
    chat = teams.chat(HR)
    for verb in ("snooze", "not_me"):
        await chat.send({"verb": verb, "data": {"cycle": 1, "until": "tomorrow"}})
        assert "Hej Helena!" in chat.text()
    assert teams.rows("SELECT count(*) FROM snooze") == [0]
    assert teams.rows("SELECT count(*) FROM hand_over") == [0]


@ON_SQLITE
async def test_a_closed_cycle_asks_nobody(teams: Teams) -> None:
    teams.do("UPDATE cycle SET closed_at = '2025-09-29 06:00:00'")
    chat = teams.chat(MANAGER)
    for verb in ("snooze", "not_me"):
        await chat.send({"verb": verb, "data": {"cycle": 1, "until": "tomorrow"}})
        assert OVERVIEW in chat.text()
    assert teams.rows("SELECT count(*) FROM hand_over") == [0]


async def test_not_me(teams: Teams) -> None:
    """HR is asked, picks somebody, and from then on that one answers."""
    chat = received(teams, MANAGER)
    teams.pass_time(hours=1)
    await chat.press("Det är inte jag")
    assert "Tack, jag har frågat HR" in chat.text()
    hr = received(teams, HR)
    assert "Anna Lindmo säger att det är någon annan som svarar för" in hr.text()
    offered = hr.inputs()["successor"]["choices"]
    chosen = next(one["value"] for one in offered if one["title"].startswith(f"{NEXT},"))
    assert all(not one["title"].startswith(MANAGER) for one in offered)
    await hr.press("Lämna över")
    assert "Välj vem som ska svara i stället" in hr.text()
    await hr.press("Lämna över", successor=chosen)
    assert f"{NEXT} svarar för" in hr.text()
    assert "Ändra också i importfilen" in hr.text()
    await chat.say("börja")
    assert "Just nu finns det ingen yrkeskategori" in chat.text()
    successor = teams.chat(NEXT)
    await successor.say("börja")
    unit = teams.rows("SELECT name FROM organisation WHERE code = 'ASN-ARB-01'")[0]
    assert unit in successor.text()
    assert messages_to(teams, HR) == []
    assert teams.rows("SELECT event FROM audit_entry WHERE event = 'handed_over'")


async def test_both_presses_of_hr_settle_it_once(teams: Teams) -> None:
    chat = received(teams, MANAGER)
    await asyncio.gather(*(chat.press("Det är inte jag") for _ in range(3)))
    assert teams.rows("SELECT count(*) FROM hand_over") == [1]
    first, second = received(teams, HR), teams.chat(HR)
    second.card = first.card
    await first.press(f"{MANAGER} svarar ändå")
    assert "Klart!" in first.text()
    assert f"{MANAGER} svarar för" in first.text()
    offered = second.inputs()["successor"]["choices"]
    await second.press("Lämna över", successor=offered[0]["value"])
    assert "Det är redan avgjort" in second.text()
    assert f"{MANAGER} svarar för" in second.text()
    await chat.say("börja")
    assert OVERVIEW in chat.text()
    assert "kvar att svara på" in chat.text()
    # Said again, HR is asked again.
    teams.pass_time(days=1)
    await chat.send({"verb": "not_me", "data": {"cycle": 1}})
    assert "Vem svarar för" in received(teams, HR).text()


@ON_SQLITE
async def test_someone_with_two_units_says_which(teams: Teams) -> None:
    chat = received(teams, BOTH_UNITS)
    await chat.press("Det är inte jag")
    assert "Vilken enhet är det någon annan som svarar för?" in chat.text()
    names = teams.rows("SELECT name FROM organisation WHERE code IN ('ASN-UTR-10', 'ASN-UTR-11')")
    assert set(names) <= {action["title"] for action in chat.actions()}
    await chat.press(names[1])
    assert f"någon annan som svarar för {names[1]} i" in chat.text()
    assert teams.rows("SELECT count(*) FROM hand_over") == [1]


@ON_SQLITE
async def test_only_hr_of_the_committee_hands_over(teams: Teams) -> None:
    chat = received(teams, MANAGER)
    await chat.press("Det är inte jag")
    [request] = teams.rows("SELECT id FROM hand_over")
    [outsider] = teams.rows("SELECT id FROM person WHERE name = :name", name=NEXT)
    for name in (MANAGER, OTHER_HR):
        intruder = teams.chat(name)
        await intruder.send(
            {"verb": "hand_over", "data": {"request": request, "successor": str(outsider)}}
        )
        assert "Hej" in intruder.text()
    assert teams.rows("SELECT settled_at FROM hand_over") == [None]


@ON_SQLITE
async def test_nobody_outside_the_committee_is_chosen(teams: Teams) -> None:
    chat = received(teams, MANAGER)
    await chat.press("Det är inte jag")
    [request] = teams.rows("SELECT id FROM hand_over")
    hr = teams.chat(HR)
    for stranger in ("99999", "x", "-1", ""):
        data = {"request": request, "successor": stranger}
        await hr.send({"verb": "hand_over", "data": data})
        assert "Välj vem som ska svara i stället" in hr.text()
    assert teams.rows("SELECT settled_at FROM hand_over") == [None]


@ON_SQLITE
async def test_a_stranger_learns_nothing_from_a_reply(teams: Teams) -> None:
    chat = teams.chat("Ulf Främling")
    for verb in ("snooze", "not_me", "hand_over"):
        data = {"cycle": 1, "until": "tomorrow", "request": 1, "keep": True}
        status, body = await chat.deliver({"verb": verb, "data": data})
        assert (status, body["type"]) == (200, CARD)
        assert "Jag hittar dig tyvärr inte" in str(body)
