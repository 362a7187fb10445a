"""What the browser asks of the server: the page, the people, the chat and what is done in it."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from aiohttp import web
from pydantic import BaseModel, Field, ValidationError

from bot.local_chat.activities import Json
from bot.local_chat.channel import Channel, Press
from bot.local_chat.conversation import Event
from bot.local_chat.delivery import BotUnreachableError
from bot.local_chat.json_body import json_body
from bot.local_chat.loopback import base_url
from bot.local_chat.passing_time import Time
from bot.local_chat.personas import Persona, UnknownPersonaError

HEARTBEAT_SECONDS = 15
REDIAL_MS = 500


class Typed(BaseModel):
    """A message from the composer; `key` is new for each message, the same for a retry."""

    text: str = Field(min_length=1)
    key: str = Field(min_length=1)


class PressedAction(BaseModel):
    """The action as Teams puts it in `value.action`."""

    type: Literal["Action.Execute", "Action.Submit"]
    id: str | None = None
    verb: str | None = None
    data: Any = None


class Pressed(BaseModel):
    """A press on a card's button, or the automatic refresh."""

    activity: str = Field(min_length=1)
    position: int = Field(0, ge=0)
    trigger: Literal["manual", "automatic"] = "manual"
    action: PressedAction


class Consented(BaseModel):
    """An answer to a message that asks about a file."""

    activity: str = Field(min_length=1)
    accepts: bool


class Forward(BaseModel):
    """How far the time is moved."""

    days: int = Field(ge=1, le=366)


Body = TypeVar("Body", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Page:
    """The browser's routes under `/chat/`."""

    channel: Channel
    time: Time

    def routes(self) -> list[web.RouteDef]:
        one = "/chat/people/{persona}"
        return [
            web.get("/chat/people", self.people),
            web.post("/chat/time", self.forward),
            web.post(one + "/open", self.open),
            web.get(one + "/events", self.events),
            web.post(one + "/messages", self.say),
            web.post(one + "/presses", self.press),
            web.post(one + "/consents", self.consent),
        ]

    async def people(self, _request: web.Request) -> web.Response:
        everyone = [_shown(persona) for persona in self.channel.people.everyone()]
        return web.json_response({"today": self.time.today().isoformat(), "people": everyone})

    async def forward(self, request: web.Request) -> web.Response:
        """Let days pass; what day it is then."""
        await self.time.forward((await _parsed(request, Forward)).days)
        return web.json_response({"today": self.time.today().isoformat()})

    async def open(self, request: web.Request) -> web.Response:
        """The chat as it is now, and the cursor that events go on from."""
        persona = self._persona(request)
        reached = True
        try:
            await self.channel.open(persona, base_url(request))
        except BotUnreachableError:
            reached = False
        conversation = self.channel.conversation(persona)
        history = list(conversation.activities.values())
        return self._answer(
            request, {"reached": reached, "activities": history, "cursor": conversation.cursor}
        )

    async def say(self, request: web.Request) -> web.Response:
        persona, typed = self._persona(request), await _parsed(request, Typed)
        try:
            await self.channel.say(persona, base_url(request), typed.text, typed.key)
        except BotUnreachableError:
            return self._answer(request, {"kind": "unreachable"})
        return self._answer(request, {"kind": "taken"})

    async def press(self, request: web.Request) -> web.Response:
        persona, pressed = self._persona(request), await _parsed(request, Pressed)
        action = pressed.action.model_dump(exclude_none=True)
        press = Press(pressed.activity, pressed.position, action, pressed.trigger)
        try:
            reply = await self.channel.press(persona, base_url(request), press)
        except BotUnreachableError:
            reply = {"kind": "unreachable"}
        return self._answer(request, reply)

    async def consent(self, request: web.Request) -> web.Response:
        persona, given = self._persona(request), await _parsed(request, Consented)
        url, accepts = base_url(request), given.accepts
        try:
            reply = await self.channel.consent(persona, url, given.activity, accepts=accepts)
        except BotUnreachableError:
            reply = {"kind": "unreachable"}
        return self._answer(request, reply)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events from the browser's last one on, so that a dropped line loses none."""
        conversation = self.channel.conversation(self._persona(request))
        cursor = request.headers.get("Last-Event-ID") or request.query.get("after")
        stream = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        with conversation.listen(cursor) as queue, suppress(ConnectionResetError):
            if self.channel.closing:
                raise web.HTTPServiceUnavailable
            await stream.prepare(request)
            await stream.write(f"retry: {REDIAL_MS}\n\n".encode())
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    await stream.write(b": still here\n\n")
                    continue
                if event is None:
                    return stream
                await stream.write(_frame(event))
        return stream

    def _persona(self, request: web.Request) -> Persona:
        try:
            return self.channel.people.person(request.match_info["persona"])
        except UnknownPersonaError as error:
            raise web.HTTPNotFound(text="no such person") from error

    def _answer(self, request: web.Request, body: Json) -> web.Response:
        # Read again: the turn may have changed the person's language.
        return web.json_response(body | {"language": self._persona(request).language})


async def _parsed(request: web.Request, shape: type[Body]) -> Body:
    try:
        return shape.model_validate(await json_body(request))
    except ValidationError as error:
        raise web.HTTPBadRequest(text=str(error)) from error


def _frame(event: Event) -> bytes:
    data = json.dumps(event.data, ensure_ascii=False)
    return f"id: {event.id}\nevent: {event.kind}\ndata: {data}\n\n".encode()


def _shown(persona: Persona) -> Json:
    return {
        "id": persona.entra_id,
        "userId": persona.user_id,
        "name": persona.name,
        "title": persona.title,
        "group": persona.group,
        "email": persona.email,
        "language": persona.language,
    }
