"""Presses: answered whatever they hold (bugs 1, 2 and 3 of the SDK)."""

from http import HTTPStatus
from typing import Any

import pytest
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler
from botbuilder.schema import (
    Activity,
    AdaptiveCardInvokeResponse,
    AdaptiveCardInvokeValue,
)
from structlog.testing import capture_logs

from bot.teams.invoke import INVOKE_RESPONSE_KEY, set_invoke_response
from tests.channel.activities import message, press
from tests.channel.conftest import Bot

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Å"}]}
ANSWER = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": CARD}


async def answer(context: TurnContext) -> None:
    set_invoke_response(context, ANSWER)


async def test_a_press_is_answered_with_a_card(bot: Bot) -> None:
    bot.on_turn = answer
    assert await bot.post(press(bot.service_url)) == (200, ANSWER)
    assert bot.turns[0].activity.value["action"]["data"] == {"step": "need"}
    assert bot.turns[0].activity.reply_to_id == "1700"


async def test_a_turn_that_sends_nothing_opens_nothing(bot: Bot) -> None:
    bot.on_turn = answer
    for _ in range(3):
        await bot.post(press(bot.service_url))
    assert not bot.adapter.connector.is_open
    assert bot.tokens.asked == 0


async def test_the_card_is_not_copied(bot: Bot) -> None:
    bot.on_turn = answer
    await bot.post(press(bot.service_url))
    response = bot.turns[0].turn_state[INVOKE_RESPONSE_KEY]
    assert isinstance(response, Activity)
    assert response.value.body is ANSWER


async def test_the_sdks_own_handler_and_response_types(bot: Bot) -> None:
    class Documented(TeamsActivityHandler):
        async def on_adaptive_card_invoke(
            self, turn_context: TurnContext, invoke_value: AdaptiveCardInvokeValue
        ) -> AdaptiveCardInvokeResponse:
            return AdaptiveCardInvokeResponse(
                status_code=200, type="application/vnd.microsoft.card.adaptive", value=CARD
            )

    bot.on_turn = Documented().on_turn
    assert await bot.post(press(bot.service_url)) == (200, ANSWER)


async def test_an_invoke_response_sent_as_an_activity(bot: Bot) -> None:
    async def send(context: TurnContext) -> None:
        response = InvokeResponse(status=HTTPStatus.ACCEPTED, body=None)
        await context.send_activity(Activity(type="invokeResponse", value=response))

    bot.on_turn = send
    assert await bot.post(press(bot.service_url)) == (202, "")
    assert not bot.adapter.connector.is_open


async def test_an_invoke_that_nobody_answers_is_501(bot: Bot) -> None:
    assert await bot.post(press(bot.service_url, name="composeExtension/query")) == (501, "")


@pytest.mark.parametrize(
    "value",
    [
        None,
        "text",
        [],
        {},
        {"action": "answer"},
        {"action": None},
        {"action": {"verb": 7}},
        {"action": {"verb": "answer", "data": "text"}},
        {"action": {"verb": "answer", "data": [1]}},
    ],
    ids=str,
)
async def test_a_malformed_press_is_answered_and_never_a_turn(bot: Bot, value: Any) -> None:
    status, body = await bot.post(press(bot.service_url, value=value))
    assert (status, body["statusCode"]) == (200, 400)
    assert body["type"] == "application/vnd.microsoft.error"
    assert body["value"] == {"code": "BadRequest", "message": "Det gick inte"}
    assert not bot.turns


@pytest.mark.parametrize("data", [{}, {"data": None}, {"data": {}}], ids=str)
async def test_a_press_without_data_is_a_turn(bot: Bot, data: dict[str, Any]) -> None:
    bot.on_turn = answer
    value = {"action": {"type": "Action.Execute", "verb": "status"} | data}
    assert await bot.post(press(bot.service_url, value=value)) == (200, ANSWER)


async def test_the_fallback_of_a_press_is_a_message_with_a_value(bot: Bot) -> None:
    submitted = message(bot.service_url, "", value={"verb": "answer", "step": "need"})
    assert await bot.post(submitted) == (200, "")
    assert bot.turns[0].activity.value == {"verb": "answer", "step": "need"}


async def test_an_exception_in_a_press_is_shown_on_the_card_and_logged(bot: Bot) -> None:
    async def fail(context: TurnContext) -> None:
        raise RuntimeError(f"no row for {context.activity.from_property.name}")

    bot.on_turn = fail
    with capture_logs() as logs:
        status, body = await bot.post(press(bot.service_url))
    assert (status, body["statusCode"]) == (200, 500)
    assert body["type"] == "application/vnd.microsoft.error"
    assert body["value"] == {"code": "InternalError", "message": "Det gick inte"}
    [entry] = [log for log in logs if log["event"] == "turn failed"]
    assert "RuntimeError" in entry["error"][0]
    assert "test_invokes.py" in entry["error"][0]
    assert "Anna" not in str(logs)


async def test_an_exception_in_another_invoke_is_its_status(bot: Bot) -> None:
    """Teams knows no errors in the body there."""

    async def fail(_context: TurnContext) -> None:
        raise RuntimeError

    bot.on_turn = fail
    assert await bot.post(press(bot.service_url, name="fileConsent/invoke")) == (500, "")


async def test_an_answer_that_is_no_json_is_an_exception_too(bot: Bot) -> None:
    async def answer_nonsense(context: TurnContext) -> None:
        set_invoke_response(context, {"value": object()})

    bot.on_turn = answer_nonsense
    status, body = await bot.post(press(bot.service_url))
    assert (status, body["statusCode"]) == (200, 500)
