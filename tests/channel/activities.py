"""Activities as Teams posts them."""

from typing import Any

Json = dict[str, Any]

APP_ID = "11111111-2222-3333-4444-555555555555"
TENANT = "99999999-aaaa-bbbb-cccc-dddddddddddd"


def activity(service_url: str, **changes: Any) -> Json:
    """An activity with everything common to all of them; a change to None leaves a key out."""
    common = {
        "id": "f:1",
        "timestamp": "2025-09-01T08:00:00.1234567Z",
        "serviceUrl": service_url,
        "channelId": "msteams",
        "from": {"id": "29:anna", "name": "Anna Ek", "aadObjectId": "anna-in-entra"},
        "recipient": {"id": f"28:{APP_ID}", "name": "Bot"},
        "conversation": {"id": "a:1/2", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "locale": "sv-SE",
    }
    return {key: value for key, value in (common | changes).items() if value is not None}


def message(service_url: str, text: str = "hej", **changes: Any) -> Json:
    typed: Json = {"type": "message", "text": text}
    return activity(service_url, **(typed | changes))


def press(service_url: str, data: Any = None, **changes: Any) -> Json:
    action = {"type": "Action.Execute", "verb": "answer", "data": data or {"step": "need"}}
    invoke: Json = {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "replyToId": "1700",
        "value": {"action": action, "trigger": "manual"},
    }
    return activity(service_url, **(invoke | changes))
