"""A manager answers a category in chat, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from tests.service.answering import (
    BACK,
    DRIVERS,
    NEED,
    NEXT,
    OVERVIEW,
    REOPEN,
    STEPS,
    SUBMIT,
    begin,
    submit,
    to_review,
)
from tests.service.chat import settled, walk
from tests.service.teams import Teams

NAME = "Johan Vretlund"
UNIT, CATEGORY = "ASN-UTR-07", "Socialsekreterare myndighet familjehem"


async def test_a_category_from_the_start_card_to_the_receipt(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await chat.say("börja")
    assert "Hej Johan!" in chat.text()
    assert f"Börja: {CATEGORY}" in [action.get("tooltip") for action in chat.actions()]
    await chat.press("Börja")
    for place, inputs in enumerate(STEPS, start=1):
        assert f"Steg {place} av 5" in chat.text()
        assert set(inputs) <= set(chat.inputs())
        await chat.press(NEXT, **inputs)
    for said in ("Granska och skicka in", "2 personer från Viss till God", "Mentorskap"):
        assert said in chat.text()
    assert "äskade medel: 250 000 kr" in chat.text()
    await chat.press(SUBMIT)
    assert "Tack! Svaret är inlämnat." in chat.text()
    assert "fredag 17 oktober 2025" in chat.text()
    dialogue = teams.dialogue(UNIT, CATEGORY)
    [row] = teams.rows(
        "SELECT progress, answered_as, late, revision, headcount_ok, headcount_actual, need_2y,"
        " need_5y, move_some_good, move_good_high, move_high_very_high, level_some, severity,"
        " likelihood, specific_gap, comment FROM dialogue WHERE id = :id",
        id=dialogue,
    )
    assert row == (
        *("submitted", "manager", False, 5, True, None, "MORE", "SAME", 2, 1, 0, None),
        *("LESS_SERIOUS", "MEDIUM", "Samtalsmetodik", "Vi är få."),
    )
    lists = "SELECT {} FROM {} WHERE dialogue_id = :id ORDER BY 1"
    drivers = teams.rows(lists.format("driver", "dialogue_driver"), id=dialogue)
    assert drivers == ["demography", "law"]
    columns = (
        "description, area, time_plan, responsible, follow_up, challenge, anchoring, asked_sek"
    )
    assert teams.rows(lists.format(columns, "dialogue_activity"), id=dialogue) == [
        (
            *("Mentorskap", "develop", "Hösten 2026", "HR-avdelningen", "Enkät", "recruitment"),
            *("Få på hög nivå", 250_000),
        )
    ]
    assert teams.verbs(dialogue) == [*["answer"] * 4, "submit"]


async def test_as_last_time_in_two_presses(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await chat.say("börja")
    await chat.press("Som förra gången (2023)")
    assert "Granska och skicka in" in chat.text()
    assert "Viss −10" in chat.text()
    await chat.press(SUBMIT)
    assert teams.answers(UNIT, CATEGORY) == ("submitted", "MORE", "MORE", -10, "SERIOUS", "HIGH")


async def test_as_last_time_after_something_else_was_begun(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    await chat.press(NEXT, **NEED)
    await chat.say("börja")
    await chat.press("Ersätt med svaret från 2023")
    assert "Granska och skicka in" in chat.text()


async def test_the_receipt_leads_to_the_next_category(teams: Teams) -> None:
    chat = teams.chat("Fredrik Alnäs")
    await submit(chat)
    await chat.press("Nästa: Socialsekreterare myndighet barn och unga")
    assert "Kategori 2 av 2" in chat.text()
    assert "Steg 1 av 5" in chat.text()


async def test_back_keeps_what_is_typed(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    await chat.press(NEXT, **NEED)
    await chat.press(BACK, move_some_good="3")
    assert chat.inputs()["need_2y"]["value"] == "MORE"
    await chat.press(NEXT)
    assert chat.filled()["move_some_good"] == "3"


async def test_back_from_the_first_step_keeps_what_is_typed(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    await chat.press(BACK, need_2y="LESS")
    assert "Pågår – steg 1 av 5" in chat.text()
    await chat.press("Fortsätt")
    assert chat.inputs()["need_2y"]["value"] == "LESS"


async def test_only_looking_at_the_first_step_begins_nothing(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    await chat.press(BACK)
    assert "Ej påbörjad" in chat.text()
    assert teams.verbs(teams.dialogue(UNIT, CATEGORY)) == []


async def test_back_from_the_first_step_of_an_old_card_offers_what_is_typed(teams: Teams) -> None:
    phone = teams.chat(NAME)
    await begin(phone)
    computer = replace(phone)
    await phone.press(NEXT, **NEED)
    await computer.press(BACK, need_2y="LESS")
    assert "Det du skrev står kvar" in computer.text()
    assert computer.inputs()["need_2y"]["value"] == "LESS"


async def test_a_step_is_changed_from_the_review(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await to_review(chat)
    await chat.press("Ändra: Risk")
    await chat.press("Spara", severity="SERIOUS")
    assert "Granska och skicka in" in chat.text()
    assert "Allvarlig (röd)" in chat.text()


async def test_a_problem_is_told_beside_its_input_and_the_rest_is_stored(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    await chat.press(NEXT, need_2y="MORE", headcount_actual="tjugo")
    assert "”tjugo” är inte ett tal." in chat.text()
    assert chat.inputs()["headcount_actual"]["value"] == "tjugo"
    assert teams.answers(UNIT, CATEGORY)[1] == "MORE"


async def test_resumed_on_another_device(teams: Teams) -> None:
    await begin(phone := teams.chat(NAME))
    await phone.press(NEXT, **NEED)
    computer = teams.chat(NAME)
    await computer.say("fortsätt")
    assert "Steg 2 av 5" in computer.text()


async def test_the_card_asks_for_what_is_current_when_it_comes_into_view(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    first = chat.card["refresh"]
    assert first["userIds"] == [chat.user_id]
    await chat.press(NEXT, **NEED)
    status, body = await chat.invoke({"action": first["action"], "trigger": "automatic"})
    assert status == 200
    assert "Steg 2 av 5" in str(body["value"])


async def test_the_receipt_also_replaces_the_message(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await to_review(chat)
    sent = len(teams.service.requests)
    await chat.press(SUBMIT)
    await settled(teams.service, sent + 1)
    update = teams.service.requests[-1]
    assert update.method == "PUT"
    assert update.path.endswith(f"/activities/{chat.card_id}")
    [attachment] = update.body["attachments"]
    assert attachment["content"] == chat.card
    assert update.body["id"] == chat.card_id


async def test_reopened_until_the_deadline_and_then_locked(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await submit(chat)
    teams.set_day(date(2025, 10, 17))
    await chat.press(REOPEN)
    assert "Granska och skicka in" in chat.text()
    assert teams.rows(
        "SELECT submitted_at FROM dialogue WHERE id = :id", id=teams.dialogue(UNIT, CATEGORY)
    ) == [None]
    await chat.press(SUBMIT)
    receipt = replace(chat)
    teams.set_day(date(2025, 10, 18))
    await receipt.press(REOPEN)
    assert "Sista svarsdagen har passerat" in receipt.text()
    assert REOPEN not in [action["title"] for action in receipt.actions()]
    assert teams.answers(UNIT, CATEGORY)[0] == "submitted"


async def test_the_deadline_ends_at_midnight_in_stockholm(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await to_review(chat)
    teams.set_day(date(2025, 10, 17))
    teams.pass_time(hours=14, minutes=59)
    await chat.press(SUBMIT)
    assert teams.rows(
        "SELECT late FROM dialogue WHERE id = :id", id=teams.dialogue(UNIT, CATEGORY)
    ) == [False]
    await chat.press(REOPEN)
    teams.pass_time(minutes=1)
    await chat.press(SUBMIT)
    assert teams.rows(
        "SELECT late FROM dialogue WHERE id = :id", id=teams.dialogue(UNIT, CATEGORY)
    ) == [True]


async def test_a_late_answer_is_taken_and_marked(teams: Teams) -> None:
    teams.set_day(date(2025, 10, 20))
    chat = teams.chat(NAME)
    await submit(chat)
    assert "markerat som sent" in chat.text()
    await chat.press(OVERVIEW)
    assert "Inlämnad sent" in chat.text()


@pytest.mark.parametrize("day", [date(2025, 9, 14), None], ids=["before", "closed"])
async def test_what_is_typed_outside_the_cycle_is_shown_and_kept(
    teams: Teams, day: date | None
) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    for inputs in STEPS[:-1]:
        await chat.press(NEXT, **inputs)
    if day:
        teams.set_day(day)
    else:
        teams.do("UPDATE cycle SET closed_at = opens_on")
    await chat.press(NEXT, **DRIVERS)
    said = "från och med måndag 15 september 2025" if day else "tar inte emot fler svar"
    assert said in chat.text()
    assert "Vi är få." in [str(node.get("value")) for node in walk(chat.card)]
    dialogue = teams.dialogue(UNIT, CATEGORY)
    assert teams.kept(dialogue)[-1]["typed"]["comment"] == "Vi är få."
    assert teams.rows("SELECT comment FROM dialogue WHERE id = :id", id=dialogue) == [None]


async def test_the_language_is_remembered_over_a_restart(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await chat.say("börja")
    await chat.press("English")
    assert "Start" in chat.text()
    await teams.restart()
    again = teams.chat(NAME)
    await again.say("börja")
    assert "Hello Johan!" in again.text()
    await again.say("svenska")
    assert "Hej Johan!" in again.text()


async def test_a_restart_in_the_middle_loses_nothing(teams: Teams) -> None:
    chat = teams.chat(NAME)
    await begin(chat)
    await chat.press(NEXT, **NEED)
    await teams.restart()
    chat.url = teams.chat(NAME).url
    for inputs in STEPS[1:]:
        await chat.press(NEXT, **inputs)
    await chat.press(SUBMIT)
    assert teams.answers(UNIT, CATEGORY)[:2] == ("submitted", "MORE")
