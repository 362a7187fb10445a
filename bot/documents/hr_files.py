"""Workbooks for who steers a cycle, made when a signed link is opened: the next cycle's draft, and
what has reached whom."""

import asyncio
from enum import StrEnum
from io import BytesIO

from sqlalchemy import Connection, Engine

from bot.clock import Clock
from bot.documents.links import Download, Links, NotHandedOutError
from bot.documents.sent_lists import sent_list
from kfmodel.compilation.sent_book import write_sent_list
from kfmodel.database import reading, writing
from kfmodel.importing.template import write_cycle
from kfmodel.repository.audit import note
from kfmodel.repository.cycle_control import sets_dates, steered_posts
from kfmodel.repository.cycle_draft import draft
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.posts import HrPost

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class HrFile(StrEnum):
    DRAFT = "draft"
    """The next cycle's, for who sets the dates of this one."""
    SENT = "sent"


class HrFiles:
    """Nothing is stored: a file is what holds when its link is opened."""

    def __init__(self, engine: Engine, clock: Clock, public_url: str, secret: str) -> None:
        self._engine = engine
        self._clock = clock
        self._links = Links(f"{public_url.rstrip('/')}/file", clock, secret, purpose="hr file")

    def link(self, file: HrFile, post: HrPost, person_id: int) -> str:
        """Where the person can download it, who must still have the post then."""
        return self._links.link({"file": file, "post": post.organisation_id, "person": person_id})

    async def download(self, token: str) -> Download:
        """The file as of now, audited; raises NotHandedOutError. It takes too long for the pool
        that answers people."""
        return await asyncio.to_thread(self._download, token)

    def _download(self, token: str) -> Download:
        claims = self._links.claims_in(token)
        file, person_id = HrFile(claims["file"]), claims["person"]
        with reading(self._engine) as connection:
            post = _post(connection, person_id, claims["post"])
            name, content = self._made(connection, file, post)
        event, detail = f"{file}_downloaded", {"organisation": post.organisation_code}
        with writing(self._engine) as connection:
            who = {"person_id": person_id, "cycle_id": post.cycle_id}
            note(connection, self._clock.now(), event, detail, **who)
        return Download(f"{name}.xlsx", content.getvalue(), _XLSX)

    def _made(self, connection: Connection, file: HrFile, post: HrPost) -> tuple[str, BytesIO]:
        """Its name, without ending, and its content."""
        cycle, now = cycle_with(connection, post.cycle_id), self._clock.now()
        content = BytesIO()
        if file is HrFile.SENT:
            write_sent_list(sent_list(connection, cycle, post.organisation_id, now), content)
            return f"Utskick {post.cycle} {post.organisation}", content
        if not sets_dates(connection, post):
            raise NotHandedOutError
        drafted = draft(connection, cycle, now)
        write_cycle(drafted, content)
        return drafted.cycle.name, content


def _post(connection: Connection, person_id: int, organisation_id: int) -> HrPost:
    posts = steered_posts(connection, person_id)
    found = (post for post in posts if post.organisation_id == organisation_id)
    if post := next(found, None):
        return post
    raise NotHandedOutError
