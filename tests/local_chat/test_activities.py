"""What the bot is sent: the activities that Teams would send."""

import asyncio

import pytest

from bot.local_chat import channel as channel_module
from bot.local_chat import delivery
from tests.local_chat.conftest import ANNA, BOT, EMMA, TENANT, Demo
from tests.local_chat.stand_in_bot import Json


async def test_first_opening_tells_the_bot_once(demo: Demo) -> None:
    await demo.open()
    await demo.open()

    assert demo.bot.of_type == ["conversationUpdate", "installationUpdate"]
    joined, installed = demo.bot.received
    assert [member["id"] for member in joined["membersAdded"]] == [BOT]
    assert installed["action"] == "add"


async def test_a_typed_message_is_addressed_as_teams_does(demo: Demo) -> None:
    await demo.say("börja")

    sent = demo.bot.last
    assert sent["type"] == "message"
    assert sent["text"] == "börja"
    assert sent["channelId"] == "msteams"
    assert sent["serviceUrl"] == f"{demo.url}/connector/"
    assert sent["from"] == {"id": ANNA.user_id, "name": ANNA.name, "aadObjectId": "e-anna"}
    assert sent["from"]["id"].startswith("29:")
    assert sent["recipient"]["id"] == BOT
    assert sent["conversation"] == {
        "id": ANNA.conversation_id,
        "conversationType": "personal",
        "tenantId": TENANT,
    }
    assert sent["channelData"] == {"tenant": {"id": TENANT}}
    assert sent["locale"] == "sv-SE"
    assert sent["id"].isdecimal()
    assert sent["timestamp"].endswith("+00:00")


async def test_each_person_has_their_own_chat_and_language(demo: Demo) -> None:
    await demo.say("hello", EMMA)

    assert demo.bot.last["locale"] == "en-GB"
    assert demo.bot.last["conversation"]["id"] != ANNA.conversation_id
    assert (await demo.open(ANNA))["activities"] == []


async def test_a_press_is_an_invoke_with_action_and_trigger(demo: Demo) -> None:
    reply = await demo.press("17", "answer", trigger="automatic")

    sent = demo.bot.last
    assert sent["type"] == "invoke"
    assert sent["name"] == "adaptiveCard/action"
    assert sent["replyToId"] == "17"
    action = {"type": "Action.Execute", "verb": "answer", "data": {"need_2y": "MORE"}}
    assert sent["value"] == {"action": action, "trigger": "automatic"}
    assert reply["kind"] == "card"


async def test_a_submit_is_a_message_with_a_value(demo: Demo) -> None:
    action = {"type": "Action.Submit", "data": {"verb": "submit"}}
    await demo.press("17", "", action=action)

    assert demo.bot.last["type"] == "message"
    assert demo.bot.last["value"] == {"verb": "submit"}
    assert demo.bot.last["replyToId"] == "17"
    assert "text" not in demo.bot.last


async def test_a_retry_is_the_same_message_again(demo: Demo) -> None:
    demo.bot.status = 503
    assert (await demo.say("börja"))["kind"] == "unreachable"
    demo.bot.status = 200
    assert (await demo.say("börja"))["kind"] == "taken"

    first, second = demo.bot.received
    assert first["id"] == second["id"]
    texts = [activity.get("text") for activity in (await demo.open())["activities"]]
    assert texts.count("börja") == 1


async def test_a_failed_opening_is_made_up_for(demo: Demo) -> None:
    demo.bot.status = 500
    assert (await demo.open())["reached"] is False
    demo.bot.status = 200
    assert (await demo.open())["reached"] is True
    assert demo.bot.of_type[-2:] == ["conversationUpdate", "installationUpdate"]


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("answer", "card"),
        ("say", "taken"),
        ("fail", "error"),
        ("silent", "taken"),
        ("garbled", "unreachable"),
    ],
)
async def test_what_the_window_is_told_of_an_invoke(demo: Demo, verb: str, kind: str) -> None:
    assert (await demo.press("17", verb))["kind"] == kind


async def test_an_error_hands_on_the_bots_words(demo: Demo) -> None:
    assert (await demo.press("17", "fail"))["message"] == "Det gick inte just nu."


async def test_a_message_reply_stays_in_the_chat(demo: Demo) -> None:
    await demo.press("17", "say")
    assert (await demo.open())["activities"][-1]["text"] == "Sparat."


async def test_a_bot_slower_than_teams_waits_is_unreachable(
    demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "INVOKE_TIMEOUT", 0.05)
    assert (await demo.press("17", "wait"))["kind"] == "unreachable"


async def test_a_bot_that_is_not_there_is_unreachable(
    demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def closed_door(_url: str, activity: Json) -> object:
        return await delivery.deliver("http://127.0.0.1:1/api/messages", activity)

    monkeypatch.setattr(channel_module, "deliver", closed_door)
    assert (await demo.say("börja"))["kind"] == "unreachable"


async def test_two_presses_at_once_both_reach_the_bot(demo: Demo) -> None:
    waiting = asyncio.create_task(demo.press("17", "wait"))
    await demo.bot.entered.wait()
    assert (await demo.press("17", "answer"))["kind"] == "card"
    demo.bot.released.set()
    assert (await waiting)["kind"] == "card"
