"""Sends messages to people's personal chat with the bot in Teams."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import structlog
from botbuilder.schema import Activity

import cards
from bot.clock import Clock
from bot.sender import Failed, Outcome, Recipient, Retry, Sent
from bot.teams import outcomes
from bot.teams.connector import Connector
from bot.teams.messages import addressed, message_with
from kfmodel.delivery import Reason
from kfmodel.planning.message import Message
from kfmodel.repository.reach import Reach

SERVICE_URL = "https://smba.trafficmanager.net/teams/"
"""Teams' service for all regions, for people that the bot has not heard from yet."""

# What the Bot Framework says in 403 and 404.
_BLOCKED = frozenset({"MessageWritesBlocked", "ConversationBlockedByUser", "BotDisabledByAdmin"})
_NOT_INSTALLED = frozenset(
    {"BotNotInConversationRoster", "ForbiddenOperationException", "ConversationNotFound"}
)
_GONE = frozenset({"ConversationNotFound", "Not Found"})
_LEFT = frozenset({"UserNotFound", "MemberNotFound", "MemberNotFoundInConversation", "Not Found"})
_OUR_FAULT = {400: Reason.REFUSED, 405: Reason.REFUSED, 413: Reason.TOO_LARGE}
"""Sending the same again is answered the same."""

Remember = Callable[[int, Reach], Awaitable[None]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class BotAccount:
    """What the bot is called where it opens a conversation by itself."""

    bot_id: str
    tenant_id: str
    service_url: str = SERVICE_URL
    channel_id: str = "msteams"


class TeamsSender:
    """A `Sender`. `remember` stores where a person is reached from now on."""

    def __init__(
        self, connector: Connector, account: BotAccount, remember: Remember, clock: Clock
    ) -> None:
        self._connector = connector
        self._account = account
        self._remember = remember
        self._clock = clock

    async def send(self, message: Message, to: Recipient) -> Outcome:
        reach = to.reach or await self._open(to)
        outcome = await self._post(message, to, reach) if isinstance(reach, Reach) else reach
        if to.reach and to.entra_id and _is_gone(outcome):
            # Whoever clears the chat's history takes the conversation away, not the bot.
            return await self.send(message, replace(to, reach=None))
        if not isinstance(outcome, Sent):
            reason = outcome.reason if isinstance(outcome, Failed) else "later"
            log.info("message not delivered", reason=reason, detail=outcome.detail)
        return outcome

    async def _open(self, to: Recipient) -> Reach | Outcome:
        """The person's chat, made where there is none, or why there cannot be one."""
        account = self._account
        if not to.entra_id:
            return Failed(Reason.NOT_INSTALLED)
        opened = await self._connector.open_personal(
            account.service_url, account.bot_id, to.entra_id, account.tenant_id
        )
        if not isinstance(opened, outcomes.Opened):
            return self._outcome(opened)
        reach = Reach(
            account.channel_id,
            account.service_url,
            opened.conversation_id,
            account.tenant_id,
            account.bot_id,
            to.entra_id,
        )
        if to.person_id is not None:
            await self._remember(to.person_id, reach)
        return reach

    async def _post(self, message: Message, to: Recipient, reach: Reach) -> Outcome:
        return self._outcome(await self._connector.send(_activity(message, to, reach)))

    def _outcome(self, outcome: outcomes.Delivered | outcomes.Refused | outcomes.Failed) -> Outcome:
        match outcome:
            case outcomes.Delivered(activity_id):
                return Sent(self._clock.now(), activity_id)
            case outcomes.Refused(code):
                return Failed(_reason(code), detail=code)
            case outcomes.Failed(_, code, retry_after) if retry_after is not None:
                return Retry(retry_after, code)
            case outcomes.Failed(status, code) if status in _OUR_FAULT:
                return Failed(_OUR_FAULT[status], detail=code)
            case outcomes.Failed(_, code):
                return Failed(Reason.UNREACHABLE, permanent=False, detail=code)


def _activity(message: Message, to: Recipient, reach: Reach) -> Activity:
    card = cards.message_card(message, to.language)
    activity = message_with(card)
    activity.summary = card["fallbackText"]  # what the notification says
    return addressed(activity, reach, to.entra_id or "")


def _is_gone(outcome: Outcome) -> bool:
    return isinstance(outcome, Failed) and outcome.detail in _GONE


def _reason(code: str) -> Reason:
    if code in _BLOCKED:
        return Reason.BLOCKED
    if code in _NOT_INSTALLED:
        return Reason.NOT_INSTALLED
    return Reason.LEFT if code in _LEFT else Reason.REFUSED
