"""A client of the bot's protocol that knows the published names and nothing else of the bot.

It posts activities to `/api/messages`, is the connector that the answers come to, finds actions by
their verb and fills inputs by their id.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

Json = dict[str, Any]

ANSWERS = {
    "headcount_ok": "true",
    "need_2y": "MUCH_LESS",
    "need_5y": "SAME",
    "move_some_good": "1",
    "move_good_high": "0",
    "move_high_very_high": "0",
    "specific_gap": "Juridik",
    "severity": "NOT_SERIOUS",
    "likelihood": "LOW",
    "comment": "Svarat utifrån",
}


@dataclass
class Connector:
    """What the bot sends, by conversation."""

    url: str = ""
    cards: dict[str, list[Json]] = field(default_factory=dict)

    async def take(self, request: web.Request) -> web.Response:
        activity = await request.json()
        cards = self.cards.setdefault(request.match_info["conversation"], [])
        cards += [attachment["content"] for attachment in activity.get("attachments", [])]
        return web.json_response({"id": uuid4().hex}, status=201)


@asynccontextmanager
async def connector() -> AsyncIterator[Connector]:
    sent = Connector()
    app = web.Application()
    place = "/v3/conversations/{conversation}/activities"
    for path in (place, place + "/{activity}"):
        app.router.add_route("*", path, sent.take)
    async with TestServer(app, host="127.0.0.1") as server:
        sent.url = str(server.make_url("/"))
        yield sent


@dataclass
class Outsider:
    """Someone at the other end of the protocol."""

    http: aiohttp.ClientSession
    bot_url: str
    connector: Connector
    tenant_id: str
    entra_id: str
    card: Json = field(default_factory=dict)

    async def say(self, text: str) -> Json:
        """Type something; the newest card that comes."""
        await self._post({"type": "message", "text": text})
        self.card = self.connector.cards[self._conversation][-1]
        return self.card

    async def press(self, verb: str, **inputs: str) -> Json:
        """Press the first action with the verb, with whatever the card has inputs for."""
        action = self.actions(verb)[0]
        filled = {name: value for name, value in inputs.items() if name in self.inputs()}
        data = {**action.get("data", {}), **filled}
        pressed = {"type": "Action.Execute", "verb": verb, "data": data}
        value = {"action": pressed, "trigger": "manual"}
        body = await self._post({"type": "invoke", "name": "adaptiveCard/action", "value": value})
        assert (body["statusCode"], body["type"]) == (
            200,
            "application/vnd.microsoft.card.adaptive",
        )
        self.card = body["value"]
        return self.card

    def actions(self, verb: str) -> list[Json]:
        executes = (n for n in nodes(self.card) if n.get("type") == "Action.Execute")
        return [node for node in executes if node["verb"] == verb]

    def inputs(self) -> set[str]:
        return {n["id"] for n in nodes(self.card) if str(n.get("type")).startswith("Input.")}

    def text(self) -> str:
        words = (node.get("text") or node.get("value") for node in nodes(self.card))
        return "\n".join(word for word in words if isinstance(word, str))

    @property
    def _conversation(self) -> str:
        return f"outside-{self.entra_id}"

    async def _post(self, activity: Json) -> Any:
        envelope = {
            "id": uuid4().hex,
            "channelId": "msteams",
            "serviceUrl": self.connector.url,
            "from": {"id": f"29:{self.entra_id}", "aadObjectId": self.entra_id},
            "recipient": {"id": "28:bot"},
            "conversation": {
                "id": self._conversation,
                "conversationType": "personal",
                "tenantId": self.tenant_id,
            },
            "channelData": {"tenant": {"id": self.tenant_id}},
            "locale": "sv-SE",
        }
        url = f"{self.bot_url}/api/messages"
        async with self.http.post(url, json=envelope | activity) as response:
            assert response.status in (200, 201, 202), await response.text()
            return await response.json() if response.content_length else None


def nodes(node: Any) -> Iterator[Json]:
    """Every object of a card, an action's fallback and the card's refresh left out."""
    if isinstance(node, dict):
        yield node
        for name, child in node.items():
            if name not in ("fallback", "refresh"):
                yield from nodes(child)
    elif isinstance(node, list):
        for child in node:
            yield from nodes(child)
