"""The connector the bot sends through, with Teams' routes, shapes and refusals.

Source: Bot Framework REST API reference, "Conversation operations".
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from aiohttp import web

from bot.local_chat.activities import Json, bot_account
from bot.local_chat.channel import Channel
from bot.local_chat.conversation import Conversation
from bot.local_chat.json_body import json_body
from bot.local_chat.personas import Persona, UnknownPersonaError


@dataclass(frozen=True, slots=True)
class Connector:
    """`/connector/v3/…`: what the bot's activities call `serviceUrl`."""

    channel: Channel

    def routes(self) -> list[web.RouteDef]:
        all_of = "/connector/v3/conversations"
        one = all_of + "/{conversation}"
        return [
            web.post(all_of, self.create),
            web.post(one + "/activities", self.send),
            web.post(one + "/activities/{activity}", self.send),
            web.put(one + "/activities/{activity}", self.update),
            web.delete(one + "/activities/{activity}", self.delete),
            web.get(one + "/members", self.members),
            web.get(one + "/pagedmembers", self.paged_members),
            web.get(one + "/members/{member}", self.member),
        ]

    async def create(self, request: web.Request) -> web.Response:
        """The personal chat with someone who may not have opened it yet."""
        body = await json_body(request)
        members = body.get("members") or [{}]
        try:
            persona = self.channel.people.person(str(members[0].get("id")))
        except UnknownPersonaError:
            return _refusal(403, "BotNotInConversationRoster", "No such person has the bot.")
        conversation = self.channel.conversation(persona)
        created = {"id": conversation.id}
        if isinstance(body.get("activity"), dict):
            created["activityId"] = self._add(conversation, body["activity"])
        return web.json_response(created, status=201)

    async def send(self, request: web.Request) -> web.Response:
        conversation = self._conversation(request)
        activity = await json_body(request)
        if activity.get("type") == "typing":
            conversation.typing()
            return web.json_response({"id": conversation.next_id()}, status=201)
        return web.json_response({"id": self._add(conversation, activity)}, status=201)

    async def update(self, request: web.Request) -> web.Response:
        conversation = self._conversation(request)
        shown = self._own_activity(request, conversation)
        changes = await json_body(request)
        keep = {key: shown[key] for key in ("id", "timestamp") if key in shown}
        conversation.put(changes | keep | {"from": bot_account(self.channel.bot_id)})
        return web.json_response({"id": shown["id"]})

    async def delete(self, request: web.Request) -> web.Response:
        conversation = self._conversation(request)
        conversation.remove(self._own_activity(request, conversation)["id"])
        return web.Response()

    async def members(self, request: web.Request) -> web.Response:
        return web.json_response([self._account(self._persona(request))])

    async def paged_members(self, request: web.Request) -> web.Response:
        return web.json_response({"members": [self._account(self._persona(request))]})

    async def member(self, request: web.Request) -> web.Response:
        persona = self._persona(request)
        if request.match_info["member"] not in (persona.user_id, persona.entra_id):
            return _refusal(404, "MemberNotFoundInConversation", "Not a member of this chat.")
        return web.json_response(self._account(persona))

    def _add(self, conversation: Conversation, activity: Json) -> str:
        activity_id = conversation.next_id()
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        sent = {"id": activity_id, "timestamp": now, "from": bot_account(self.channel.bot_id)}
        conversation.put(activity | sent)
        return activity_id

    def _account(self, persona: Persona) -> Json:
        """Teams' roster entry: it says `objectId` where activities say `aadObjectId`."""
        given, _, family = persona.name.partition(" ")
        return {
            "id": persona.user_id,
            "objectId": persona.entra_id,
            "name": persona.name,
            "givenName": given,
            "surname": family,
            "email": persona.email,
            "userPrincipalName": persona.email,
            "tenantId": self.channel.tenant_id,
            "userRole": "user",
        }

    def _persona(self, request: web.Request) -> Persona:
        try:
            return self.channel.people.person_in(request.match_info["conversation"])
        except UnknownPersonaError as error:
            raise _raised(404, "ConversationNotFound", "Conversation not found.") from error

    def _conversation(self, request: web.Request) -> Conversation:
        return self.channel.conversation(self._persona(request))

    def _own_activity(self, request: web.Request, conversation: Conversation) -> Json:
        activity = conversation.activities.get(request.match_info["activity"])
        if activity is None:
            raise _raised(404, "ActivityNotFoundInConversation", "No such message.")
        if activity["from"]["id"] != self.channel.bot_id:
            raise _raised(403, "BotNotMessageOwner", "A person's message is not the bot's.")
        return activity


def _refusal(status: int, code: str, message: str) -> web.Response:
    body = {"error": {"code": code, "message": message}}
    return web.json_response(body, status=status)


def _raised(status: int, code: str, message: str) -> web.HTTPException:
    kind = web.HTTPNotFound if status == 404 else web.HTTPForbidden
    refusal = _refusal(status, code, message)
    return kind(text=refusal.text, content_type="application/json")
