"""What a turn sends (bugs 4, 5, 12, 13 and 14 of the SDK)."""

import asyncio

import pytest
from aiohttp import web
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.schema import Activity, Attachment, ConversationReference

from bot.teams.invoke import set_invoke_response
from bot.teams.outcomes import Failed, NotDeliveredError, Refused
from tests.channel.activities import TENANT, message, press
from tests.channel.conftest import Bot
from tests.channel.service import FakeService, refusal

CARD = Attachment(
    content_type="application/vnd.microsoft.card.adaptive", content={"type": "AdaptiveCard"}
)


async def reply(context: TurnContext) -> None:
    sent = await context.send_activity(Activity(type="message", text="hej", attachments=[CARD]))
    assert sent is not None
    assert sent.id == "1701"


async def test_a_reply(bot: Bot, service: FakeService) -> None:
    bot.on_turn = reply
    assert await bot.post(message(bot.service_url)) == (200, "")
    [request] = service.requests
    assert (request.method, request.token) == ("POST", "Bearer the-bots-own")
    assert request.path == "/teams/v3/conversations/a%3A1%2F2/activities/f%3A1"
    assert request.body["attachments"] == [
        {"contentType": CARD.content_type, "content": {"type": "AdaptiveCard"}}
    ]
    assert request.body["conversation"]["tenantId"] == TENANT
    assert request.body["recipient"]["id"] == "29:anna"


async def test_several_turns_share_one_connection(bot: Bot, service: FakeService) -> None:
    bot.on_turn = reply
    for _ in range(5):
        await bot.post(message(bot.service_url))
    assert len(service.requests) == 5
    assert len(service.connections) == 1


async def test_the_pressed_message_is_replaced(bot: Bot, service: FakeService) -> None:
    async def replace(context: TurnContext) -> None:
        card = Activity(type="message", id=context.activity.reply_to_id, attachments=[CARD])
        updated = await context.update_activity(card)
        assert updated.id == "1701"
        await context.delete_activity("1700")

    bot.on_turn = replace
    await bot.post(message(bot.service_url, replyToId="1700"))
    assert [(request.method, request.path) for request in service.requests] == [
        ("PUT", "/teams/v3/conversations/a%3A1%2F2/activities/1700"),
        ("DELETE", "/teams/v3/conversations/a%3A1%2F2/activities/1700"),
    ]


async def test_the_tenant_is_kept_in_what_is_stored(bot: Bot) -> None:
    await bot.post(message(bot.service_url))
    reference = TurnContext.get_conversation_reference(bot.turns[0].activity)
    assert reference.conversation.tenant_id == TENANT
    stored = ConversationReference.deserialize(  # type: ignore[no-untyped-call]  # the SDK's
        reference.serialize()  # type: ignore[no-untyped-call]  # the SDK's
    )
    assert stored.conversation.tenant_id == TENANT


async def test_expected_replies_come_in_the_answer(bot: Bot, service: FakeService) -> None:
    async def answer_twice(context: TurnContext) -> None:
        await context.send_activity("ett")
        await context.send_activity(Activity(type="message", attachments=[CARD]))

    bot.on_turn = answer_twice
    status, body = await bot.post(message(bot.service_url, deliveryMode="expectReplies"))
    assert status == 200
    assert body["activities"][0]["text"] == "ett"
    assert body["activities"][0]["conversation"]["tenantId"] == TENANT
    assert body["activities"][1]["attachments"][0]["content"] == {"type": "AdaptiveCard"}
    assert not service.requests


@pytest.mark.parametrize("as_activity", [True, False])
async def test_expected_replies_to_a_press_hold_its_answer_once(
    bot: Bot, as_activity: bool
) -> None:
    async def answer(context: TurnContext) -> None:
        if as_activity:
            response = InvokeResponse(status=200, body={"statusCode": 200})
            await context.send_activity(Activity(type="invokeResponse", value=response))
        else:
            set_invoke_response(context, {"statusCode": 200})

    bot.on_turn = answer
    status, body = await bot.post(press(bot.service_url, deliveryMode="expectReplies"))
    assert status == 200
    [response] = body["activities"]
    assert (response["type"], response["value"]["body"]) == ("invokeResponse", {"statusCode": 200})


async def test_traces_are_for_the_emulator(bot: Bot, service: FakeService) -> None:
    async def trace(context: TurnContext) -> None:
        await context.send_trace_activity("a", "b")

    bot.on_turn = trace
    assert (await bot.post(message(bot.service_url)))[0] == 200
    assert not service.requests


async def test_a_send_that_is_refused_is_an_exception_of_the_turn(
    bot: Bot, service: FakeService
) -> None:
    raised: list[NotDeliveredError] = []

    async def send(context: TurnContext) -> None:
        try:
            await context.send_activity("hej")
        except NotDeliveredError as error:
            raised.append(error)

    bot.on_turn = send
    service.answers = [refusal(403, "MessageWritesBlocked"), refusal(400, "BadSyntax")]
    assert (await bot.post(message(bot.service_url)))[0] == 200
    assert (await bot.post(message(bot.service_url)))[0] == 200
    assert [error.outcome for error in raised] == [
        Refused("MessageWritesBlocked"),
        Failed(400, "BadSyntax"),
    ]


async def test_a_failed_turn_is_given_one_more_chance(bot: Bot) -> None:
    async def fail(context: TurnContext) -> None:
        raise RuntimeError

    bot.on_turn = fail
    statuses = [(await bot.post(message(bot.service_url, id="f:9")))[0] for _ in range(3)]
    assert statuses == [500, 200, 200]
    assert len(bot.turns) == 3
    assert len(bot.told) == 1
    assert (await bot.post(message(bot.service_url, id="f:10")))[0] == 500


async def test_a_failure_that_cannot_be_told_is_still_answered(
    bot: Bot, service: FakeService
) -> None:
    bot.on_turn = reply
    service.answers = [refusal(403, "BotNotInConversationRoster") for _ in range(2)]
    bot.told = None  # type: ignore[assignment]  # telling raises
    assert (await bot.post(message(bot.service_url)))[0] == 500


async def test_a_slow_service_holds_up_nobody_else(bot: Bot, service: FakeService) -> None:
    async def send_or_not(context: TurnContext) -> None:
        if context.activity.text == "send":
            await context.send_activity("hej")

    bot.on_turn = send_or_not
    service.silent = True
    slow = asyncio.create_task(bot.post(message(bot.service_url, "send")))
    await service.arrived.wait()
    assert (await bot.post(message(bot.service_url)))[0] == 200
    assert not slow.done()
    slow.cancel()
    await asyncio.gather(slow, return_exceptions=True)


async def test_many_turns_send_at_once(bot: Bot, service: FakeService) -> None:
    bot.on_turn = reply
    service.answers = [web.json_response({"id": "1701"}, status=201)]
    posts = [bot.post(message(bot.service_url, id=f"f:{n}")) for n in range(20)]
    assert await asyncio.gather(*posts) == [(200, "")] * 20
    assert len(service.requests) == 20
