"""A person in Teams: types, presses what stands on the card, and sees what comes back."""

import asyncio
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import aiohttp
import orjson

from tests.cards.typed import known
from tests.channel.issuer import Key
from tests.channel.service import FakeService

Json = dict[str, Any]
CARD = "application/vnd.microsoft.card.adaptive"
_ids = itertools.count(1)


@dataclass
class Chat:
    """One account's personal chat with the bot, over HTTP with signed tokens."""

    http: aiohttp.ClientSession
    url: str
    service: FakeService
    service_url: str
    key: Key
    tenant_id: str
    entra_id: str
    locale: str = "sv-SE"
    card: Json = field(default_factory=dict)
    card_id: str = "1700"

    @property
    def user_id(self) -> str:
        return f"29:{self.entra_id}"

    def activity(self, **more: Any) -> Json:
        return {
            "id": f"f:{next(_ids)}",
            "timestamp": "2025-09-29T07:00:00Z",
            "serviceUrl": self.service_url,
            "channelId": "msteams",
            "from": {"id": self.user_id, "name": "-", "aadObjectId": self.entra_id},
            "recipient": {"id": "28:bot", "name": "Bot"},
            "conversation": {
                "id": f"a:{self.entra_id}",
                "conversationType": "personal",
                "tenantId": self.tenant_id,
            },
            "channelData": {"tenant": {"id": self.tenant_id}},
            "locale": self.locale,
            **more,
        }

    async def post(self, activity: Json) -> tuple[int, Any]:
        headers = {
            "Content-Type": "application/json",
            "Authorization": f"Bearer {self.key.sign(self.service_url)}",
        }
        body = json.dumps(activity).encode()  # takes any number and depth
        async with self.http.post(self.url, data=body, headers=headers) as response:
            content = await response.read()
            return response.status, orjson.loads(content) if content else None

    async def say(self, text: str, **more: Any) -> Json:
        """Type something; the newest card that the bot sent to this chat becomes the card."""
        before = len(self.sent)
        status, _ = await self.post(self.activity(type="message", text=text, **more))
        assert status == 200
        assert len(self.sent) > before, "the bot said nothing"
        self.card = known(self.sent[-1])
        return self.card

    async def install(self) -> list[Json]:
        before = len(self.sent)
        status, _ = await self.post(self.activity(type="installationUpdate", action="add"))
        assert status == 200
        self.card = known(self.sent[-1])
        return self.sent[before:]

    @property
    def sent(self) -> list[Json]:
        """Cards that the bot has sent to this chat as messages, oldest first."""
        place = f"/conversations/a:{self.entra_id}/activities"
        return [
            attachment["content"]
            for request in self.service.requests
            if request.method == "POST" and place in unquote(request.path)
            for attachment in request.body["attachments"]
        ]

    async def press(self, title: str, /, **inputs: Any) -> Json:
        """Press the button with this title (or tooltip, which says of which category or step where
        several have one title), with what stands in the card's inputs."""
        return await self.send(self.action(title), **inputs)

    async def send(self, action: Json, **inputs: Any) -> Json:
        """Deliver a press of an action; what comes back replaces the card."""
        status, body = await self.deliver(action, **inputs)
        assert status == 200
        assert body["type"] == CARD, body
        self.card = known(body["value"])
        return self.card

    async def deliver(self, action: Json, **inputs: Any) -> tuple[int, Any]:
        stands = {} if action.get("associatedInputs") == "none" else self.filled()
        filled = {name: value for name, value in (stands | inputs).items() if value != ""}
        pressed = {
            "type": "Action.Execute",
            "verb": action["verb"],
            "data": {**action.get("data", {}), **filled},
        }
        return await self.invoke({"action": pressed, "trigger": "manual"})

    async def submit(self, action: Json, **inputs: Any) -> Json:
        """Press the way a client does that knows no Action.Execute: the press comes as a message,
        and the answer as a new one."""
        value = {**action["data"], **self.filled(), **inputs}
        return await self.say("", value=value)

    async def invoke(self, value: Any) -> tuple[int, Any]:
        name = "adaptiveCard/action"
        return await self.post(
            self.activity(type="invoke", name=name, value=value, replyToId=self.card_id)
        )

    def action(self, title: str) -> Json:
        found = [a for a in self.actions() if title in (a.get("title"), a.get("tooltip"))]
        titles = [a.get("title") for a in self.actions()]
        assert found, f"no button {title!r} among {titles}"
        return found[0]

    def actions(self) -> list[Json]:
        return [node for node in walk(self.card) if node.get("type") == "Action.Execute"]

    def inputs(self) -> dict[str, Json]:
        return {n["id"]: n for n in walk(self.card) if str(n.get("type")).startswith("Input.")}

    def filled(self) -> Json:
        """What a client sends for the inputs as they stand: strings, and nothing for empty ones."""
        return {
            name: str(node["value"])
            for name, node in self.inputs().items()
            if node.get("value") not in (None, "")
        }

    def text(self) -> str:
        """Everything that a person can read on the card, with plain spaces."""
        return "\n".join(texts(self.card)).replace("\u00a0", " ")


def walk(node: Any) -> Iterator[Json]:
    """Every object in a card, an action's fallback left out."""
    if isinstance(node, dict):
        yield node
        for name, child in node.items():
            if name not in ("fallback", "refresh"):
                yield from walk(child)
    elif isinstance(node, list):
        for child in node:
            yield from walk(child)


def texts(card: Json) -> Iterator[str]:
    for node in walk(card):
        for name in ("text", "title", "label", "value", "placeholder"):
            if isinstance(node.get(name), str):
                yield node[name]


async def settled(service: FakeService, count: int) -> None:
    """Wait until the bot has made this many requests of the service."""
    async with asyncio.timeout(10):
        while len(service.requests) < count:
            service.arrived.clear()
            await service.arrived.wait()
