"""The demo: a fresh database, the example cycle, the bot and the chat page in one server."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import rmtree

from aiohttp import web
from sqlalchemy import Engine

from bot.app import JOBS, build, demo_parts
from bot.clock import STOCKHOLM, Clock
from bot.demo.delivered import deliver_the_past
from bot.demo.personas import personas
from bot.demo.seed import has_begun, seed
from bot.jobs.durable import JobsPlace
from bot.jobs.sending import Sending
from bot.local_chat import Persona, add_local_chat
from bot.local_chat.channel import CONNECTOR
from bot.mail import MailFolder
from bot.senders import Outgoing
from bot.teams.sender import BotAccount
from kfmodel.database import connect, reading, writing
from kfmodel.migrations import upgrade
from kfmodel.repository.people import languages

LOOPBACK = "127.0.0.1"
TENANT_ID = "00000000-0000-4000-8000-00000000d340"
BOT_ID = "28:kompetensforsorjning-demo"
MAIL_FROM = "Kompetensförsörjning <kf@exempelstad.example>"
EVERY_FEW_SECONDS = "*/5 * * * * *"
BEGINS_AT = datetime(2025, 9, 29, 9, 0, tzinfo=STOCKHOLM)
"""When the demo plays: two weeks into the example cycle, whatever the real date."""


def fresh_database(directory: Path) -> str:
    """A new database with the example cycle in the directory; an older demo's database, mail
    and saved files are taken away."""
    directory.mkdir(parents=True, exist_ok=True)
    file = directory.resolve() / "kf.db"
    for old in [*directory.glob("kf.db*"), *mailbox_in(directory).glob("*.eml")]:
        old.unlink()
    rmtree(onedrive_in(directory), ignore_errors=True)
    url = f"sqlite:///{file}"
    engine = connect(url)
    upgrade(engine)
    with writing(engine) as connection:
        seed(connection, BEGINS_AT)
        deliver_the_past(connection, BEGINS_AT)
    engine.dispose()
    return url


def mailbox_in(directory: Path) -> Path:
    """The folder that the demo's e-mail is written to."""
    return directory.resolve() / "brev"


def onedrive_in(directory: Path) -> Path:
    """The folder of what the demo's people save in their OneDrive."""
    return directory.resolve() / "onedrive"


def demo_application(
    database_url: str, port: int, mailbox: Path, onedrive: Path
) -> web.Application:
    """The bot and the chat page on one port of this machine; e-mail, and what people save in their
    OneDrive, goes to the folders."""
    clock = Clock(shift=BEGINS_AT - datetime.now(UTC))
    engine = connect(database_url)
    url = f"http://{LOOPBACK}:{port}"
    account = BotAccount(BOT_ID, TENANT_ID, f"{url}{CONNECTOR}")
    outgoing = Outgoing(account, f"{url}/", MailFolder(mailbox), MAIL_FROM)
    jobs = JobsPlace(database_url, "demo", EVERY_FEW_SECONDS)
    app = build(demo_parts(engine, clock, outgoing, url, jobs))
    time = _Time(clock, app[JOBS].sending)
    add_local_chat(app, _Personas(engine), TENANT_ID, BOT_ID, time, mailbox, onedrive)
    return app


def introduction(port: int, database_url: str) -> str:
    """What the terminal says: where to go and whom to be."""
    everyone = personas()
    groups: dict[str, list[Persona]] = {}
    for persona in everyone:
        groups.setdefault(persona.group, []).append(persona)
    lines = [
        f"Öppna http://{LOOPBACK}:{port}/ och välj vem du vill vara, till exempel:",
        *(f"  {_newcomer(people)}" for people in groups.values()),
        f"Demons datum är {BEGINS_AT.date().isoformat()}.",
        "Samma databas på kommandoraden:",
        f"  KF_DATABASE_URL={database_url} kf status",
        "Avsluta med Ctrl+C.",
    ]
    return "\n".join(lines)


def _newcomer(people: Sequence[Persona]) -> str:
    """The first who has everything left to answer."""
    chosen = next((person for person in people if not has_begun(person.name)), people[0])
    return f"{chosen.name}, {chosen.title}"


class _Time:
    """Days pass one at a time, so that each day's messages are sent on their day."""

    def __init__(self, clock: Clock, sending: Sending) -> None:
        self._clock = clock
        self._sending = sending

    def today(self) -> date:
        return self._clock.today()

    async def forward(self, days: int) -> None:
        for _ in range(days):
            self._clock.forward(timedelta(days=1))
            async for _ids in self._sending.everything_due_today():
                pass


class _Personas:
    """The example's people, in the language that each has chosen since."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __call__(self) -> Sequence[Persona]:
        with reading(self._engine) as connection:
            chosen = languages(connection)
        return [
            replace(persona, language=chosen.get(persona.email, persona.language))
            for persona in personas()
        ]
