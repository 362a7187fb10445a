"""The demo's mail: what was e-mailed to anybody, listed and opened in the browser."""

import re
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from html import escape
from pathlib import Path

from aiohttp import web

from kfmodel.planning.office_hours import STOCKHOLM

LIST = "/chat/mail/"
_NAME = re.compile(r"[^/\\]+\.eml")
# A message may bring styles of its own, and nothing else: no script, no picture, no form.
_LIST_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"
_MESSAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups"
_PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Brev i demon</title>
<link rel="stylesheet" href="/chat/web/mailbox.css">
</head>
<body>
<main>
<h1>Brev i demon</h1>
<p>Brev som boten har skickat. Filerna ligger i {folder} och går att öppna i alla e-postprogram.</p>
{messages}
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A folder of `.eml` files, newest first."""

    directory: Path

    def routes(self) -> list[web.RouteDef]:
        return [web.get(LIST, self.listed), web.get(LIST + "{name}", self.opened)]

    async def listed(self, _request: web.Request) -> web.Response:
        files = sorted(
            self.directory.glob("*.eml"), key=lambda file: file.stat().st_mtime, reverse=True
        )
        rows = "\n".join(_row(file.name, _read(file)) for file in files)
        messages = f"<ol>\n{rows}\n</ol>" if rows else "<p>Inga brev än.</p>"
        page = _PAGE.format(folder=escape(str(self.directory)), messages=messages)
        return _html(page, _LIST_POLICY)

    async def opened(self, request: web.Request) -> web.Response:
        """The message as a mail program shows it."""
        name = request.match_info["name"]
        file = self.directory / name
        if not _NAME.fullmatch(name) or not file.is_file():
            raise web.HTTPNotFound(text="no such message")
        body = _read(file).get_body(("html",))
        if body is None:
            raise web.HTTPNotFound(text="the message has no page")
        return _html(body.get_content(), _MESSAGE_POLICY)


def _read(file: Path) -> EmailMessage:
    with file.open("rb") as stream:
        return BytesParser(policy=policy.default).parse(stream)


def _row(name: str, message: EmailMessage) -> str:
    sent = parsedate_to_datetime(message["Date"]).astimezone(STOCKHOLM)
    attached = ", ".join(part.get_filename() or "" for part in message.iter_attachments())
    return (
        f'<li><a href="{LIST}{escape(name)}">{escape(message["Subject"])}</a>'
        f"<span>{sent:%Y-%m-%d kl. %H.%M} till {escape(str(message['To']))}</span>"
        f"{f'<span>Bifogat: {escape(attached)}</span>' if attached else ''}</li>"
    )


def _html(page: str, content_policy: str) -> web.Response:
    headers = {"Content-Security-Policy": content_policy, "Cache-Control": "no-store"}
    return web.Response(text=page, content_type="text/html", headers=headers)
