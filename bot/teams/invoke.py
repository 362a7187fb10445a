"""Answers to invokes: presses on cards, and what else a client waits for."""

from typing import Any

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes

# The SDK's own key, so that its ActivityHandler sees that the invoke is answered.
INVOKE_RESPONSE_KEY = "BotFrameworkAdapter.InvokeResponse"

CARD_ACTION = "adaptiveCard/action"
ERROR_TYPE = "application/vnd.microsoft.error"

Json = dict[str, Any]


def set_invoke_response(context: TurnContext, body: Json | None, status: int = 200) -> None:
    """Answer the invoke of this turn: a press on a card with `body` (statusCode, type, value), HTTP
    200, any other by its HTTP status.

    The same as sending an `invokeResponse` activity, without the SDK's deep copies of the card.
    """
    context.turn_state[INVOKE_RESPONSE_KEY] = Activity(
        type=ActivityTypes.invoke_response, value=InvokeResponse(status=status, body=body)
    )


def invoke_error(status: int, code: str, message: str) -> Json:
    """An error as Teams shows it on the card that was pressed; `message` is shown."""
    return {"statusCode": status, "type": ERROR_TYPE, "value": {"code": code, "message": message}}


def malformed_press(activity: Activity) -> str:
    """What is wrong with a press, whose value the SDK leaves unread; empty if nothing."""
    if activity.type != ActivityTypes.invoke or activity.name != CARD_ACTION:
        return ""
    value = activity.value
    action = value.get("action") if isinstance(value, dict) else None
    if not isinstance(action, dict):
        return "no action"
    if not isinstance(action.get("verb", ""), str):
        return "the verb is no text"
    if not isinstance(action.get("data") or {}, dict):
        return "the data is no object"
    return ""
