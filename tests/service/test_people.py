"""Who is who: strangers, accounts the file did not name, vacancies, shared and pooled units."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.demo.example_people import account, address
from tests.channel.service import refusal
from tests.service.answering import NEED, NEXT, OVERVIEW, begin, submit
from tests.service.chat import CARD, Chat, Json, settled
from tests.service.teams import ON_SQLITE, Teams

STRANGER, UNBOUND = "Ulf Främling", "Oskar Lundvall"
UNKNOWN = "Jag hittar dig tyvärr inte bland dem som jag arbetar med."
SHARED = ("ASN-UTR-03", "Socialsekreterare myndighet barn och unga")
VACANT = ("ASN-BTS-02", "Socialsekreterare stöd och rådgivning")
POOLED = ("ASN-UTR", "Socialsekreterare förste")


def member(name: str, **changes: Any) -> Json:
    """What Teams' roster says of someone; a change to None leaves a key out."""
    email = address(name)
    said = {"id": "29:x", "name": name, "objectId": account(email), "email": email}
    return {key: value for key, value in (said | changes).items() if value is not None}


def known_names(teams: Teams) -> list[str]:
    """Everything that someone outside the roster must not learn."""
    named = ("person.name", "person.email", "organisation.name", "category.name", "cycle.name")
    return [
        name
        for table, _, column in (entry.partition(".") for entry in named)
        for name in teams.rows(f"SELECT {column} FROM {table}")
    ]


def learns_nothing(teams: Teams, card: Json) -> bool:
    return not any(name in str(card) for name in known_names(teams))


WORDS = ("hej", "börja", "fortsätt", "status", "språk", "english", "hjälp", "sammanställning", "x")
VERBS = ("start", "answer", "submit", "status", "language", "summary", "missing", "help", "x")


@ON_SQLITE
async def test_a_stranger_who_writes_learns_nothing(teams: Teams) -> None:
    chat = teams.chat(STRANGER)
    for word in WORDS:
        teams.service.answers = [web.json_response(member(STRANGER))]
        await chat.say(word)
        assert chat.text().count("\n") == 2
        assert learns_nothing(teams, chat.card)


@ON_SQLITE
async def test_a_stranger_who_presses_learns_nothing(teams: Teams) -> None:
    await submit(teams.chat("Emil Rosander"))
    chat = teams.chat(STRANGER)
    data = {"dialogue": 43, "step": "need", "revision": 5, "need_2y": "LESS", "language": "en"}
    for verb in VERBS:
        status, body = await chat.invoke({"action": {"verb": verb, "data": data}})
        assert (status, body["type"]) == (200, CARD)
        assert UNKNOWN in str(body["value"])
        assert learns_nothing(teams, body["value"])


@ON_SQLITE
async def test_a_stranger_is_met_in_the_clients_language(teams: Teams) -> None:
    chat = teams.chat(STRANGER, locale="en-GB")
    await chat.say("hello")
    assert "sorry" in chat.text().lower() or "cannot find you" in chat.text()
    assert UNKNOWN not in chat.text()


@ON_SQLITE
async def test_an_account_of_another_tenant_is_nobody(teams: Teams) -> None:
    chat = teams.chat("Johan Vretlund", tenant_id="another-tenant")
    await chat.say("börja")
    assert UNKNOWN in chat.text()
    status, body = await chat.invoke({"action": {"verb": "start", "data": {"dialogue": 21}}})
    assert status == 200
    assert UNKNOWN in str(body["value"])
    assert [request.method for request in teams.service.requests] == ["POST"]


@ON_SQLITE
@pytest.mark.parametrize("entra_id", ["", None, 7, ["x"]])
async def test_an_account_without_entra_id_is_nobody(teams: Teams, entra_id: Any) -> None:
    chat = teams.chat("Johan Vretlund")
    sender = {"id": chat.user_id, "name": "Johan Vretlund", "aadObjectId": entra_id}
    await chat.say("börja", **{"from": sender})
    assert UNKNOWN in chat.text()
    assert len(teams.service.requests) == 1


async def test_an_account_that_the_file_did_not_name_is_bound_at_first_contact(
    teams: Teams,
) -> None:
    chat = teams.chat(UNBOUND)
    teams.service.answers = [web.json_response(member(UNBOUND))]
    await chat.say("hej")
    assert "Hej Oskar!" in chat.text()
    asked = teams.service.requests[0]
    assert (asked.method, asked.path.rpartition("/")[0].endswith("/members")) == ("GET", True)
    [entry] = teams.rows(
        "SELECT p.email, a.event FROM audit_entry a JOIN person p ON p.id = a.person_id"
    )
    assert entry == (address(UNBOUND), "account_bound")
    await submit(chat)
    assert [request.method for request in teams.service.requests].count("GET") == 1


@ON_SQLITE
@pytest.mark.parametrize(
    "changes",
    [
        {"email": None, "userPrincipalName": address(UNBOUND)},
        {"email": address(UNBOUND).upper()},
        {"objectId": account(address(UNBOUND)).upper()},
        {"objectId": None, "aadObjectId": account(address(UNBOUND))},
        {"userPrincipalName": "oskar@intern.example"},
    ],
    ids=str,
)
async def test_what_the_roster_may_say(teams: Teams, changes: Json) -> None:
    chat = teams.chat(UNBOUND)
    teams.service.answers = [web.json_response(member(UNBOUND, **changes))]
    await chat.say("hej")
    assert "Hej Oskar!" in chat.text()


@ON_SQLITE
@pytest.mark.parametrize(
    "changes",
    [
        {"objectId": account(address(STRANGER))},
        {"objectId": None},
        {"email": None},
        {"email": ""},
        {"email": address(STRANGER)},
        {"email": "%"},
        {"email": address("Johan Vretlund")},
        {"userPrincipalName": address("Johan Vretlund")},
        {"userPrincipalName": address("Helena Ryding")},
    ],
    ids=str,
)
async def test_what_binds_nobody(teams: Teams, changes: Json) -> None:
    chat = teams.chat(UNBOUND)
    teams.service.answers = [web.json_response(member(UNBOUND, **changes))]
    await chat.say("hej")
    assert UNKNOWN in chat.text()
    assert teams.rows("SELECT count(*) FROM audit_entry WHERE event = 'account_bound'") == [0]
    assert teams.rows("SELECT entra_id FROM person WHERE email = :e", e=address(UNBOUND)) == [None]


@ON_SQLITE
async def test_nobody_is_bound_by_what_the_message_says(teams: Teams) -> None:
    chat = teams.chat(STRANGER)
    sender = {"id": chat.user_id, "aadObjectId": chat.entra_id, "name": UNBOUND}
    claims = {"email": address(UNBOUND), "userPrincipalName": address(UNBOUND)}
    teams.service.answers = [web.json_response(member(STRANGER))]
    await chat.say(address(UNBOUND), **{"from": sender | claims}, value=claims)
    assert UNKNOWN in chat.text()


@ON_SQLITE
async def test_a_second_account_with_the_same_address_is_refused(teams: Teams) -> None:
    first, second = teams.chat(UNBOUND), teams.chat(UNBOUND, entra_id=account("second"))
    teams.service.answers = [web.json_response(member(UNBOUND))]
    await first.say("hej")
    teams.service.answers = [web.json_response(member(UNBOUND, objectId=second.entra_id))]
    await second.say("hej")
    assert UNKNOWN in second.text()
    await first.say("hej")
    assert "Hej Oskar!" in first.text()


async def roster(request: web.Request) -> web.Response:
    """Says of every account that its address is the same person's."""
    entra_id = request.path.rpartition("29:")[2]
    return web.json_response(member(UNBOUND, objectId=entra_id))


async def test_of_many_accounts_with_one_address_at_once_one_is_let_in(teams: Teams) -> None:
    application = web.Application()
    application.router.add_get("/{path:.*}", roster)
    async with TestServer(application, host="127.0.0.1") as server:
        url = str(server.make_url("/"))
        chats = [teams.chat(UNBOUND, entra_id=account(str(n)), service_url=url) for n in range(6)]
        press = {"action": {"verb": "status", "data": {}}}
        answers = await asyncio.gather(*(chat.invoke(press) for chat in chats))
    told = ["Hej Oskar!" if "Oskar" in str(body) else UNKNOWN for _, body in answers]
    assert sorted(told) == ["Hej Oskar!", *[UNKNOWN] * 5]
    assert all(word in str(body) for word, (_, body) in zip(told, answers, strict=True))
    bound = teams.rows("SELECT count(*) FROM audit_entry WHERE event = 'account_bound'")
    assert bound == [1]


@ON_SQLITE
async def test_a_person_whom_the_channel_does_not_know_is_nobody(teams: Teams) -> None:
    teams.service.answers = [refusal(404, "MemberNotFoundInConversation")]
    chat = teams.chat(UNBOUND)
    await chat.say("hej")
    assert UNKNOWN in chat.text()


@ON_SQLITE
async def test_a_roster_that_does_not_answer_is_said_so(teams: Teams) -> None:
    chat = teams.chat(UNBOUND)
    teams.service.answers = [refusal(403, "BotNotInConversationRoster")]
    status, body = await chat.invoke({"action": {"verb": "status", "data": {}}})
    assert (status, body["statusCode"]) == (200, 500)
    assert "försök igen" in body["value"]["message"]
    teams.service.answers = [web.json_response(member(UNBOUND))]
    await chat.say("hej")
    assert "Hej Oskar!" in chat.text()


@ON_SQLITE
async def test_welcomed_once(teams: Teams) -> None:
    chat = teams.chat("Johan Vretlund")
    update = chat.activity(
        type="conversationUpdate", membersAdded=[{"id": "28:bot"}, {"id": chat.user_id}]
    )
    assert (await chat.post(update))[0] == 200
    welcome, overview = await chat.install()
    assert "Johan Vretlund" in str(welcome)
    assert "Familjehem söder" in str(overview)
    assert (await chat.post(chat.activity(type="installationUpdate", action="remove")))[0] == 200
    assert len(chat.sent) == 2


@ON_SQLITE
async def test_hr_is_welcomed_to_what_hr_does(teams: Teams) -> None:
    welcome, _ = await teams.chat("Helena Ryding").install()
    assert "Här följer du chefernas svar" in str(welcome)
    assert "Här svarar du" not in str(welcome)


@ON_SQLITE
async def test_a_stranger_who_installs_learns_nothing(teams: Teams) -> None:
    chat = teams.chat(STRANGER)
    [card] = await chat.install()
    assert UNKNOWN in str(card)
    assert learns_nothing(teams, card)


async def test_a_vacancy_is_answered_by_the_division_head(teams: Teams) -> None:
    chat = teams.chat("Lars Tengby")
    await chat.say("börja")
    assert "Uppsökande verksamhet" in chat.text()
    await answer_vacancy(teams, chat)
    assert answered_as(teams, VACANT) == ("vacancy", "Lars Tengby")


async def test_a_vacancy_is_answered_by_hr(teams: Teams) -> None:
    chat = teams.chat("Helena Ryding")
    await chat.say("börja")
    await answer_vacancy(teams, chat)
    assert answered_as(teams, VACANT) == ("vacancy", "Helena Ryding")
    await (head := teams.chat("Lars Tengby")).say("börja")
    await head.press("Visa")
    assert "av Helena Ryding" in head.text()


async def answer_vacancy(teams: Teams, chat: Chat) -> None:
    dialogue = teams.dialogue(*VACANT)
    [start] = [a for a in chat.actions() if a["data"].get("dialogue") == dialogue]
    await chat.send(start)
    assert "vakant" in chat.text().lower()
    await chat.press(NEXT, **NEED)
    await chat.press("Oförändrat, ingen behöver byta nivå")
    await chat.press(NEXT, severity="NOT_SERIOUS", likelihood="LOW")
    await chat.press(NEXT)
    await chat.press("Skicka in")


def answered_as(teams: Teams, group: tuple[str, str]) -> Any:
    [row] = teams.rows(
        "SELECT d.answered_as, p.name FROM dialogue d JOIN person p ON p.id = d.submitted_by"
        " WHERE d.id = :id",
        id=teams.dialogue(*group),
    )
    return row


async def test_a_shared_unit_shows_who_answered_and_when(teams: Teams) -> None:
    first, second = teams.chat("Malin Törnvall"), teams.chat("Daniel Ekvik")
    await first.say("börja")
    await first.press(f"Börja: {SHARED[1]}")
    await first.press(NEXT, need_2y="MUCH_MORE", need_5y="SAME")
    await second.say("börja")
    assert "Pågår – steg 2 av 5" in second.text()
    await second.press("Fortsätt")
    await second.press("Tillbaka")
    assert second.inputs()["need_2y"]["value"] == "MUCH_MORE"
    await first.press(NEXT, move_some_good="1")
    assert "Svaren ändrades" in first.text()
    assert "Daniel Ekvik" in first.text()
    assert "29 september" in first.text()
    await first.press(NEXT, move_some_good="1")
    for inputs in ({"severity": "NOT_SERIOUS", "likelihood": "LOW"}, {}):
        await first.press(NEXT, **inputs)
    await first.press("Skicka in")
    await second.say("status")
    await second.press("Visa")
    assert "av Malin Törnvall" in second.text()
    assert answered_as(teams, SHARED) == ("manager", "Malin Törnvall")


async def test_small_groups_are_asked_together_at_the_division(teams: Teams) -> None:
    chat = teams.chat("Ingrid Solvik")
    await chat.say("börja")
    await chat.press(f"Börja: {POOLED[1]}")
    assert "8 personer" in chat.text()
    assert "3 små enheter" in chat.text()
    units = teams.rows("SELECT units FROM dialogue WHERE id = :id", id=teams.dialogue(*POOLED))
    assert units == [3]
    await (manager := teams.chat("Eva Norrsell")).say("börja")
    assert POOLED[1] not in manager.text()


async def test_a_manager_of_two_units_answers_each(teams: Teams) -> None:
    chat = teams.chat("Susanne Ahlvik")
    await chat.say("börja")
    assert "Vuxna våld i nära relationer" in chat.text()
    assert "Mottagning vuxna" in chat.text()
    starts = [action["data"]["dialogue"] for action in chat.actions() if action["verb"] == "start"]
    assert len(set(starts)) == 3
    for _ in starts:
        await submit(chat)
    await chat.press(OVERVIEW)
    assert "Allt är inlämnat. Tack!" in chat.text()


@ON_SQLITE
async def test_where_a_person_is_reached_is_kept_from_their_own_chat_only(teams: Teams) -> None:
    chat = teams.chat("Johan Vretlund")
    group = {"id": "19:group", "conversationType": "groupChat", "tenantId": chat.tenant_id}
    status, _ = await chat.post(chat.activity(type="message", text="hej", conversation=group))
    assert status == 200
    assert teams.rows("SELECT count(*) FROM conversation") == [0]
    await begin(chat)
    [row] = teams.rows("SELECT conversation_id, service_url, tenant_id, user_id FROM conversation")
    assert row == (f"a:{chat.entra_id}", chat.service_url, chat.tenant_id, chat.user_id)


@ON_SQLITE
async def test_a_service_url_that_moves_is_followed(teams: Teams) -> None:
    chat = teams.chat("Johan Vretlund")
    await begin(chat)
    moved = replace(chat, service_url=chat.service_url + "emea/")
    before = len(teams.service.requests)
    await moved.press(NEXT, **NEED)
    assert teams.rows("SELECT service_url FROM conversation") == [moved.service_url]
    await moved.say("status")
    await settled(teams.service, before + 1)
    assert "/emea/" in teams.service.requests[-1].path
