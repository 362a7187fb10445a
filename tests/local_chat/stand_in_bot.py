"""A small bot that speaks the real protocol, for tests of the page and its channel."""

import asyncio
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import aiohttp
from aiohttp import web

from tests.local_chat import example_cards as cards

Json = dict[str, Any]
CARD = "application/vnd.microsoft.card.adaptive"
FILE: Json = {
    "contentType": "application/vnd.microsoft.teams.card.file.consent",
    "name": "Höst 2025.xlsx",
    "content": {
        "description": "Arbetsboken med alla tabeller",
        "sizeInBytes": 2048,
        "acceptContext": {"file": "yes"},
        "declineContext": {"file": "no"},
    },
}


def attachment(card: Json) -> Json:
    return {"contentType": CARD, "content": card}


@dataclass
class StandInBot:
    """Records what it is sent; answers words and verbs as the tests need."""

    received: list[Json] = field(default_factory=list)
    status: int = 200
    released: asyncio.Event = field(default_factory=asyncio.Event)
    entered: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def of_type(self) -> list[str]:
        return [activity["type"] for activity in self.received]

    @property
    def last(self) -> Json:
        return self.received[-1]

    async def messages(self, request: web.Request) -> web.Response:
        activity = await request.json()
        self.received.append(activity)
        if self.status != 200:
            return web.Response(status=self.status)
        if activity["type"] == "invoke" and activity["name"] != "fileConsent/invoke":
            return await self._invoke(activity)
        if activity["type"] == "message":
            await self._answer(activity)
        return web.Response()

    async def _invoke(self, activity: Json) -> web.Response:
        action = activity["value"]["action"]
        match action["verb"]:
            case "fail":
                error = {"code": "Oops", "message": "Det gick inte just nu."}
                return _reply(500, "application/vnd.microsoft.error", error)
            case "say":
                return _reply(200, "application/vnd.microsoft.activity.message", "Sparat.")
            case "wait":
                self.entered.set()
                await self.released.wait()
            case "update":
                changed = {"type": "message", "attachments": [attachment(cards.done("Ändrat"))]}
                await send("PUT", activity, changed, activity["replyToId"])
            case "remove":
                await send("DELETE", activity, None, activity["replyToId"])
            case "silent":
                return web.Response()
            case "garbled":
                return web.Response(text="<html>")
            case "refresh":
                return _reply(200, CARD, cards.done("Nyare läge"))
        return _reply(200, CARD, cards.done("Steg 2 av 5"))

    async def _answer(self, activity: Json) -> None:
        text = activity.get("text")
        if text is None:
            await send("POST", activity, {"type": "message", "text": "Tog emot."})
        elif text in cards.BY_WORD:
            card = cards.BY_WORD[text](activity["from"]["id"])
            await send("POST", activity, {"type": "message", "attachments": [attachment(card)]})
        elif text == "fil":
            await send("POST", activity, {"type": "message", "attachments": [FILE]})
        elif text == "förslag":
            chips = [{"type": "imBack", "title": "Fortsätt", "value": "fortsätt"}]
            suggested = {"suggestedActions": {"actions": chips}}
            await send("POST", activity, {"type": "message", "text": "Vad nu?"} | suggested)
        else:
            await send("POST", activity, {"type": "message", "text": f"Du skrev {text}"})


async def send(method: str, to: Json, activity: Json | None, activity_id: str = "") -> Json:
    """One call to the connector that `to` names, as a bot's SDK makes it."""
    conversation = quote(to["conversation"]["id"], safe="")
    url = f"{to['serviceUrl']}v3/conversations/{conversation}/activities"
    url += f"/{activity_id}" if activity_id else ""
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, url, json=activity) as response,
    ):
        response.raise_for_status()
        return dict(await response.json()) if response.content_length else {}


def _reply(status: int, kind: str, value: Any) -> web.Response:
    return web.json_response({"statusCode": status, "type": kind, "value": value})
