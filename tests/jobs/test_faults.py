"""Faults on the whole way of a message: real senders of both channels, a real mail server, a
connector over HTTP, the ledger behind them."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import Engine, update

from bot.clock import Clock
from bot.documents.summaries import Summaries
from bot.jobs.deliverer import MOST_ATTEMPTS
from bot.jobs.sending import Sending, sending_of
from bot.mail import SmtpPost
from bot.mail.smtp import Encryption
from bot.senders import Outgoing
from bot.teams.connector import Connector
from bot.teams.credentials import NoToken
from bot.teams.exchange import ATTEMPTS
from bot.teams.pace import NoPace
from bot.teams.sender import BotAccount
from bot.teams.service import Service
from bot.turns import Turns
from kfmodel.database import writing
from kfmodel.delivery import Channel
from kfmodel.importing.values import CycleRow
from kfmodel.organisation import Role
from kfmodel.repository.schema import PERSON
from tests.channel.service import refusal
from tests.jobs.conftest import Time
from tests.planning.ledger import at, planned, rows
from tests.repository.build import (
    CYCLE_ROW,
    cycle_file,
    email,
    entra,
    people,
    stored,
)
from tests.sending.mail_server import Certificate, Inbox, running

MANAGERS = ("agnes", "anna", "anton", "bea", "bo", "disa")


@dataclass(slots=True)
class World:
    """`weather` is what the connector answers to a message after it has delivered it."""

    engine: Engine
    time: Time
    inbox: Inbox
    sending: Sending | None = None
    weather: tuple[int, str] | None = None
    received: Counter[str] = field(default_factory=Counter)

    async def make_pass(self) -> None:
        assert self.sending
        await self.sending.plan()
        await self.sending.deliverer.deliver_all(await self.sending.take(1000))

    def connector(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v3/conversations", self._open)
        app.router.add_post("/v3/conversations/{whose}/activities", self._take)
        return app

    async def _open(self, request: web.Request) -> web.Response:
        return web.json_response({"id": (await request.json())["members"][0]["id"]})

    async def _take(self, request: web.Request) -> web.Response:
        await request.read()
        self.received[request.match_info["whose"]] += 1
        return refusal(*self.weather) if self.weather else web.json_response({"id": "1:1"})

    def mailed(self) -> list[str]:
        return sorted(one.rcpt_tos[0] for one in self.inbox.envelopes)

    def by(self, name: str) -> list[tuple[str, str, str | None]]:
        return [(r.channel, r.state, r.reason) for r in rows(self.engine) if r.name == name]


@pytest.fixture
async def world(engine: Engine, time: Time, tmp_path: Path) -> AsyncIterator[World]:
    async def at_once(_seconds: float) -> None:
        """Retries within a call lose no time."""

    clock = Clock(real=lambda: time.now)
    one = World(engine, time, Inbox())
    turns = Turns(engine, clock)
    connector = Connector(Service(NoToken(), NoPace(), sleep=at_once))
    async with (
        TestServer(one.connector(), host="127.0.0.1") as teams,
        running(one.inbox, Encryption.NONE, Certificate(tmp_path)) as mail,
    ):
        account = BotAccount("28:bot", "tenant", str(teams.make_url("/")))
        post = SmtpPost(mail.server, timeout=5)
        outgoing = Outgoing(account, "https://chat.example", post, "kf@stad.example")
        summaries = Summaries(engine, clock, "https://kf.example", "secret")
        one.sending = sending_of(engine, clock, outgoing, connector, turns, summaries)
        yield one
        await post.close()
        await connector.close()
    turns.close()


def without_accounts(engine: Engine, **values: str) -> None:
    with writing(engine) as connection:
        connection.execute(update(PERSON).values(entra_id=None, **values))


async def test_without_account_and_address_it_is_recorded_and_others_are_reached(
    world: World,
) -> None:
    stored(world.engine)
    with writing(world.engine) as connection:
        nobody = PERSON.c.name == "Anna"
        connection.execute(update(PERSON).where(nobody).values(entra_id=None, email=""))
    await world.make_pass()
    assert world.by("Anna") == [
        ("teams", "failed", "not_installed"),
        ("email", "failed", "no_address"),
    ]
    assert set(world.received) == {entra(name) for name in MANAGERS if name != "anna"}


async def test_a_committee_without_hr_writes_to_the_shared_address(
    world: World, time: Time
) -> None:
    roster = people(("disa", Role.DIVISION_HEAD, "A"), ("anna", Role.UNIT_MANAGER, "A1"))
    stored(world.engine, cycle_file(assignments=roster))
    time.now = at(9, 22, 12)
    await world.make_pass()
    assert world.mailed() == [CYCLE_ROW.hr_email]
    assert f"{CYCLE_ROW.hr_email} digest sent" in planned(world.engine)


async def test_502_after_having_delivered_is_repeated_a_bounded_number_of_times(
    world: World, time: Time
) -> None:
    """Teams says that the message may not have arrived and has no way to ask; Microsoft says to
    send again."""
    stored(world.engine)
    world.weather = (502, "BadGateway")
    for _ in range(8):
        await world.make_pass()
        time.now += timedelta(minutes=40)
    most = ATTEMPTS * MOST_ATTEMPTS[Channel.TEAMS]
    assert set(world.received.values()) == {most}
    assert world.mailed() == sorted(email(name) for name in MANAGERS), "once"
    world.weather = None
    await world.make_pass()
    assert set(world.received.values()) == {most}


async def test_mail_that_is_down_over_the_day_arrives_the_next_morning_once(
    world: World, time: Time
) -> None:
    stored(world.engine)
    without_accounts(world.engine)
    world.inbox.answers["MAIL"] = "421 4.3.2 closing"
    time.now = at(9, 15, 12)
    while time.now < at(9, 16, 8):
        await world.make_pass()
        time.now += timedelta(minutes=25)
    assert {row.state for row in rows(world.engine) if row.channel == "email"} == {"planned"}
    world.inbox.answers.clear()
    for moment in (at(9, 16, 7), at(9, 16, 9), at(9, 16, 10)):
        time.now = moment
        await world.make_pass()
    assert world.mailed() == sorted(email(name) for name in MANAGERS)


async def test_one_recipient_refused_holds_up_no_other(world: World) -> None:
    stored(world.engine)
    without_accounts(world.engine)
    world.inbox.refused[email("anna")] = "550 5.1.1 no such user"
    await world.make_pass()
    assert world.by("Anna") == [("teams", "failed", "not_installed"), ("email", "failed", "left")]
    assert world.mailed() == sorted(email(name) for name in MANAGERS if name != "anna")


@pytest.mark.parametrize(
    ("deadline", "kinds"),
    [
        (date(2025, 9, 1), set()),  # an old cycle
        (date(2025, 9, 12), {"overdue", "escalation"}),  # the working day before
        (date(2025, 9, 14), {"overdue", "escalation"}),  # on a Sunday
    ],
)
async def test_a_deadline_that_is_past_when_the_cycle_is_imported(
    world: World, deadline: date, kinds: set[str]
) -> None:
    stored(world.engine, cycle_file(cycle=_dated(date(2025, 8, 25), deadline)))
    for _ in range(3):
        await world.make_pass()
    to_managers = [row for row in rows(world.engine) if not row.organisation]
    assert {row.kind for row in to_managers} == kinds
    assert len(to_managers) == (len(MANAGERS) if kinds else 0), "once"


def _dated(opens_on: date, deadline_on: date) -> CycleRow:
    return replace(CYCLE_ROW, opens_on=opens_on, deadline_on=deadline_on)


async def test_a_deadline_before_the_opening_writes_to_nobody_before_it(
    world: World, time: Time
) -> None:
    """The import refuses it; a cycle may still be changed by hand."""
    stored(world.engine, cycle_file(cycle=_dated(date(2025, 9, 22), date(2025, 9, 19))))
    for day in (18, 19):
        time.now = at(9, day, 12)
        await world.make_pass()
    assert not world.received
    time.now = at(9, 22, 12)
    await world.make_pass()
    assert "invitation" not in {row.kind for row in rows(world.engine)}
