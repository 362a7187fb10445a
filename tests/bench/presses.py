"""The one press that every server of the comparison answers, and its answer."""

from typing import Any

import orjson

CARD: dict[str, Any] = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [{"type": "TextBlock", "text": "Tack, ditt svar är sparat.", "wrap": True}],
}
CARD_TYPE = "application/vnd.microsoft.card.adaptive"
ANSWER: dict[str, Any] = {"statusCode": 200, "type": CARD_TYPE, "value": CARD}

APP_ID = "11111111-2222-3333-4444-555555555555"
SERVICE_URL = "http://127.0.0.1:1/teams/"
_TENANT = "99999999-aaaa-bbbb-cccc-dddddddddddd"
_DATA = {"dialogue": "1", "step": "need", "revision": 3, "need_2y": "MORE", "need_5y": "SAME"}

PRESS: dict[str, Any] = {
    "type": "invoke",
    "name": "adaptiveCard/action",
    "id": "f:c1a5f0d2",
    "timestamp": "2025-09-01T08:00:00.123Z",
    "localTimestamp": "2025-09-01T10:00:00.123+02:00",
    "localTimezone": "Europe/Stockholm",
    "serviceUrl": SERVICE_URL,
    "channelId": "msteams",
    "from": {
        "id": "29:1Anna",
        "name": "Anna Ek",
        "aadObjectId": "aaaaaaaa-0000-0000-0000-000000000001",
    },
    "recipient": {"id": f"28:{APP_ID}", "name": "Kompetensdialog"},
    "conversation": {"id": "a:1Personal", "conversationType": "personal", "tenantId": _TENANT},
    "channelData": {"tenant": {"id": _TENANT}, "source": {"name": "message"}},
    "replyToId": "1725177600000",
    "locale": "sv-SE",
    "entities": [{"type": "clientInfo", "locale": "sv-SE", "country": "SE", "platform": "Web"}],
    "value": {
        "action": {"type": "Action.Execute", "verb": "answer", "data": _DATA},
        "trigger": "manual",
    },
}
BODY = orjson.dumps(PRESS)


def press(number: int) -> tuple[bytes, dict[str, str]]:
    """The same press every time, without a token."""
    return BODY, {}


def signed_press(token: str, number: int) -> tuple[bytes, dict[str, str]]:
    return BODY, {"Authorization": f"Bearer {token}"}
