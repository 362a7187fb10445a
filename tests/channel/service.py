"""The Bot Framework's REST service, as the bot's `serviceUrl` sees it."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    token: str
    body: Any


@dataclass
class FakeService:
    """Records what it is asked and answers with the next of `answers`, or success."""

    answers: list[web.Response] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    connections: set[tuple[str, int]] = field(default_factory=set)
    silent: bool = False
    answer: Any = field(default_factory=lambda: {"id": "1701"})
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def application(self) -> web.Application:
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", self._take)
        return application

    async def _take(self, request: web.Request) -> web.Response:
        assert request.transport is not None
        self.connections.add(request.transport.get_extra_info("peername"))
        self.requests.append(
            Request(
                request.method,
                request.rel_url.raw_path,
                request.headers.get("Authorization", ""),
                await request.json() if request.can_read_body else None,
            )
        )
        self.arrived.set()
        if self.silent:
            await asyncio.Event().wait()
        return self.answers.pop(0) if self.answers else web.json_response(self.answer)


def refusal(status: int, code: str, **headers: str) -> web.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return web.json_response({"error": {"code": code}}, status=status, headers=named)
