"""Everyone's OneDrive, a folder each: where Teams has a file put that its person has accepted.

Source of the shapes: Microsoft's "Send and receive files using bot".
"""

import secrets
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from urllib.parse import quote
from uuid import uuid4

from aiohttp import web

from bot.local_chat.activities import Json
from bot.local_chat.personas import Persona

FILES = "/chat/onedrive/"
UPLOADS = "/chat/uploads/"


@dataclass(frozen=True, slots=True)
class Drive:
    """An upload session takes one file, once."""

    directory: Path
    _sessions: dict[str, Path] = field(default_factory=dict)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.put(UPLOADS + "{session}", self.upload),
            web.get(FILES + "{owner}/{name}", self.opened),
        ]

    def place(self, persona: Persona, base_url: str, name: str) -> Json:
        """Where the bot puts a file of this name for the person: its `uploadInfo`."""
        name = PurePath(name).name
        session = secrets.token_urlsafe()
        self._sessions[session] = self.directory / persona.email / name
        return {
            "contentUrl": f"{base_url}{FILES}{quote(persona.email)}/{quote(name)}",
            "name": name,
            "uploadUrl": f"{base_url}{UPLOADS}{session}",
            "uniqueId": str(uuid4()),
            "fileType": PurePath(name).suffix.removeprefix("."),
        }

    async def upload(self, request: web.Request) -> web.Response:
        """The whole file in one piece; one of the same name gives way, as in Teams."""
        session = request.match_info["session"]
        content = await request.content.read()  # larger than the door for activities lets in
        if session not in self._sessions:
            raise web.HTTPNotFound(text="no such session")
        if request.headers.get("Content-Range") != f"bytes 0-{len(content) - 1}/{len(content)}":
            raise web.HTTPRequestRangeNotSatisfiable(text="the whole file is wanted")
        file = self._sessions.pop(session)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return web.json_response({"name": file.name, "size": len(content)}, status=201)

    async def opened(self, request: web.Request) -> web.FileResponse:
        """The file, to keep or open in its own program."""
        owner, name = request.match_info["owner"], request.match_info["name"]
        file = self.directory / owner / name
        if file.parent.parent != self.directory or not file.is_file():
            raise web.HTTPNotFound(text="no such file")
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
        return web.FileResponse(file, headers=headers)
