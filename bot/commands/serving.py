"""Running the bot: the service, the demo, the database's schema."""

import asyncio
import sys
import webbrowser
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import structlog
import typer
from aiohttp import web

from bot.app import build, parts_of
from bot.authentication import LoopbackOnly, UnsafeStartError, require_safe_start
from bot.commands.console import database, fail, out, settings, working
from bot.demo.running import LOOPBACK, demo_application, fresh_database, introduction
from bot.local_chat.files import RendererMissingError
from kfmodel.migrations import upgrade

DEMO_DATA = Path("var/demo")

db = typer.Typer(no_args_is_help=True, help="The database's schema")


@db.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to the newest schema; harmless where it has it."""
    with database() as engine:
        upgrade(engine)
    out.print("Databasen är uppdaterad")


def serve() -> None:
    """The service, with settings from the environment (KF_…)."""
    chosen = settings()
    _log(chosen.log_level)
    try:
        parts = parts_of(chosen)
    except UnsafeStartError as error:
        raise fail(str(error)) from error
    upgrade(parts.engine)
    _run(build(parts), chosen.host, chosen.port)


def demo(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port på 127.0.0.1")] = 3978,
    data: Annotated[Path, typer.Option(file_okay=False, help="Mapp för databasen")] = DEMO_DATA,
    browser: Annotated[bool, typer.Option(help="Öppna sidan i webbläsaren")] = True,
) -> None:
    """A fresh example cycle, the bot and a chat page on this machine."""
    try:
        require_safe_start(settings().app_id, LoopbackOnly())
    except UnsafeStartError as error:
        raise fail(str(error)) from error
    _log("WARNING")
    with working("Förbereder exempelomgången"):
        database_url = fresh_database(data)
    try:
        app = demo_application(database_url, port)
    except RendererMissingError as error:
        raise fail(str(error)) from error
    out.print(introduction(port, database_url))
    if browser:
        app.on_startup.append(_opening(f"http://{LOOPBACK}:{port}/"))
    _run(app, LOOPBACK, port)


def _run(app: web.Application, host: str, port: int) -> None:
    try:
        web.run_app(app, host=host, port=port, print=None, loop=_new_loop(), access_log=None)
    except OSError as error:
        raise fail(f"Port {port} kan inte användas: {error.strerror}. Välj en annan.") from error


def _new_loop() -> asyncio.AbstractEventLoop:
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    import uvloop  # noqa: PLC0415  # Windows has none

    return uvloop.new_event_loop()


def _opening(url: str) -> Callable[[web.Application], Awaitable[None]]:
    async def open_page(_app: web.Application) -> None:
        asyncio.get_running_loop().call_later(0.5, webbrowser.open, url)

    return open_page


def _log(level: str) -> None:
    """One JSON object a line on standard error; what is logged holds no personal data."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
