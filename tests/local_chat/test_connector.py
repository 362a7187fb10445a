"""The connector: what a bot's SDK may ask of it, and what it refuses."""

import asyncio
from urllib.parse import quote

import pytest
from botbuilder.schema import Activity
from botframework.connector import ConnectorClient
from botframework.connector.auth import MicrosoftAppCredentials

from tests.local_chat.conftest import ANNA, BOT, EMMA, TENANT, Demo
from tests.local_chat.stand_in_bot import Json


def chat_url(demo: Demo, rest: str = "", conversation: str = ANNA.conversation_id) -> str:
    return f"{demo.url}/connector/v3/conversations/{quote(conversation, safe='')}{rest}"


async def call(
    demo: Demo, method: str, url: str, body: Json | None = None
) -> tuple[int, Json | list[Json]]:
    async with demo.client.request(method, url, json=body) as response:
        return response.status, await response.json() if await response.read() else {}


async def send(demo: Demo, text: str, rest: str = "") -> str:
    body = {"type": "message", "text": text}
    status, sent = await call(demo, "POST", chat_url(demo, f"/activities{rest}"), body)
    assert status == 201
    assert isinstance(sent, dict)
    return str(sent["id"])


async def history(demo: Demo) -> list[tuple[str, str]]:
    return [(one["id"], one["text"]) for one in (await demo.open())["activities"]]


async def test_messages_replies_updates_and_removals(demo: Demo) -> None:
    first = await send(demo, "ett")
    second = await send(demo, "två", f"/{first}")
    assert first < second

    changed = {"type": "message", "text": "ett igen"}
    status, _ = await call(demo, "PUT", chat_url(demo, f"/activities/{first}"), changed)
    assert status == 200
    assert await history(demo) == [(first, "ett igen"), (second, "två")]

    status, _ = await call(demo, "DELETE", chat_url(demo, f"/activities/{first}"))
    assert status == 200
    assert await history(demo) == [(second, "två")]


async def test_a_message_always_comes_from_the_bot(demo: Demo) -> None:
    body = {"type": "message", "text": "hej", "from": {"id": ANNA.user_id}, "id": "mitt"}
    await call(demo, "POST", chat_url(demo, "/activities"), body)
    (shown,) = (await demo.open())["activities"]
    assert shown["from"]["id"] == BOT
    assert shown["id"] != "mitt"


async def test_the_roster_has_teams_shape(demo: Demo) -> None:
    expected = {
        "id": ANNA.user_id,
        "objectId": "e-anna",
        "name": "Anna Åkesson",
        "givenName": "Anna",
        "surname": "Åkesson",
        "email": "anna@example.org",
        "userPrincipalName": "anna@example.org",
        "tenantId": TENANT,
        "userRole": "user",
    }
    for member in (ANNA.user_id, ANNA.entra_id):
        url = chat_url(demo, f"/members/{quote(member, safe='')}")
        assert await call(demo, "GET", url) == (200, expected)
    assert await call(demo, "GET", chat_url(demo, "/members")) == (200, [expected])
    assert await call(demo, "GET", chat_url(demo, "/pagedmembers")) == (
        200,
        {"members": [expected]},
    )


async def test_a_chat_can_begin_with_the_bot(demo: Demo) -> None:
    body = {
        "bot": {"id": BOT},
        "members": [{"id": EMMA.user_id}],
        "activity": {"type": "message", "text": "Hello"},
        "channelData": {"tenant": {"id": TENANT}},
    }
    url = f"{demo.url}/connector/v3/conversations"
    status, created = await call(demo, "POST", url, body)
    assert status == 201
    assert isinstance(created, dict)
    assert created["id"] == EMMA.conversation_id
    (shown,) = (await demo.open(EMMA))["activities"]
    assert (shown["id"], shown["text"]) == (created["activityId"], "Hello")


async def test_the_sdks_own_client_gets_on_with_it(demo: Demo) -> None:
    credentials = MicrosoftAppCredentials("", "")
    url = f"{demo.url}/connector/"
    client = ConnectorClient(credentials, base_url=url)  # type: ignore[no-untyped-call]  # the SDK
    chat = client.conversations
    activity = Activity(type="message", text="hej")

    sent = await asyncio.to_thread(chat.send_to_conversation, ANNA.conversation_id, activity)
    member = await asyncio.to_thread(
        chat.get_conversation_member, ANNA.conversation_id, ANNA.user_id
    )
    activity.text = "hej igen"
    await asyncio.to_thread(chat.update_activity, ANNA.conversation_id, sent.id, activity)

    assert await history(demo) == [(sent.id, "hej igen")]
    assert member.additional_properties["objectId"] == "e-anna"


@pytest.mark.parametrize(
    ("method", "rest", "conversation", "expected"),
    [
        ("POST", "/activities", "a:okänd", (404, "ConversationNotFound")),
        ("GET", "/members", "a:okänd", (404, "ConversationNotFound")),
        ("PUT", "/activities/1", ANNA.conversation_id, (404, "ActivityNotFoundInConversation")),
        ("DELETE", "/activities/1", ANNA.conversation_id, (404, "ActivityNotFoundInConversation")),
        ("GET", "/members/e-emma", ANNA.conversation_id, (404, "MemberNotFoundInConversation")),
    ],
)
async def test_refusals(
    demo: Demo, method: str, rest: str, conversation: str, expected: tuple[int, str]
) -> None:
    body = {"type": "message"} if method in ("POST", "PUT") else None
    status, refusal = await call(demo, method, chat_url(demo, rest, conversation), body)
    assert isinstance(refusal, dict)
    assert (status, refusal["error"]["code"]) == expected


async def test_nobody_outside_the_demo_can_be_written_to(demo: Demo) -> None:
    url = f"{demo.url}/connector/v3/conversations"
    status, refusal = await call(demo, "POST", url, {"members": [{"id": "29:ingen"}]})
    assert isinstance(refusal, dict)
    assert (status, refusal["error"]["code"]) == (403, "BotNotInConversationRoster")


async def test_a_persons_message_is_not_the_bots_to_change(demo: Demo) -> None:
    await demo.say("mitt")
    url = chat_url(demo, f"/activities/{demo.bot.received[-1]['id']}")
    status, refusal = await call(demo, "DELETE", url)
    assert isinstance(refusal, dict)
    assert (status, refusal["error"]["code"]) == (403, "BotNotMessageOwner")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [(b"{", "application/json", 400), (b"[]", "application/json", 400), (b"{}", "text/plain", 415)],
)
async def test_bad_bodies(demo: Demo, body: bytes, kind: str, status: int) -> None:
    headers = {"Content-Type": kind}
    url = chat_url(demo, "/activities")
    async with demo.client.post(url, data=body, headers=headers) as response:
        assert response.status == status
