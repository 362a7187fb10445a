"""The Bot Framework activities that Teams sends for what a person does.

Source of the shapes: Microsoft's "Conversation events in Teams" and "Universal Actions for
Adaptive Cards".
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias
from uuid import uuid4

from bot.local_chat.personas import Persona
from kfmodel.planning.office_hours import STOCKHOLM

Json: TypeAlias = dict[str, Any]
Trigger: TypeAlias = Literal["manual", "automatic"]

BOT_NAME = "Kompetensförsörjning"
ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive"
FILE_CONSENT = "application/vnd.microsoft.teams.card.file.consent"


@dataclass(frozen=True, slots=True)
class Line:
    """Between one person and the bot: everything an activity is addressed with."""

    persona: Persona
    tenant_id: str
    bot_id: str
    service_url: str


def message(line: Line, activity_id: str, text: str) -> Json:
    """Something the person typed."""
    return _envelope(line, "message", activity_id) | {"text": text, "textFormat": "plain"}


def submitted(line: Line, activity_id: str, card_id: str, data: Any) -> Json:
    """A press on an Action.Submit: a message without text, the inputs in its value."""
    return _envelope(line, "message", activity_id) | {"replyToId": card_id, "value": data}


def executed(line: Line, card_id: str, action: Json, trigger: Trigger) -> Json:
    """A press on an Action.Execute, or the automatic refresh of a card."""
    return _envelope(line, "invoke", f"f:{uuid4()}") | {
        "name": "adaptiveCard/action",
        "replyToId": card_id,
        "value": {"action": action, "trigger": trigger},
    }


def consented(line: Line, card_id: str, context: Any, upload_info: Json | None) -> Json:
    """An answer to a card that asks about a file; `upload_info` None declines it."""
    declined = {"action": "decline"}
    action = {"action": "accept", "uploadInfo": upload_info} if upload_info else declined
    return _envelope(line, "invoke", f"f:{uuid4()}") | {
        "name": "fileConsent/invoke",
        "replyToId": card_id,
        "value": {"type": "fileUpload", "context": context, **action},
    }


def installed(line: Line) -> list[Json]:
    """What the first opening of the chat sends, in Teams' order."""
    members = {"membersAdded": [{"id": line.bot_id, "name": BOT_NAME}]}
    return [
        _envelope(line, "conversationUpdate", f"f:{uuid4()}") | members,
        _envelope(line, "installationUpdate", f"f:{uuid4()}") | {"action": "add"},
    ]


def bot_account(bot_id: str) -> Json:
    return {"id": bot_id, "name": BOT_NAME}


def _envelope(line: Line, kind: str, activity_id: str) -> Json:
    now = datetime.now(UTC)
    persona = line.persona
    return {
        "type": kind,
        "id": activity_id,
        "timestamp": now.isoformat(timespec="milliseconds"),
        "localTimestamp": now.astimezone(STOCKHOLM).isoformat(timespec="milliseconds"),
        "localTimezone": STOCKHOLM.key,
        "channelId": "msteams",
        "serviceUrl": line.service_url,
        "locale": persona.locale,
        "from": {"id": persona.user_id, "name": persona.name, "aadObjectId": persona.entra_id},
        "recipient": bot_account(line.bot_id),
        "conversation": {
            "id": persona.conversation_id,
            "conversationType": "personal",
            "tenantId": line.tenant_id,
        },
        "channelData": {"tenant": {"id": line.tenant_id}},
        "entities": [
            {
                "type": "clientInfo",
                "locale": persona.locale,
                "country": "SE",
                "platform": "Web",
                "timezone": STOCKHOLM.key,
            }
        ],
    }
