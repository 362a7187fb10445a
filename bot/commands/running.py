"""Servers that run until they are stopped."""

import asyncio
import errno
import socket
import sys
import webbrowser
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog
from aiohttp import web

from bot.app import build, parts_of
from bot.commands.console import (
    bring_up_to_date,
    cannot_write,
    fail,
    one_line_a_failure,
    out,
    working,
)
from bot.demo.running import (
    LOOPBACK,
    demo_application,
    fresh_database,
    introduction,
    mailbox_in,
    onedrive_in,
)
from bot.local_chat.files import RendererMissingError
from bot.settings import Settings, UnsafeStartError
from bot.teams.authentication import require_safe_demo
from kfmodel.methods import all_methods, coverage_warnings

log = structlog.get_logger(__name__)


def run_service(chosen: Settings) -> None:
    """The service, on a database that is brought up to date first."""
    _log(chosen.log_level)
    try:
        with one_line_a_failure():
            parts = parts_of(chosen)
            bring_up_to_date(parts.engine)
            tell_of_methods()
    except UnsafeStartError as error:
        raise fail(str(error)) from error
    listening = _listening(chosen.host, chosen.port)
    out.print(f"Boten tar emot på {chosen.host}, port {chosen.port}. Avsluta med Ctrl+C.")
    _run(build(parts), listening)


def tell_of_methods() -> None:
    """What the method files' intervals leave open, for whoever has changed one."""
    for method in all_methods().values():
        for text in coverage_warnings(method):
            log.warning("method_intervals", method=method.id, version=method.version, text=text)


def run_demo(chosen: Settings, port: int, data: Path, *, browser: bool) -> None:
    """The demo, on a new database in the directory."""
    try:
        require_safe_demo(chosen.app_id)
    except UnsafeStartError as error:
        raise fail(str(error)) from error
    _log("WARNING")
    # taken before the database is made anew: another demo may be running on it
    listening = _listening(LOOPBACK, port)
    try:
        with working("Förbereder exempelomgången"):
            database_url = fresh_database(data)
        app = demo_application(database_url, port, mailbox_in(data), onedrive_in(data))
    except OSError as error:
        raise cannot_write(data, error) from error
    except RendererMissingError as error:
        raise fail(str(error)) from error
    out.print(introduction(port, database_url))
    if browser:
        app.on_startup.append(_opening(f"http://{LOOPBACK}:{port}/"))
    _run(app, listening)


def _listening(host: str, port: int) -> socket.socket:
    """The socket to serve on, or a line on why there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        reason = "den används redan" if taken else error.strerror
        raise fail(f"Port {port} på {host} går inte att använda: {reason}") from error


def _run(app: web.Application, listening: socket.socket) -> None:
    web.run_app(app, sock=listening, print=None, loop=_new_loop(), access_log=None)


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
