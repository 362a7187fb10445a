"""What became of a message, and when it is tried again (bugs 11, 12 and 13 of the SDK)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port
from botbuilder.schema import Activity

from bot.teams.activity_json import activity_from_json
from bot.teams.connector import Connector
from bot.teams.outcomes import Delivered, Failed, Member, NotDeliveredError, Opened, Refused
from bot.teams.service import DEADLINE, PATIENCE
from tests.channel.activities import APP_ID, TENANT, message
from tests.channel.conftest import Tokens
from tests.channel.service import FakeService, refusal

Connect = Callable[..., Connector]


@pytest.fixture
def connector(connect: Connect) -> Connector:
    return connect()


@pytest.fixture
def card(service_url: str) -> Activity:
    return activity_from_json(orjson.dumps(message(service_url)))


@pytest.mark.parametrize(
    "code",
    [
        "MessageWritesBlocked",
        "ConversationBlockedByUser",
        "BotNotInConversationRoster",
        "ForbiddenOperationException",
    ],
)
async def test_refused(
    connector: Connector, service: FakeService, card: Activity, pauses: list[float], code: str
) -> None:
    service.answers = [refusal(403, code), refusal(404, "ConversationNotFound")]
    assert await connector.send(card) == Refused(code)
    assert await connector.update(card) == Refused("ConversationNotFound")
    assert not pauses


async def test_refused_without_a_code(
    connector: Connector, service: FakeService, card: Activity
) -> None:
    service.answers = [web.Response(status=403, text="<html>"), web.json_response([], status=404)]
    assert await connector.send(card) == Refused("Forbidden")
    assert await connector.send(card) == Refused("Not Found")


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_tried_again(
    connector: Connector, service: FakeService, card: Activity, pauses: list[float], status: int
) -> None:
    service.answers = [refusal(status, "Later"), refusal(status, "Later")]
    assert await connector.send(card) == Delivered("1701")
    assert len(service.requests) == 3
    assert all(0 <= pause <= PATIENCE for pause in pauses)
    assert len(set(pauses)) == 2  # jittered


async def test_tried_four_times(
    connector: Connector, service: FakeService, card: Activity, pauses: list[float]
) -> None:
    service.answers = [refusal(502, "ServiceError") for _ in range(5)]
    assert await connector.send(card) == Failed(502, "ServiceError")
    assert len(service.requests) == 4
    assert len(pauses) == 3


@pytest.mark.parametrize("status", [301, 400, 401, 413, 500])
async def test_not_tried_again(
    connector: Connector, service: FakeService, card: Activity, status: int
) -> None:
    service.answers = [refusal(status, "No", Location="/elsewhere")]
    assert await connector.send(card) == Failed(status, "No")
    assert len(service.requests) == 1


async def test_waits_as_long_as_asked(
    connector: Connector, service: FakeService, card: Activity, pauses: list[float]
) -> None:
    service.answers = [refusal(429, "Throttled", Retry_After="3")]
    assert await connector.send(card) == Delivered("1701")
    assert 3 <= pauses[0] <= 3 + PATIENCE


async def test_waits_until_the_time_asked(
    connector: Connector, service: FakeService, card: Activity, pauses: list[float]
) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=4), usegmt=True)
    passed = format_datetime(datetime(2025, 1, 1, tzinfo=UTC), usegmt=True)
    service.answers = [
        refusal(429, "Throttled", Retry_After=soon),
        refusal(429, "Throttled", Retry_After=passed),
        refusal(429, "Throttled", Retry_After="whenever"),
    ]
    assert await connector.send(card) == Delivered("1701")
    assert 2 < pauses[0] <= 4 + PATIENCE
    assert all(0 <= pause <= PATIENCE for pause in pauses[1:])


@pytest.mark.parametrize("seconds", [6, 60])
async def test_asked_to_wait_longer_than_a_turn_lasts(
    connector: Connector,
    service: FakeService,
    card: Activity,
    pauses: list[float],
    seconds: int,
) -> None:
    service.answers = [refusal(429, "Throttled", Retry_After=str(seconds))]
    assert await connector.send(card) == Failed(429, "Throttled", retry_after=seconds)
    assert len(service.requests) == 1
    assert not pauses
    assert PATIENCE < DEADLINE < 15


async def test_a_send_without_answer_is_not_repeated(
    connect: Connect, service: FakeService, card: Activity, pauses: list[float]
) -> None:
    service.silent = True
    impatient = connect(timeout=0.05)
    assert await impatient.send(card) == Failed(None, "timeout")
    assert not pauses
    # A message replaced twice is still one message.
    assert await impatient.update(card) == Failed(None, "timeout")
    assert len(pauses) == 3


async def test_nobody_there(connector: Connector, card: Activity, pauses: list[float]) -> None:
    card.service_url = f"http://127.0.0.1:{unused_port()}/"
    assert await connector.send(card) == Failed(None, "ClientConnectorError")
    assert len(pauses) == 3


async def test_an_answer_without_an_id(
    connector: Connector, service: FakeService, card: Activity
) -> None:
    service.answers = [web.Response(status=202), web.json_response(["?"])]
    assert await connector.send(card) == Delivered("")
    assert await connector.update(card) == Delivered("")


async def test_a_member_of_the_roster(
    connect: Connect, service: FakeService, service_url: str
) -> None:
    tokens = Tokens()
    service.answer = {
        "id": "29:anna",
        "name": "Anna Ek",
        "objectId": "anna-in-entra",
        "email": "anna.ek@example.org",
        "userPrincipalName": "anna.ek@example.org",
        "tenantId": TENANT,
    }
    member = await connect(tokens).member(service_url, "a:1/2", "29:anna")
    assert member == Member(
        entra_id="anna-in-entra",
        email="anna.ek@example.org",
        user_principal_name="anna.ek@example.org",
        tenant_id=TENANT,
        name="Anna Ek",
    )
    [request] = service.requests
    assert (request.method, request.body) == ("GET", None)
    assert request.path == "/teams/v3/conversations/a%3A1%2F2/members/29%3Aanna"
    assert tokens.asked == 1


async def test_a_member_of_another_channel(
    connector: Connector, service: FakeService, service_url: str
) -> None:
    service.answer = {"aadObjectId": "anna-in-entra", "email": None, "name": 7}
    member = await connector.member(service_url, "a:1", "29:anna")
    assert member == Member("anna-in-entra", "", "", "", "")


async def test_no_member(connector: Connector, service: FakeService, service_url: str) -> None:
    service.answers = [refusal(404, "MemberNotFoundInConversation"), refusal(403, "NoRoster")]
    assert await connector.member(service_url, "a:1", "29:anna") is None
    with pytest.raises(NotDeliveredError, match="NoRoster"):
        await connector.member(service_url, "a:1", "29:anna")


async def test_a_personal_conversation(
    connector: Connector, service: FakeService, service_url: str
) -> None:
    service.answers = [web.json_response({"id": "a:new"}, status=201)]
    opened = await connector.open_personal(service_url, f"28:{APP_ID}", "29:anna", TENANT)
    assert opened == Opened("a:new")
    [request] = service.requests
    assert request.path == "/teams/v3/conversations"
    assert request.body == {
        "isGroup": False,
        "bot": {"id": f"28:{APP_ID}"},
        "members": [{"id": "29:anna"}],
        "tenantId": TENANT,
        "channelData": {"tenant": {"id": TENANT}},
    }


async def test_no_personal_conversation(
    connector: Connector, service: FakeService, service_url: str
) -> None:
    service.answers = [refusal(403, "ForbiddenOperationException"), refusal(400, "BadSyntax")]
    refused = await connector.open_personal(service_url, "28:b", "29:a", TENANT)
    assert refused == Refused("ForbiddenOperationException")
    failed = await connector.open_personal(service_url, "28:b", "29:a", TENANT)
    assert failed == Failed(400, "BadSyntax")


async def test_closed_and_opened_again(connector: Connector, card: Activity) -> None:
    await connector.close()
    assert not connector.is_open
    await connector.send(card)
    assert connector.is_open
    await connector.close()
    assert not connector.is_open
