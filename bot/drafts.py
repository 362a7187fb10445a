"""The next cycle's draft, handed out by a signed link to who sets the dates of this one."""

import asyncio
from io import BytesIO

from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import Engine

from bot.clock import Clock
from bot.summaries import LINK_LASTS, Download, LinkRefused, NotHandedOut
from kfmodel.database import reading, writing
from kfmodel.importing.template import write_cycle
from kfmodel.repository.audit import note
from kfmodel.repository.cycle_control import sets_dates
from kfmodel.repository.cycle_draft import draft
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.people import all_hr_posts

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Drafts:
    def __init__(self, engine: Engine, clock: Clock, public_url: str, secret: str) -> None:
        self._engine = engine
        self._clock = clock
        self._public_url = public_url.rstrip("/")
        self._signer = URLSafeTimedSerializer(secret, salt="draft")

    def link(self, cycle_id: int, person_id: int) -> str:
        """Where the person can download it, who must still set the cycle's dates then."""
        token = self._signer.dumps({"cycle": cycle_id, "person": person_id})
        return f"{self._public_url}/draft/{token}"

    async def download(self, token: str) -> Download:
        """The draft as of now, audited; raises NotHandedOut. It takes too long for the pool that
        answers people."""
        return await asyncio.to_thread(self._download, token)

    def _download(self, token: str) -> Download:
        try:
            claims = self._signer.loads(token, max_age=int(LINK_LASTS.total_seconds()))
        except BadSignature as error:
            raise LinkRefused from error
        cycle_id, person_id = claims["cycle"], claims["person"]
        with reading(self._engine) as connection:
            posts = all_hr_posts(connection, person_id)
            mine = (post for post in posts if post.cycle_id == cycle_id)
            if not any(sets_dates(connection, post) for post in mine):
                raise NotHandedOut
            drafted = draft(connection, cycle_with(connection, cycle_id), self._clock.now())
        file = BytesIO()
        write_cycle(drafted, file)
        with writing(self._engine) as connection:
            now = self._clock.now()
            note(connection, now, "draft_downloaded", {}, person_id=person_id, cycle_id=cycle_id)
        return Download(f"{drafted.cycle.name}.xlsx", file.getvalue(), _XLSX)
