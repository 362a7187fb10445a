"""Messages to the personal chat, over HTTP: what is sent, and what every refusal means."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.clock import Clock
from bot.sender import Failed, Outcome, Recipient, Retry, Sent
from bot.teams.connector import Connector
from bot.teams.credentials import NoToken
from bot.teams.exchange import ATTEMPTS
from bot.teams.pace import NoPace
from bot.teams.sender import SERVICE_URL, BotAccount, TeamsSender
from bot.teams.service import Service
from kfmodel.delivery import Reason
from kfmodel.planning.message import Message
from kfmodel.repository.reach import Reach
from tests.channel.activities import APP_ID, TENANT
from tests.channel.service import FakeService, refusal
from tests.messages.samples import MESSAGES, NOT_STARTED

NOW = datetime(2025, 10, 10, 7, 0, tzinfo=UTC)
SENT = Sent(NOW, "1701")
BOT = f"28:{APP_ID}"


class There:
    """Teams' service, and a sender to it that pauses no time."""

    def __init__(self) -> None:
        self.service = FakeService()
        self.url = ""
        self.reached: dict[int, Reach] = {}
        self.pauses: list[float] = []
        self.connectors: list[Connector] = []

    def sender(self, timeout: float = 10.0) -> TeamsSender:
        connector = Connector(Service(NoToken(), NoPace(), timeout, self._pause))
        self.connectors.append(connector)
        account = BotAccount(BOT, TENANT, self.url)
        return TeamsSender(connector, account, self._remember, Clock(real=lambda: NOW))

    @property
    def reach(self) -> Reach:
        return Reach("msteams", self.url, "a:1", TENANT, BOT, "29:anna")

    @property
    def anna(self) -> Recipient:
        return Recipient(7, "Anna Ek", "anna@stad.example", "sv", "anna-in-entra", self.reach)

    async def _remember(self, person_id: int, reach: Reach) -> None:
        self.reached[person_id] = reach

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)


@pytest.fixture
async def there() -> AsyncIterator[There]:
    one = There()
    async with TestServer(one.service.application(), host="127.0.0.1") as server:
        one.url = str(server.make_url("/teams/"))
        yield one
        for connector in one.connectors:
            await connector.close()


@pytest.mark.parametrize("message", MESSAGES.values(), ids=list(MESSAGES))
async def test_a_card_in_the_stored_conversation(there: There, message: Message) -> None:
    assert await there.sender().send(message, there.anna) == SENT
    [request] = there.service.requests
    assert (request.method, request.path) == ("POST", "/teams/v3/conversations/a%3A1/activities")
    body = request.body
    assert body["type"] == "message"
    assert body["attachments"][0]["content"]["type"] == "AdaptiveCard"
    assert body["summary"].startswith("Kompetensförsörjning") or "Påminnelse" in body["summary"]
    assert body["conversation"]["tenantId"] == TENANT
    assert body["recipient"] == {"id": "29:anna", "aadObjectId": "anna-in-entra"}
    assert body["from"]["id"] == BOT


async def test_in_the_recipients_language(there: There) -> None:
    await there.sender().send(NOT_STARTED, replace(there.anna, language="en"))
    assert there.service.requests[0].body["summary"].startswith("Reminder of")


async def test_someone_the_bot_has_not_met_is_written_to_where_it_is_installed(
    there: There,
) -> None:
    there.service.answers = [web.json_response({"id": "a:new"}, status=201)]
    unmet = replace(there.anna, reach=None)
    assert await there.sender().send(NOT_STARTED, unmet) == SENT
    opening, sending = there.service.requests
    assert opening.path == "/teams/v3/conversations"
    assert opening.body["members"] == [{"id": "anna-in-entra"}]
    assert sending.path == "/teams/v3/conversations/a%3Anew/activities"
    assert there.reached == {7: Reach("msteams", there.url, "a:new", TENANT, BOT, "anna-in-entra")}


async def test_someone_without_an_account_is_not_looked_for(there: There) -> None:
    unknown = replace(there.anna, reach=None, entra_id=None)
    assert await there.sender().send(NOT_STARTED, unknown) == Failed(Reason.NOT_INSTALLED)
    assert not there.service.requests


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [
        (403, "ForbiddenOperationException", Failed(Reason.NOT_INSTALLED)),
        (403, "BotNotInConversationRoster", Failed(Reason.NOT_INSTALLED)),
        (404, "UserNotFound", Failed(Reason.LEFT)),
        (400, "BadSyntax", Failed(Reason.REFUSED)),
        (500, "ServiceError", Failed(Reason.UNREACHABLE, permanent=False)),
    ],
)
async def test_a_conversation_that_cannot_be_opened(
    there: There, status: int, code: str, outcome: Failed
) -> None:
    there.service.answers = [refusal(status, code)]
    sent = await there.sender().send(NOT_STARTED, replace(there.anna, reach=None))
    assert sent == replace(outcome, detail=code)
    assert not there.reached


async def test_a_conversation_whose_history_was_cleared_is_opened_again(there: There) -> None:
    there.service.answers = [
        refusal(404, "ConversationNotFound"),
        web.json_response({"id": "a:2"}, status=201),
    ]
    assert await there.sender().send(NOT_STARTED, there.anna) == SENT
    assert there.reached[7].conversation_id == "a:2"
    assert there.service.requests[-1].path == "/teams/v3/conversations/a%3A2/activities"


async def test_a_conversation_that_is_gone_for_good(there: There) -> None:
    there.service.answers = [
        refusal(404, "ConversationNotFound"),
        refusal(403, "BotNotInConversationRoster"),
    ]
    outcome = await there.sender().send(NOT_STARTED, there.anna)
    assert outcome == Failed(Reason.NOT_INSTALLED, detail="BotNotInConversationRoster")
    there.service.answers = [refusal(404, "ConversationNotFound")]
    nameless = replace(there.anna, entra_id=None)
    outcome = await there.sender().send(NOT_STARTED, nameless)
    assert outcome == Failed(Reason.NOT_INSTALLED, detail="ConversationNotFound")


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (403, "BotNotInConversationRoster", Reason.NOT_INSTALLED),
        (403, "ForbiddenOperationException", Reason.NOT_INSTALLED),
        (403, "MessageWritesBlocked", Reason.BLOCKED),
        (403, "ConversationBlockedByUser", Reason.BLOCKED),
        (403, "BotDisabledByAdmin", Reason.BLOCKED),
        (403, "SomethingNew", Reason.REFUSED),
        (404, "MemberNotFoundInConversation", Reason.LEFT),
        (413, "MessageSizeTooBig", Reason.TOO_LARGE),
        (400, "BadSyntax", Reason.REFUSED),
    ],
)
async def test_no_use_in_trying_again(there: There, status: int, code: str, reason: Reason) -> None:
    there.service.answers = [refusal(status, code)]
    outcome = await there.sender().send(NOT_STARTED, there.anna)
    assert outcome == Failed(reason, permanent=True, detail=code)
    assert len(there.service.requests) == 1


@pytest.mark.parametrize(
    ("status", "attempts"),
    [*((status, ATTEMPTS) for status in (412, 429, 502, 503, 504)), (500, 1), (401, 1)],
)
async def test_tried_again_later(there: There, status: int, attempts: int) -> None:
    there.service.answers = [refusal(status, "Later") for _ in range(attempts)]
    outcome = await there.sender().send(NOT_STARTED, there.anna)
    assert outcome == Failed(Reason.UNREACHABLE, permanent=False, detail="Later")
    assert len(there.service.requests) == attempts
    assert len(there.pauses) == attempts - 1


@pytest.mark.parametrize("status", [412, 429, 502, 504])
async def test_tried_again_at_once(there: There, status: int) -> None:
    """The 502 may have delivered; the connector has no way to ask, so the second may be a copy."""
    there.service.answers = [refusal(status, "Later", Retry_After="2")]
    assert await there.sender().send(NOT_STARTED, there.anna) == SENT
    assert len(there.service.requests) == 2
    assert there.pauses[0] >= 2


async def test_waits_as_long_as_teams_says(there: There) -> None:
    there.service.answers = [refusal(429, "Throttled", Retry_After="90")]
    assert await there.sender().send(NOT_STARTED, there.anna) == Retry(90.0, "Throttled")
    assert not there.pauses


async def test_no_answer(there: There) -> None:
    there.service.silent = True
    outcome: Outcome = await there.sender(timeout=0.05).send(NOT_STARTED, there.anna)
    assert outcome == Failed(Reason.UNREACHABLE, permanent=False, detail="timeout")
    assert len(there.service.requests) == 1


def test_the_service_for_all_regions_is_used_until_teams_names_one() -> None:
    assert (
        BotAccount(BOT, TENANT).service_url
        == SERVICE_URL
        == ("https://smba.trafficmanager.net/teams/")
    )
