"""Presses that no card would make, or makes too late, or twice: nothing is lost, nothing leaks."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from tests.databases import POSTGRESQL
from tests.service.answering import DRIVERS, NEED, NEXT, STEPS, SUBMIT, begin, submit, to_review
from tests.service.chat import CARD, Chat, Json
from tests.service.teams import ON_SQLITE, Teams

NAME = "Johan Vretlund"
UNIT, CATEGORY = "ASN-UTR-07", "Socialsekreterare myndighet familjehem"
OTHERS_UNIT, OTHERS_CATEGORY = "ASN-EKB-04", "Socialsekreterare myndighet ekonomiskt bistånd"


async def at_first_step(teams: Teams) -> Chat:
    chat = teams.chat(NAME)
    await begin(chat)
    return chat


async def pressed(chat: Chat, verb: Any, **data: Any) -> Json:
    """Deliver a press that stands on no card; the answer is a card all the same."""
    status, body = await chat.invoke({"action": {"verb": verb, "data": data}, "trigger": "manual"})
    assert status == 200
    assert body["type"] == CARD, body
    chat.card = body["value"]
    return chat.card


async def test_a_press_twice_is_stored_once(teams: Teams) -> None:
    chat = await at_first_step(teams)
    again = replace(chat)
    assert await chat.press(NEXT, **NEED) == await again.press(NEXT, **NEED)
    assert teams.verbs(teams.dialogue(UNIT, CATEGORY)) == ["answer"]


async def test_a_press_many_times_at_once_is_stored_once(teams: Teams) -> None:
    chat = await at_first_step(teams)
    action = chat.action(NEXT)
    answers = await asyncio.gather(*(chat.deliver(action, **NEED) for _ in range(8)))
    assert {status for status, _ in answers} == {200}
    cards = [body["value"] for _, body in answers]
    assert cards == [cards[0]] * 8
    assert teams.verbs(teams.dialogue(UNIT, CATEGORY)) == ["answer"]


async def test_submitted_twice_at_once_is_one_submission(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await to_review(chat)
    action = chat.action(SUBMIT)
    answers = await asyncio.gather(*(chat.deliver(action) for _ in range(4)))
    assert all("Tack! Svaret är inlämnat." in str(body["value"]) for _, body in answers)
    assert teams.verbs(teams.dialogue(UNIT, CATEGORY)) == [*["answer"] * 4, "submit"]


async def test_two_devices_at_once_lose_nothing(teams: Teams) -> None:
    phone = await at_first_step(teams)
    computer = replace(phone)
    action = phone.action(NEXT)
    answers = await asyncio.gather(
        phone.deliver(action, need_2y="LESS", need_5y="SAME"),
        computer.deliver(action, need_2y="MORE", need_5y="SAME"),
    )
    cards = [str(body["value"]) for _, body in answers]
    assert sum("Det du skrev står kvar" in card for card in cards) == 1
    dialogue = teams.dialogue(UNIT, CATEGORY)
    assert teams.verbs(dialogue) == ["answer"]
    [kept] = teams.kept(dialogue)
    assert {kept["typed"]["need_2y"], teams.answers(UNIT, CATEGORY)[1]} == {"LESS", "MORE"}


@pytest.mark.parametrize("database_url", [POSTGRESQL], indirect=True)
async def test_someone_stores_between_a_press_is_read_and_stored(teams: Teams) -> None:
    chat = await at_first_step(teams)
    with teams.engine.connect() as someone:
        someone.exec_driver_sql("UPDATE dialogue SET revision = revision + 1")
        press = asyncio.create_task(chat.press(NEXT, **NEED))
        waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
        async with asyncio.timeout(10):
            while not await asyncio.to_thread(teams.rows, waiting):
                pass
        someone.commit()
    await press
    assert "Det du skrev står kvar" in chat.text()
    dialogue = teams.dialogue(UNIT, CATEGORY)
    assert teams.verbs(dialogue) == []
    assert len(teams.kept(dialogue)) == 1


async def test_many_devices_at_different_steps_at_once(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await to_review(chat)
    devices = []
    for step in ("Antal och behov", "Kompetensnivåer", "Risk", "Påverkan och aktiviteter"):
        device = replace(chat)
        await device.press(f"Ändra: {step}")
        devices.append(device)
    given = (
        {"need_2y": "LESS"},
        {"move_some_good": "5"},
        {"severity": "SERIOUS"},
        {"comment": "Samtidigt"},
    )
    answers = await asyncio.gather(
        *(d.deliver(d.action("Spara"), **g) for d, g in zip(devices, given, strict=True))
    )
    assert {status for status, _ in answers} == {200}
    dialogue = teams.dialogue(UNIT, CATEGORY)
    assert len(teams.verbs(dialogue)) == 5
    assert len(teams.kept(dialogue)) == 3


async def test_an_old_card_shows_where_things_stand(teams: Teams) -> None:
    chat = await at_first_step(teams)
    old = replace(chat)
    for inputs in STEPS:
        await chat.press(NEXT, **inputs)
    await old.press(NEXT, **NEED)
    assert "Granska och skicka in" in old.text()


async def test_an_old_card_with_other_answers_offers_them_again(teams: Teams) -> None:
    chat = await at_first_step(teams)
    old = replace(chat)
    await chat.press(NEXT, **NEED)
    teams.pass_time(days=21)
    for _ in range(2):
        again = replace(old)
        await again.press(NEXT, need_2y="LESS", need_5y="LESS")
        assert "Svaren ändrades" in again.text()
        assert "Johan Vretlund" in again.text()
        assert again.inputs()["need_5y"]["value"] == "LESS"
    assert teams.answers(UNIT, CATEGORY)[1] == "MORE"
    assert len(teams.kept(teams.dialogue(UNIT, CATEGORY))) == 1
    await again.press(NEXT)
    assert teams.answers(UNIT, CATEGORY)[1] == "LESS"


async def test_an_old_card_of_what_is_submitted(teams: Teams) -> None:
    chat = await at_first_step(teams)
    for inputs in STEPS[:-1]:
        await chat.press(NEXT, **inputs)
    old = replace(chat)
    await chat.press(NEXT, **DRIVERS)
    await chat.press(SUBMIT)
    await old.press(NEXT, comment="Ett tillägg på tåget")
    assert "Svaret är inlämnat." in old.text()
    assert "Ett tillägg på tåget" in old.text()
    assert teams.kept(teams.dialogue(UNIT, CATEGORY))[0]["typed"]["comment"] == (
        "Ett tillägg på tåget"
    )


@ON_SQLITE
@pytest.mark.parametrize(
    "verb", ["start", "answer", "back", "same", "review", "submit", "reopen", "status"]
)
async def test_another_persons_card_tells_nothing(teams: Teams, verb: str) -> None:
    await submit(other := teams.chat("Emil Rosander"))
    dialogue = teams.dialogue(OTHERS_UNIT, OTHERS_CATEGORY)
    before = teams.rows("SELECT revision FROM dialogue WHERE id = :id", id=dialogue)
    chat = teams.chat(NAME)
    for known in (dialogue, 999_999):
        await pressed(chat, verb, dialogue=known, step="risk", revision=5, severity="SERIOUS")
        assert CATEGORY in chat.text()
        for secret in ("Rosander", "konomiskt", other.entra_id, "Mentorskap"):
            assert secret not in str(chat.card)
        if verb != "status":
            assert "Kortet hör inte till någon av dina kategorier." in chat.text()
    assert teams.rows("SELECT revision FROM dialogue WHERE id = :id", id=dialogue) == before


DEEP: Json = {}
for _ in range(900):
    DEEP = {"a": DEEP}


@ON_SQLITE
@pytest.mark.parametrize(
    "altered",
    [
        {"revision": "first"},
        {"revision": None},
        {"revision": -1},
        {"revision": 10**40},
        {"revision": 0.5},
        {"revision": True},
        {"revision": {"a": 1}},
        {"revision": [0]},
        {"step": "goals"},
        {"step": ""},
        {"step": "a\x00b"},
        {"step": 7},
        {"step": ["need"]},
        {"step": None},
        {"more": "very", "from_review": {"a": 1}},
        {"need_2y": {"value": "MORE"}},
        {"need_2y": ["MORE"]},
        {"need_2y": "'; DROP TABLE dialogue;--"},
        {"need_2y": 3},
        {"need_2y": DEEP},
        {"headcount_actual": 10**40},
        {"headcount_actual": -1},
        {"headcount_actual": "1e9"},
        {"headcount_ok": "perhaps", "need_5y": "NEVER"},
        {"progress": "submitted", "heads": 9_000, "person": "Emil Rosander", "late": True},
    ],
    ids=lambda altered: str(altered)[:40],
)
async def test_altered_data_is_answered_and_breaks_nothing(teams: Teams, altered: Json) -> None:
    chat = await at_first_step(teams)
    dialogue = teams.dialogue(UNIT, CATEGORY)
    data = {"dialogue": dialogue, "step": "need", "revision": 0, "need_5y": "SAME"} | altered
    await pressed(chat, "answer", **data)
    assert "Socialsekreterare myndighet familjehem" in chat.text()
    heads = "SELECT heads, progress = 'submitted', late FROM dialogue WHERE id = :id"
    assert teams.rows(heads, id=dialogue) == [(24, False, False)]
    await chat.say("fortsätt")
    await chat.press(NEXT, **NEED, headcount_actual="", headcount_ok="true")
    assert "Steg 2 av 5" in chat.text()


@ON_SQLITE
@pytest.mark.parametrize(
    "dialogue", [-1, 0, 10**40, "x", "", None, True, {"a": 1}, [1], 1.5, "1 OR 1=1"], ids=str
)
async def test_a_dialogue_that_is_none(teams: Teams, dialogue: Any) -> None:
    chat = teams.chat(NAME)
    await pressed(chat, "answer", dialogue=dialogue, step="need", revision=0, need_2y="MORE")
    assert "Kortet hör inte till någon av dina kategorier." in chat.text()


@ON_SQLITE
async def test_numbers_that_a_client_sends_back_as_text(teams: Teams) -> None:
    chat = await at_first_step(teams)
    dialogue = teams.dialogue(UNIT, CATEGORY)
    for place, (number, inputs) in enumerate(zip((str, float), STEPS, strict=False)):
        numbers = {"dialogue": number(dialogue), "revision": number(place)}
        await pressed(chat, "answer", **numbers, step=("need", "levels")[place], **inputs)
    assert "Steg 3 av 5" in chat.text()


@ON_SQLITE
@pytest.mark.parametrize("verb", ["delete", "", "ANSWER", "answer ", "__class__", "a" * 10_000])
async def test_an_unknown_verb(teams: Teams, verb: str) -> None:
    chat = teams.chat(NAME)
    await pressed(chat, verb, dialogue=teams.dialogue(UNIT, CATEGORY), step="need", revision=0)
    assert "Den knappen känner jag inte till." in chat.text()


@ON_SQLITE
@pytest.mark.parametrize(
    "value",
    [{}, {"action": None}, {"action": "answer"}, None, [], {"action": {"verb": 7}}],
    ids=str,
)
async def test_a_press_without_shape_is_told_so_in_both_languages(teams: Teams, value: Any) -> None:
    status, body = await teams.chat(NAME).invoke(value)
    assert (status, body["statusCode"]) == (200, 400)
    assert "försök igen" in body["value"]["message"]
    assert "try again" in body["value"]["message"]


@ON_SQLITE
async def test_a_press_without_data_is_answered_with_a_card(teams: Teams) -> None:
    chat = teams.chat(NAME)
    for verb in ("answer", "submit", "same", "language", "summary"):
        await pressed(chat, verb)


@ON_SQLITE
async def test_empty_answers_are_asked_for(teams: Teams) -> None:
    chat = await at_first_step(teams)
    await chat.press(NEXT)
    assert "Välj ett av alternativen." in chat.text()
    await chat.press(NEXT, **NEED)
    await chat.press(NEXT)
    assert "Skriv hur många som behöver gå upp en nivå" in chat.text()
    await chat.press("Oförändrat, ingen behöver byta nivå")
    await chat.press(NEXT)
    assert chat.text().count("Välj ett av alternativen.") == 2


@ON_SQLITE
async def test_submitting_what_lacks_something(teams: Teams) -> None:
    chat = await at_first_step(teams)
    await chat.press(NEXT, **NEED)
    await pressed(
        chat, "submit", dialogue=teams.dialogue(UNIT, CATEGORY), step="review", revision=1
    )
    assert "Några svar saknas." in chat.text()
    await chat.press("Fyll i: Risk")
    assert "Steg 3 av 5" in chat.text()


async def at_drivers(teams: Teams) -> Chat:
    chat = await at_first_step(teams)
    for inputs in STEPS[:-1]:
        await chat.press(NEXT, **inputs)
    return chat


async def test_ten_thousand_characters(teams: Teams) -> None:
    chat = await at_drivers(teams)
    text = "Många ord. " * 910
    await chat.press(NEXT, comment=text, specific_gap="Kort")
    assert "Texten är 10009 tecken lång. Korta den till högst 2000 tecken." in chat.text()
    assert chat.inputs()["comment"]["value"] == text
    assert teams.rows("SELECT specific_gap FROM dialogue WHERE comment IS NULL") != []
    await chat.press(NEXT, comment=text[:2_000])
    assert "Granska och skicka in" in chat.text()


@pytest.mark.parametrize(
    "text",
    [
        "Fler 👩‍👩‍👧 behövs 🇸🇪 𝒽",
        "**fet** [länk](https://example.org) # rubrik | tabell",
        "<b>fet</b><script>alert(1)</script> &amp; &lt;",
        '=HYPERLINK("https://example.org")',
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "{{DATE(2025-09-29,SHORT)}} ${a} {b} %s",
        "rad ett\nrad två",
    ],
)
async def test_texts_are_stored_and_shown_as_they_are(teams: Teams, text: str) -> None:
    chat = await at_drivers(teams)
    given = {"comment": text, "specific_gap": text, "activity_description": text}
    await chat.press(NEXT, **given)
    [row] = teams.rows("SELECT comment, specific_gap FROM dialogue WHERE comment IS NOT NULL")
    assert row == (text, text)
    assert teams.rows("SELECT description FROM dialogue_activity") == [text]
    assert " ".join(text.split()) in chat.text()
    await chat.press("Ändra: Påverkan och aktiviteter")
    assert chat.inputs()["comment"]["value"] == text


async def test_control_characters_and_direction_overrides_are_left_out(teams: Teams) -> None:
    chat = await at_drivers(teams)
    await chat.press(NEXT, comment="a\x00b\u202ec\x1b", specific_gap="\x00")
    [row] = teams.rows("SELECT comment, specific_gap FROM dialogue WHERE comment IS NOT NULL")
    assert row == ("abc", None)


async def test_control_characters_on_an_old_card_are_kept(teams: Teams) -> None:
    chat = await at_drivers(teams)
    old = replace(chat)
    await chat.press(NEXT, **DRIVERS)
    await old.press(NEXT, comment="a\x00b 👩")
    assert teams.kept(teams.dialogue(UNIT, CATEGORY))[0]["typed"]["comment"] == "a\x00b 👩"


@ON_SQLITE
async def test_a_client_that_cannot_execute_submits_and_gets_a_new_card(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await chat.say("börja")
    fallback = chat.action("Börja")["fallback"]
    assert fallback["type"] == "Action.Submit"
    await chat.submit(fallback)
    for inputs in STEPS:
        await chat.submit(chat.action(NEXT)["fallback"], **inputs)
    await chat.submit(chat.action(SUBMIT)["fallback"])
    assert "Tack! Svaret är inlämnat." in chat.text()
    assert teams.answers(UNIT, CATEGORY)[0] == "submitted"


@ON_SQLITE
async def test_a_fallback_without_a_known_verb(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await chat.submit({"data": {"verb": "delete"}})
    assert "Den knappen känner jag inte till." in chat.text()
    await chat.submit({"data": {"verb": {"a": 1}, "dialogue": [1]}})
    assert "Den knappen känner jag inte till." in chat.text()
    await chat.submit({"data": {"imBack": True}})
    assert "Det förstod jag inte" in chat.text()
