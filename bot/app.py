"""Composition root: which parts there are and how they hang together."""

import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from urllib.parse import quote

import structlog
from aiohttp import web
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.adapter import BODY_LIMIT, Adapter
from bot.chat.settling_turns import SettlingTurns
from bot.clock import Clock
from bot.documents.hr_files import HrFiles
from bot.documents.links import Download, NotHandedOutError, link_secret
from bot.documents.summaries import Summaries
from bot.handlers import Handlers, tell_of_failure
from bot.jobs.durable import Jobs, JobsPlace
from bot.jobs.sending import Sending, sending_of
from bot.senders import Outgoing, outgoing_of
from bot.settings import Settings, UnsafeStartError
from bot.teams.authentication import Authentication, ChannelTokens, LoopbackOnly
from bot.teams.connector import Connector
from bot.teams.credentials import CachedToken, ManagedIdentity, NoToken, SingleTenant, TokenSource
from bot.teams.onedrive import OneDrive
from bot.teams.pace import NoPace, Pace, TeamsPace
from bot.teams.service import Service
from bot.teams.signing_keys import SigningKeys
from bot.turns import Turns
from kfmodel.database import connect, require_answer

FAILURE_TEXT = (
    "Något gick fel hos oss. Inget du har sparat är borta – försök igen om en stund. / "
    "Something went wrong on our side. Nothing you saved is lost – please try again shortly."
)
JOBS = web.AppKey("jobs", Jobs)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What one service is made of; the demo and tests put in parts of their own."""

    engine: Engine
    clock: Clock
    authentication: Authentication
    tokens: TokenSource
    pace: Pace
    outgoing: Outgoing
    tenant_id: str
    public_url: str
    link_secret: str
    onedrive: OneDrive
    jobs: JobsPlace | None = None
    """None: nothing goes out by itself."""


def parts_of(settings: Settings) -> Parts:
    """The parts of a real installation; raises UnsafeStartError where something is lacking."""
    if missing := [
        name
        for name, value in (("KF_APP_ID", settings.app_id), ("KF_TENANT_ID", settings.tenant_id))
        if not value
    ]:
        raise UnsafeStartError(
            f"{' och '.join(missing)} saknas; utan dem går det inte att veta vem som skriver. "
            "Bara kf demo startar ändå"
        )
    authentication = ChannelTokens(settings.app_id, SigningKeys())
    password = settings.app_password.get_secret_value()
    return Parts(
        connect(settings.database_url),
        Clock(),
        authentication,
        CachedToken(_credentials(settings, password)),
        TeamsPace(settings.replicas),
        outgoing_of(settings),
        settings.tenant_id,
        settings.public_url,
        link_secret(settings.link_secret.get_secret_value(), password),
        OneDrive(settings.onedrive_hosts.split()),
        JobsPlace(settings.database_url, settings.replica or socket.gethostname()),
    )


def parts_by_hand(settings: Settings, clock: Clock) -> Parts:
    """What a command sends with: e-mail is enough; raises UnsafeStartError where there is
    neither."""
    if settings.app_id or not settings.smtp_url:
        return replace(parts_of(settings), clock=clock)
    secret = settings.link_secret.get_secret_value()
    return Parts(
        connect(settings.database_url),
        clock,
        LoopbackOnly(),
        NoToken(),
        NoPace(),
        replace(outgoing_of(settings), chat_url=settings.public_url),
        "",
        settings.public_url,
        link_secret(secret, settings.app_password.get_secret_value()),
        OneDrive(()),
    )


def _credentials(settings: Settings, password: str) -> SingleTenant | ManagedIdentity:
    if settings.app_type == "UserAssignedMSI":
        return ManagedIdentity(settings.app_id)
    return SingleTenant(settings.app_id, password, settings.tenant_id)


def demo_parts(
    engine: Engine, clock: Clock, outgoing: Outgoing, public_url: str, jobs: JobsPlace
) -> Parts:
    """The parts of the demo: no tokens in or out, this machine only."""
    return Parts(
        engine,
        clock,
        LoopbackOnly(),
        NoToken(),
        NoPace(),
        outgoing,
        outgoing.account.tenant_id,
        public_url,
        secrets.token_hex(),
        OneDrive(("127.0.0.1",), scheme="http"),
        jobs,
    )


def build(parts: Parts) -> web.Application:
    """The aiohttp application with the bot at `/api/messages`."""
    connector = Connector(Service(parts.tokens, parts.pace))
    adapter = Adapter(
        parts.authentication,
        connector,
        failure_text=FAILURE_TEXT,
        on_failure=tell_of_failure,
    )
    turns = Turns(parts.engine, parts.clock)
    summaries = Summaries(parts.engine, parts.clock, parts.public_url, parts.link_secret)
    files = HrFiles(parts.engine, parts.clock, parts.public_url, parts.link_secret)
    settling = SettlingTurns(parts.engine, parts.clock)
    handlers = Handlers(adapter, turns, settling, summaries, files, parts.onedrive, parts.tenant_id)
    app = web.Application(client_max_size=BODY_LIMIT)

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, handlers.on_turn)

    async def summary(token: str) -> Download:
        return await turns.run(summaries.download, token)

    async def close(_app: web.Application) -> None:
        await handlers.close()
        if parts.outgoing.post:
            await parts.outgoing.post.close()
        await adapter.close()
        await parts.onedrive.close()
        turns.close()
        parts.engine.dispose()

    app.router.add_post("/api/messages", messages)
    app.router.add_get("/summary/{token}", _download(summary, "sammanställning", "summary"))
    app.router.add_get("/file/{token}", _download(files.download, "styr", "plan"))
    app.router.add_get("/health", _health(turns))
    if parts.jobs:
        sending = sending_of(parts.engine, parts.clock, parts.outgoing, connector, turns, summaries)
        _add_jobs(app, Jobs(parts.jobs, sending))
    app.on_cleanup.append(close)
    return app


def _add_jobs(app: web.Application, jobs: Jobs) -> None:
    async def start(_app: web.Application) -> None:
        await jobs.start()

    async def stop(_app: web.Application) -> None:
        await jobs.stop()

    app[JOBS] = jobs
    app.on_startup.append(start)
    app.on_cleanup.append(stop)


@asynccontextmanager
async def sending_by_hand(parts: Parts) -> AsyncIterator[Sending]:
    """What sends without a service: for a command."""
    connector = Connector(Service(parts.tokens, parts.pace))
    turns = Turns(parts.engine, parts.clock)
    summaries = Summaries(parts.engine, parts.clock, parts.public_url, parts.link_secret)
    yield sending_of(parts.engine, parts.clock, parts.outgoing, connector, turns, summaries)
    if parts.outgoing.post:
        await parts.outgoing.post.close()
    await connector.close()
    await parts.authentication.close()
    turns.close()


Handler = Callable[[web.Request], Awaitable[web.Response]]


def _download(load: Callable[[str], Awaitable[Download]], sv: str, en: str) -> Handler:
    """The two words are what one writes for a new link."""

    async def download(request: web.Request) -> web.Response:
        try:
            file = await load(request.match_info["token"])
        except NotHandedOutError:
            return web.Response(
                status=403,
                text=f"Länken gäller inte längre. Skriv ”{sv}” i chatten för en ny. / "
                f"This link is no longer valid. Write “{en}” in the chat for a new one.",
            )
        disposition = f"attachment; filename*=UTF-8''{quote(file.filename)}"
        headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
        return web.Response(body=file.content, content_type=file.content_type, headers=headers)

    return download


def _health(turns: Turns) -> Handler:
    async def health(_request: web.Request) -> web.Response:
        """For the load balancer: 200 while the database answers, else 503."""
        try:
            await turns.run(require_answer, turns.engine)
        except SQLAlchemyError:
            return web.Response(status=503, text="database")
        return web.Response(text="ok")

    return health
