"""From one cycle's opening on, to the next one's if nothing else is said, pass by pass, as the jobs
make them."""

import random
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from aiohttp.test_utils import TestServer
from sqlalchemy import Engine, select, update

from bot.clock import Clock
from bot.documents.summaries import Summaries
from bot.jobs.durable import MOST_A_PASS
from bot.jobs.sending import Sending, sending_of
from bot.mail import SmtpPost
from bot.mail.smtp import Encryption
from bot.senders import Outgoing
from bot.teams.connector import Connector
from bot.teams.credentials import NoToken
from bot.teams.pace import NoPace
from bot.teams.sender import BotAccount
from bot.teams.service import Service
from bot.turns import Turns
from kfmodel.database import reading, writing
from kfmodel.planning.office_hours import STOCKHOLM
from kfmodel.repository.cycle_draft import draft
from kfmodel.repository.cycle_import import store_cycle
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.schema import CYCLE, DELIVERY
from tests.sending.mail_server import Certificate, running
from tests.simulation.answering import Answering, Person
from tests.simulation.city import OPENING, city
from tests.simulation.managers import TIMES, Act, Chances
from tests.simulation.receivers import People, Receivers

PASSES = tuple(
    time(*at)
    for at in (
        (6, 0),
        (8, 10),
        (9, 20),
        (9, 25),
        (9, 50),
        (10, 5),
        (10, 30),
        (13, 0),
        (15, 58),
        (16, 30),
        (20, 0),
    )
)
IN_OFFICE = PASSES[1:9]
PLAN_OVER = date(2025, 5, 9)
BETWEEN_CYCLES = (time(9, 25),)
CLOSES_ON = date(2025, 8, 29)
NEXT_OPENING = date(2027, 3, 3)
ENDS = date(2027, 3, 5)
"""When what the opening's weather held up has arrived."""
NOT_INSTALLED = 17
"""Every so many managers work where the bot is not installed."""
MACHINE = datetime(2025, 3, 1, tzinfo=UTC)


@dataclass(slots=True)
class Day:
    """`left` had something left at every moment of the office's day, and of those `waiting` had put
    nothing off; `told` are those for whom something was planned in its course."""

    left: set[str]
    waiting: set[str]
    told: set[str]


@dataclass(frozen=True, slots=True)
class Course:
    """The last day, and the last on which passes are many; what HR does, each at the time of a pass
    and just before it."""

    ends: date = ENDS
    plan_over: date = PLAN_OVER
    hr: Mapping[datetime, Callable[[], None]] = field(default_factory=dict)


@dataclass(slots=True)
class TwoYears:
    engine: Engine
    sending: Sending
    clock: Clock
    receivers: Receivers
    answering: Answering
    days: dict[date, Day] = field(default_factory=dict)
    returned: list[tuple[str, datetime]] = field(default_factory=list)
    submitted: list[tuple[str, datetime]] = field(default_factory=list)
    reopened: list[tuple[str, datetime]] = field(default_factory=list)
    done: dict[Act, int] = field(default_factory=lambda: defaultdict(int))

    async def pass_by(self, seed: int, course: Course | None = None) -> None:
        course = course or Course()
        deeds, hr = self._deeds(seed), dict(course.hr)
        day = OPENING
        while day <= course.ends:
            if day == CLOSES_ON:
                deeds.clear()
                self._begin_the_next()
            before = self._newest_row()
            left = set(self.answering.everyone)
            waiting = left.copy()
            for at in _passes(day, course.plan_over):
                self._let_it_be(day, at)
                if by_hr := hr.pop(self.clock.now(), None):
                    by_hr()
                for person, act in deeds.pop(self.clock.now(), ()):
                    self._do(person, act)
                if at in IN_OFFICE:
                    left &= self._with_something_left()
                    waiting &= left - self._putting_off(day)
                await self._make_pass()
            self.days[day] = Day(left, waiting, self._told_since(before))
            day += timedelta(1)
        assert not hr, "HR does everything at the time of a pass"

    async def _make_pass(self) -> None:
        """As the jobs make it, without their queue."""
        await self.sending.plan()
        due = await self.sending.take(MOST_A_PASS)
        await self.sending.deliverer.deliver_all(due)

    def _let_it_be(self, day: date, at: time) -> None:
        self.clock.forward(datetime.combine(day, at, tzinfo=STOCKHOLM) - self.clock.now())

    def _deeds(self, seed: int) -> dict[datetime, list[tuple[Person, Act]]]:
        found: defaultdict[datetime, list[tuple[Person, Act]]] = defaultdict(list)
        for email, person in sorted(self.answering.everyone.items()):
            for at, act in Chances(random.Random(f"{seed} {email}")).life():
                found[at].append((person, act))
        return found

    def _do(self, person: Person, act: Act) -> None:
        if self.answering.takes(act) and self.answering.do(person, act):
            self.done[act] += 1
            kept = {
                Act.GET_RETURN: self.returned,
                Act.SUBMIT: self.submitted,
                Act.REOPEN: self.reopened,
            }
            if act in kept:
                kept[act].append((person.email, self.clock.now()))

    def _with_something_left(self) -> set[str]:
        return {email for email in self.answering.everyone if self.answering.has_left(email)}

    def _putting_off(self, day: date) -> set[str]:
        return {email for email, until in self.answering.put_off.items() if until > day}

    def _begin_the_next(self) -> None:
        """HR closes the cycle and imports the next one's draft as it is."""
        now = self.clock.now()
        with writing(self.engine) as connection:
            cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
            following = draft(connection, cycle_with(connection, cycle_id), now)
            connection.execute(update(CYCLE).values(closed_at=now))
            stored = store_cycle(connection, following, now)
        self.answering.close()
        people = self.receivers.people
        self.answering = Answering(self.engine, self.clock, people, stored.cycle_id)
        self.receivers.left_of = self.answering.left_of

    def _newest_row(self) -> int:
        rows = self.ledger()
        return rows[-1].id if rows else 0

    def _told_since(self, row_id: int) -> set[str]:
        emails = {person.id: email for email, person in self.answering.everyone.items()}
        return {
            emails[row.person_id]
            for row in self.ledger(row_id)
            if row.person_id in emails and row.state != "not_needed"
        }

    def ledger(self, after: int = 0) -> list[Any]:
        query = select(DELIVERY).where(DELIVERY.c.id > after).order_by(DELIVERY.c.id)
        with reading(self.engine) as connection:
            return list(connection.execute(query))


def _passes(day: date, plan_over: date) -> tuple[time, ...]:
    if CLOSES_ON < day < NEXT_OPENING:
        return BETWEEN_CYCLES
    return TIMES if plan_over < day < NEXT_OPENING or day.weekday() >= 5 else PASSES


@asynccontextmanager
async def prepared(engine: Engine, units: int, certificate: Certificate) -> AsyncIterator[TwoYears]:
    """The city on the morning of its first opening."""
    clock = Clock(real=lambda: MACHINE)
    clock.forward(datetime.combine(OPENING, PASSES[0], tzinfo=STOCKHOLM) - MACHINE)
    with writing(engine) as connection:
        stored = store_cycle(connection, city(units), clock.now())
    people = People(not_installed=_not_installed(units))
    answering = Answering(engine, clock, people, stored.cycle_id)
    receivers = Receivers(clock, people, answering.left_of)
    async with (
        TestServer(receivers.connector(), host="127.0.0.1") as teams,
        running(receivers.inbox(), Encryption.NONE, certificate) as mail,
        _sending(engine, clock, str(teams.make_url("/")), SmtpPost(mail.server)) as sending,
    ):
        simulated = TwoYears(engine, sending, clock, receivers, answering)
        yield simulated
        simulated.answering.close()


def _not_installed(units: int) -> set[str]:
    return {f"manager{n}@stad.example" for n in range(NOT_INSTALLED, units + 1, NOT_INSTALLED)}


@asynccontextmanager
async def _sending(
    engine: Engine, clock: Clock, teams_url: str, post: SmtpPost
) -> AsyncIterator[Sending]:
    """The service's own parts; only Teams' pace is left out, which is real time."""
    connector = Connector(Service(NoToken(), NoPace(), sleep=_at_once))
    turns = Turns(engine, clock)
    account = BotAccount("28:bot", "tenant", teams_url)
    outgoing = Outgoing(account, "https://chat.example", post, "kf@stad.example")
    summaries = Summaries(engine, clock, "https://kf.example", "secret")
    yield sending_of(engine, clock, outgoing, connector, turns, summaries)
    await post.close()
    await connector.close()
    turns.close()


async def _at_once(_seconds: float) -> None:
    """Retries within a call lose no time."""
