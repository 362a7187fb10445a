"""The server that a person's files are uploaded to."""

import asyncio
from dataclasses import dataclass, field

from aiohttp import web


@dataclass(frozen=True)
class Upload:
    path: str
    headers: dict[str, str]
    content: bytes


@dataclass
class FakeOneDrive:
    """Records what is put there and answers with the next of `answers`, or as when it is stored."""

    answers: list[web.Response] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)
    silent: bool = False

    def application(self) -> web.Application:
        application = web.Application(client_max_size=2**26)
        application.router.add_route("*", "/{path:.*}", self._take)
        return application

    async def _take(self, request: web.Request) -> web.Response:
        assert request.method == "PUT"
        path, headers = request.rel_url.raw_path_qs, dict(request.headers)
        self.uploads.append(Upload(path, headers, await request.read()))
        if self.silent:
            await asyncio.Event().wait()
        return self.answers.pop(0) if self.answers else web.json_response({}, status=201)
