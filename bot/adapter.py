"""Bot Framework activities in and out: botbuilder's turns under an HTTP part of our own.

The SDK's CloudAdapter builds two HTTP clients and a token client for every turn, needed or not,
and answers what is wrong with a request by 404 and 500. What is taken from the SDK is what
handlers see: Activity, TurnContext, the middleware pipeline. Everything that speaks to the
network is `Connector`'s, which costs a turn nothing until it sends something.
"""

from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web
from botbuilder.core import BotAdapter, TurnContext
from botbuilder.schema import (
    Activity,
    ActivityTypes,
    ConversationReference,
    DeliveryModes,
    ResourceResponse,
)
from botframework.connector import Channels

from bot.bounded import Bounded
from bot.failures import described
from bot.teams.activity_json import (
    MalformedActivityError,
    NotJsonError,
    activity_from_json,
    to_json,
)
from bot.teams.authentication import Authentication
from bot.teams.connector import Connector
from bot.teams.invoke import (
    CARD_ACTION,
    INVOKE_RESPONSE_KEY,
    invoke_error,
    malformed_press,
    set_invoke_response,
)
from bot.teams.outcomes import Delivered, Failed, NotDeliveredError, Refused

__all__ = ["BODY_LIMIT", "Adapter", "OnTurn", "set_invoke_response"]

# For `web.Application(client_max_size=...)`: Teams posts at most some tens of kilobytes.
BODY_LIMIT = 256 * 1024
FAILURES_KEPT = 1000

OnTurn = Callable[[TurnContext], Awaitable[None]]

log = structlog.get_logger(__name__)


class Adapter(BotAdapter):
    """Runs one turn a request.

    `on_failure` is called after an exception in a turn that is no invoke, to tell the person.
    `failure_text` is what Teams shows on a card whose press could not be carried out.
    """

    def __init__(
        self,
        authentication: Authentication,
        connector: Connector,
        *,
        failure_text: str = "Internal error",
        on_failure: OnTurn | None = None,
    ) -> None:
        super().__init__()
        self.connector = connector
        self._authentication = authentication
        self._failure_text = failure_text
        self._on_failure = on_failure
        self._failed: Bounded[tuple[str, str], None] = Bounded(FAILURES_KEPT)

    async def process(self, request: web.Request, on_turn: OnTurn) -> web.Response:
        """Answer a POST to the messaging endpoint.

        Raises aiohttp's 400, 401, 403, 413 and 415, which say nothing of why.
        """
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            activity = activity_from_json(await request.read())
        except MalformedActivityError as error:
            log.warning("malformed activity", reason=str(error))
            if not isinstance(error, NotJsonError):  # a stranger is told 401 before anything else
                await self._authentication.require_token(request)
            raise web.HTTPBadRequest from error
        identity = await self._authentication.authenticate(request, activity)
        context = TurnContext(self, activity)
        context.turn_state[self.BOT_IDENTITY_KEY] = identity
        problem = malformed_press(activity)
        if problem:
            log.warning("malformed press", reason=problem)
            set_invoke_response(context, invoke_error(400, "BadRequest", self._failure_text))
            return _response(context)
        try:
            await self.run_pipeline(context, on_turn)
            return _response(context)
        except Exception as error:  # noqa: BLE001 - whatever a turn raises, the channel gets an answer
            return await self._failure(context, error)

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        """Raises NotDeliveredError at the first that does not arrive."""
        return [await self._send(context, activity) for activity in activities]

    async def update_activity(
        self,
        context: TurnContext,  # noqa: ARG002 - the SDK's signature
        activity: Activity,
    ) -> ResourceResponse:
        """Raises NotDeliveredError."""
        return _required(await self.connector.update(activity))

    async def delete_activity(
        self,
        context: TurnContext,  # noqa: ARG002 - the SDK's signature
        reference: ConversationReference,
    ) -> None:
        """Raises NotDeliveredError."""
        _required(
            await self.connector.delete(
                reference.service_url, reference.conversation.id, reference.activity_id
            )
        )

    async def close(self) -> None:
        await self._authentication.close()
        await self.connector.close()

    async def _send(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        if activity.type == ActivityTypes.invoke_response:
            context.turn_state[INVOKE_RESPONSE_KEY] = activity
            return ResourceResponse()
        if activity.type == ActivityTypes.trace and activity.channel_id != Channels.emulator:
            return ResourceResponse()
        return _required(await self.connector.send(activity))

    async def _failure(self, context: TurnContext, error: Exception) -> web.Response:
        activity = context.activity
        log.error("turn failed", type=activity.type, name=activity.name, error=described(error))
        if activity.type == ActivityTypes.invoke:
            self._set_failed(context)
            return _response(context)
        # Teams posts an activity again after a 500: one more chance for a lost database
        # connection. It stops posting to a bot that answers nothing but 500, so only one.
        key = (activity.conversation.id, activity.id or "")
        if key in self._failed or not activity.id:
            return web.Response()
        self._failed[key] = None
        await self._tell(context)
        return web.Response(status=500)

    def _set_failed(self, context: TurnContext) -> None:
        if context.activity.name == CARD_ACTION:
            error = invoke_error(500, "InternalError", self._failure_text)
            set_invoke_response(context, error)
        else:
            set_invoke_response(context, None, 500)

    async def _tell(self, context: TurnContext) -> None:
        if self._on_failure is None:
            return
        try:
            await self._on_failure(context)
        except Exception as error:  # noqa: BLE001 - the turn has failed already; this only says so
            log.error("could not tell of a failed turn", error=described(error))


def _response(context: TurnContext) -> web.Response:
    answered = context.turn_state.get(INVOKE_RESPONSE_KEY)
    if context.activity.delivery_mode == DeliveryModes.expect_replies:
        activities = context.buffered_reply_activities
        if answered is not None and not any(answered is activity for activity in activities):
            activities = [*activities, answered]
        return _json(200, {"activities": activities})
    if context.activity.type != ActivityTypes.invoke:
        return web.Response()
    if not isinstance(answered, Activity):
        return web.Response(status=501)
    response = answered.value
    return _json(int(response.status), response.body)


def _json(status: int, body: object) -> web.Response:
    if body is None:
        return web.Response(status=status)
    return web.Response(status=status, body=to_json(body), content_type="application/json")


def _required(outcome: Delivered | Refused | Failed) -> ResourceResponse:
    if not isinstance(outcome, Delivered):
        raise NotDeliveredError(outcome)
    return ResourceResponse(id=outcome.activity_id)
