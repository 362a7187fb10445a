"""What the bot says and asks of its own accord: messages, updates, the roster, conversations."""

from typing import Any
from urllib.parse import quote

from botbuilder.schema import Activity
from yarl import URL

from bot.teams.exchange import Answer
from bot.teams.outcomes import Delivered, Failed, Member, NotDeliveredError, Opened, Refused
from bot.teams.service import Service


class Connector:
    """What became of a call is its answer; only `member` raises."""

    def __init__(self, service: Service) -> None:
        self._service = service

    @property
    def is_open(self) -> bool:
        return self._service.is_open

    async def send(self, activity: Activity) -> Delivered | Refused | Failed:
        """Post to the activity's conversation, as a reply if it has `reply_to_id`."""
        replied_to = [activity.reply_to_id] if activity.reply_to_id else []
        conversation_id = activity.conversation.id
        url = _url(activity.service_url, conversation_id, "activities", *replied_to)
        return _delivery(await self._service.call("POST", url, activity, conversation_id))

    async def update(self, activity: Activity) -> Delivered | Refused | Failed:
        """Replace the message `activity.id`."""
        conversation_id = activity.conversation.id
        url = _url(activity.service_url, conversation_id, "activities", activity.id)
        return _delivery(await self._service.call("PUT", url, activity, conversation_id))

    async def delete(
        self, service_url: str, conversation_id: str, activity_id: str
    ) -> Delivered | Refused | Failed:
        url = _url(service_url, conversation_id, "activities", activity_id)
        return _delivery(await self._service.call("DELETE", url, conversation=conversation_id))

    async def member(self, service_url: str, conversation_id: str, user_id: str) -> Member | None:
        """The person in Teams' roster; None if not in it. Raises NotDeliveredError."""
        url = _url(service_url, conversation_id, "members", user_id)
        answer = await self._service.call("GET", url, conversation=conversation_id)
        if answer.status == 404:
            return None
        if answer.status != 200 or not isinstance(answer.body, dict):
            raise NotDeliveredError(_no_delivery(answer))
        return _member(answer.body)

    async def open_personal(
        self, service_url: str, bot_id: str, user_id: str, tenant_id: str
    ) -> Opened | Refused | Failed:
        """The bot's conversation with one person, made if there is none."""
        content = {
            "isGroup": False,
            "bot": {"id": bot_id},
            "members": [{"id": user_id}],
            "tenantId": tenant_id,
            "channelData": {"tenant": {"id": tenant_id}},
        }
        answer = await self._service.call("POST", _url(service_url), content)
        conversation_id = _id(answer)
        return Opened(conversation_id) if conversation_id else _no_delivery(answer)

    async def close(self) -> None:
        await self._service.close()


def _url(service_url: str, *segments: str) -> URL:
    path = "/".join(["v3/conversations", *(quote(segment, safe="") for segment in segments)])
    return URL(f"{service_url.rstrip('/')}/{path}", encoded=True)


def _id(answer: Answer) -> str:
    succeeded = answer.status is not None and answer.status < 300
    given = answer.body.get("id") if succeeded and isinstance(answer.body, dict) else None
    return given if isinstance(given, str) else ""


def _delivery(answer: Answer) -> Delivered | Refused | Failed:
    if answer.status is not None and answer.status < 300:
        return Delivered(_id(answer))
    return _no_delivery(answer)


def _no_delivery(answer: Answer) -> Refused | Failed:
    if answer.status in (403, 404):
        return Refused(answer.code)
    return Failed(answer.status, answer.code, answer.retry_after)


def _member(body: dict[str, Any]) -> Member:
    def text(*keys: str) -> str:
        return next((body[key] for key in keys if isinstance(body.get(key), str)), "")

    return Member(
        # Teams sends `objectId`; other channels, and the SDK's own schema, `aadObjectId`.
        entra_id=text("objectId", "aadObjectId"),
        email=text("email"),
        user_principal_name=text("userPrincipalName"),
        tenant_id=text("tenantId"),
        name=text("name"),
    )
