"""Where messages arrive: Teams' connector over HTTP and a mail server, in all weathers."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web
from aiosmtpd.smtp import SMTP, Envelope, Session

from bot.clock import Clock
from kfmodel.delivery import Channel
from tests.channel.service import refusal
from tests.sending.mail_server import Inbox
from tests.simulation.city import account

WITHOUT_WEATHER = 0.93
"""The share of Teams' calls that it answers as asked; the rest is throttled or fails undone."""
MAIL_WITHOUT_WEATHER = 0.97


@dataclass(frozen=True, slots=True)
class Arrival:
    """`message_id` is what the sender got to know it by; `left` are the dialogues that its reader
    had not submitted when it came."""

    message_id: str
    channel: Channel
    email: str
    at: datetime
    left: int


@dataclass(slots=True)
class People:
    """What receivers know of people, by e-mail address."""

    blocking: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    not_installed: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Receivers:
    """`left_of` counts what somebody has not submitted."""

    clock: Clock
    people: People
    left_of: Callable[[str], int]
    arrivals: list[Arrival] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)

    def chance(self, email: str) -> random.Random:
        """The same each time, in whatever order the calls to several people come."""
        self.calls[email] += 1
        return random.Random(f"{email} {self.calls[email]}")

    def take(self, message_id: str, channel: Channel, email: str) -> None:
        now = self.clock.now()
        self.arrivals.append(Arrival(message_id, channel, email, now, self.left_of(email)))

    def connector(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v3/conversations", self._open)
        app.router.add_post("/v3/conversations/{whose}/activities", self._activity)
        return app

    def inbox(self) -> Inbox:
        return _Mail(self)

    async def _open(self, request: web.Request) -> web.Response:
        member = (await request.json())["members"][0]["id"]
        email = member.removeprefix(account(""))
        return self._refusal(email) or web.json_response({"id": email})

    async def _activity(self, request: web.Request) -> web.Response:
        await request.read()
        email = request.match_info["whose"]
        if refused := self._refusal(email) or self._weather(email):
            return refused
        message_id = f"1:{len(self.arrivals)}"
        self.take(message_id, Channel.TEAMS, email)
        return web.json_response({"id": message_id})

    def _refusal(self, email: str) -> web.Response | None:
        if email in self.people.left:
            return refusal(404, "MemberNotFoundInConversation")
        if email in self.people.not_installed:
            return refusal(403, "ForbiddenOperationException")
        return refusal(403, "MessageWritesBlocked") if email in self.people.blocking else None

    def _weather(self, email: str) -> web.Response | None:
        chance = self.chance(email)
        if chance.random() < WITHOUT_WEATHER:
            return None
        storms = (
            refusal(429, "Throttled", Retry_After="600"),
            refusal(429, "Throttled"),
            refusal(500, "ServiceError"),
            refusal(503, "ServiceUnavailable"),
        )
        return chance.choice(storms)


class _Mail(Inbox):
    """The mail server of the same people."""

    def __init__(self, receivers: Receivers) -> None:
        super().__init__()
        self._receivers = receivers

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self._receivers.people.left:
            return "550 5.1.1 no such user"
        if self._receivers.chance(address).random() > MAIL_WITHOUT_WEATHER:
            return "450 4.2.0 greylisted"
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        said = await super().handle_DATA(server, session, envelope)
        taken = self.taken.pop()
        self._receivers.take(str(taken["Message-ID"]), Channel.EMAIL, envelope.rcpt_tos[0])
        return said
