"""What Teams' service does between a person's window and the bot."""

from dataclasses import dataclass, field
from typing import Any

from bot.local_chat import activities
from bot.local_chat.activities import ADAPTIVE_CARD, FILE_CONSENT, Json, Line, Trigger, bot_account
from bot.local_chat.conversation import Conversation
from bot.local_chat.delivery import deliver
from bot.local_chat.drive import Drive
from bot.local_chat.personas import People, Persona

MESSAGE_REPLY = "application/vnd.microsoft.activity.message"
CONNECTOR = "/connector/"


@dataclass(frozen=True, slots=True)
class Press:
    """A press on a card: which message, which attachment of it, the action with its inputs."""

    activity_id: str
    position: int
    action: Json
    trigger: Trigger


@dataclass(slots=True, eq=False)
class Channel:
    """People, their chats and the way to the bot; every `base_url` is this server's own."""

    people: People
    tenant_id: str
    bot_id: str
    drive: Drive
    closing: bool = False
    _conversations: dict[str, Conversation] = field(default_factory=dict)
    _sent: dict[str, str] = field(default_factory=dict)

    def conversation(self, persona: Persona) -> Conversation:
        found = self._conversations.get(persona.conversation_id)
        if found is None:
            found = Conversation(persona.conversation_id)
            self._conversations[found.id] = found
        return found

    async def open(self, persona: Persona, base_url: str) -> Conversation:
        """The person's chat; the bot is told of it the first time. Raises BotUnreachableError."""
        conversation = self.conversation(persona)
        if not conversation.opened:
            conversation.opened = True
            try:
                for activity in activities.installed(self._line(persona, base_url)):
                    await self._post(base_url, activity)
            except BaseException:
                conversation.opened = False
                raise
        return conversation

    async def say(self, persona: Persona, base_url: str, text: str, key: str) -> None:
        """Deliver what was typed. `key` is the window's own: a retry is the same message again.

        Raises BotUnreachableError; the message stays in the chat.
        """
        conversation = self.conversation(persona)
        if key not in self._sent:
            self._sent[key] = conversation.next_id()
            line = self._line(persona, base_url)
            conversation.put(activities.message(line, self._sent[key], text))
        await self._post(base_url, conversation.activities[self._sent[key]])

    async def press(self, persona: Persona, base_url: str, press: Press) -> Json:
        """Deliver a press; what the pressing window shows. Raises BotUnreachableError."""
        line = self._line(persona, base_url)
        conversation = self.conversation(persona)
        self._adopt(conversation, press.activity_id)
        if press.action.get("type") == "Action.Submit":
            activity_id = conversation.next_id()
            data = press.action.get("data")
            await self._post(
                base_url, activities.submitted(line, activity_id, press.activity_id, data)
            )
            return {"kind": "taken"}
        invoke = activities.executed(line, press.activity_id, press.action, press.trigger)
        return self._shown(conversation, press, await self._post(base_url, invoke))

    async def consent(
        self, persona: Persona, base_url: str, activity_id: str, *, accepts: bool
    ) -> Json:
        """Deliver the answer to a message that asks about a file. Raises BotUnreachableError."""
        asked = self.conversation(persona).activities.get(activity_id, {})
        [file] = asked.get("attachments") or [{}]
        if file.get("contentType") != FILE_CONSENT:
            return {"kind": "error", "message": ""}  # it has been taken back meanwhile
        upload = self.drive.place(persona, base_url, file["name"]) if accepts else None
        context = file["content"].get("acceptContext" if accepts else "declineContext")
        line = self._line(persona, base_url)
        await self._post(base_url, activities.consented(line, activity_id, context, upload))
        return {"kind": "taken"}

    def hang_up(self) -> None:
        """End every window's line, and let no new one begin: the server is stopping."""
        self.closing = True
        for conversation in self._conversations.values():
            conversation.hang_up()

    def _shown(self, conversation: Conversation, press: Press, reply: Any) -> Json:
        if not isinstance(reply, dict):
            return {"kind": "taken"}
        kind = reply.get("type")
        if kind == ADAPTIVE_CARD:
            # The bot may have taken the message away in the same turn.
            if press.activity_id in conversation.activities:
                conversation.keep_card(press.activity_id, press.position, reply["value"])
            return {"kind": "card", "card": reply["value"]}
        if kind == MESSAGE_REPLY:
            conversation.put(
                {
                    "type": "message",
                    "id": conversation.next_id(),
                    "from": bot_account(self.bot_id),
                    "text": str(reply.get("value") or ""),
                }
            )
            return {"kind": "taken"}
        return {"kind": "error", "message": _error_text(reply)}

    def _adopt(self, conversation: Conversation, activity_id: str) -> None:
        # A window that was open over a restart still shows cards this process never saw.
        conversation.activities.setdefault(
            activity_id,
            {
                "type": "message",
                "id": activity_id,
                "from": bot_account(self.bot_id),
                "attachments": [],
            },
        )

    def _line(self, persona: Persona, base_url: str) -> Line:
        return Line(persona, self.tenant_id, self.bot_id, base_url + CONNECTOR)

    async def _post(self, base_url: str, activity: Json) -> Any:
        return await deliver(base_url + "/api/messages", activity)


def _error_text(reply: Json) -> str:
    value = reply.get("value")
    text = value.get("message") if isinstance(value, dict) else value
    return text if isinstance(text, str) else ""
