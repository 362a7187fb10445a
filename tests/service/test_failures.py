"""The database away for a turn, and what the log says of it: nothing about people."""

import logging
from typing import Any

import pytest
from structlog.testing import capture_logs

from kfmodel.database import connect
from tests.channel.service import refusal
from tests.databases import POSTGRESQL
from tests.service.answering import DRIVERS, NEED, NEXT, STEPS, SUBMIT, begin, submit
from tests.service.chat import settled
from tests.service.teams import ON_SQLITE, Teams

NAME = "Johan Vretlund"
UNIT, CATEGORY = "ASN-UTR-07", "Socialsekreterare myndighet familjehem"
AWAY = "ALTER TABLE dialogue_driver RENAME TO away"
BACK_AGAIN = "ALTER TABLE away RENAME TO dialogue_driver"


async def test_health(teams: Teams) -> None:
    assert (await teams.get("/health"))[:2] == (200, b"ok")


@ON_SQLITE
async def test_ill_health(teams: Teams, monkeypatch: pytest.MonkeyPatch) -> None:
    unreachable = connect("postgresql+psycopg://nobody@127.0.0.1:1/none?connect_timeout=1")
    monkeypatch.setattr(teams.engine, "connect", unreachable.connect)
    assert (await teams.get("/health"))[0] == 503
    monkeypatch.undo()
    assert (await teams.get("/health"))[0] == 200
    unreachable.dispose()


async def test_a_press_while_the_database_is_away_is_told_and_can_be_made_again(
    teams: Teams,
) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    await chat.press(NEXT, **NEED)
    teams.do(AWAY)
    for _ in range(3):
        status, body = await chat.deliver(chat.action(NEXT), move_some_good="3")
        assert (status, body["statusCode"]) == (200, 500)
        assert body["type"] == "application/vnd.microsoft.error"
        assert "Inget du har sparat är borta" in body["value"]["message"]
        assert "Nothing you saved is lost" in body["value"]["message"]
    teams.do(BACK_AGAIN)
    assert teams.verbs(teams.dialogue(UNIT, CATEGORY)) == ["answer"]
    await chat.press(NEXT, move_some_good="3")
    assert "Steg 3 av 5" in chat.text()


async def test_a_message_while_the_database_is_away_is_told_and_asked_for_once_more(
    teams: Teams,
) -> None:
    chat = teams.chat(NAME)
    message = chat.activity(type="message", text="fortsätt")
    teams.do(AWAY)
    assert (await chat.post(message))[0] == 500
    assert "Något gick fel" in str(chat.sent[-1])
    teams.do(BACK_AGAIN)
    assert (await chat.post(message))[0] == 200
    assert "Steg 1 av 5" in str(chat.sent[-1])


@pytest.mark.parametrize("database_url", [POSTGRESQL], indirect=True)
async def test_connections_that_the_server_closed_are_made_anew(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    beside = connect(teams.database_url)
    with beside.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    beside.dispose()
    await chat.press(NEXT, **NEED)
    assert "Steg 2 av 5" in chat.text()


@ON_SQLITE
async def test_a_receipt_that_cannot_replace_its_message_is_still_a_receipt(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    for inputs in STEPS:
        await chat.press(NEXT, **inputs)
    sent = len(teams.service.requests)
    teams.service.answers = [refusal(403, "MessageWritesBlocked")]
    await chat.press(SUBMIT)
    assert "Tack! Svaret är inlämnat." in chat.text()
    await settled(teams.service, sent + 1)


@ON_SQLITE
async def test_an_answer_that_the_person_does_not_let_in_is_no_failure(teams: Teams) -> None:
    chat = teams.chat(NAME)
    teams.service.answers = [refusal(403, "ConversationBlockedByUser")]
    assert (await chat.post(chat.activity(type="message", text="hej")))[0] == 200


async def test_the_log_says_nothing_about_people(
    teams: Teams, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    typed = "Ett svar som ingen annan ska läsa"
    with capture_logs() as lines:
        chat = teams.chat(NAME)
        await chat.say("vad gör Anna här?")
        await submit(chat)
        await chat.press("Ändra mitt svar")
        await chat.press("Ändra: Påverkan och aktiviteter")
        await chat.press("Spara", **(DRIVERS | {"comment": typed}))
        teams.do(AWAY)
        await chat.deliver(chat.action(SUBMIT), comment=typed)
        await chat.post(chat.activity(type="message", text="fortsätt"))
        teams.do(BACK_AGAIN)
        await chat.invoke({"action": {"verb": typed, "data": {"comment": typed}}})
        await chat.invoke({"action": typed})
        await teams.chat("Ulf Främling").say("hej")
    assert [line["event"] for line in lines].count("turn failed") == 2
    # the service has no access log; what stands there is of the tests' own servers
    others = [r.getMessage() for r in caplog.records if r.name != "aiohttp.access"]
    written = f"{lines}\n{others}"
    for secret in secrets(teams, chat.entra_id, typed):
        assert secret not in written


def secrets(teams: Teams, *more: str) -> list[Any]:
    people = teams.rows("SELECT name FROM person UNION SELECT email FROM person")
    told = ["Anna här", "Vi är få.", "Mentorskap", "Främling", "Familjehem", CATEGORY]
    return [*people, *told, *more]
