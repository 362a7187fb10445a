"""What the servers of the comparison share: one process, one event loop, uvloop, no access log."""

import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import uvloop
from aiohttp import web
from aiohttp.typedefs import Middleware


def serve(
    messages: Callable[[web.Request], Awaitable[web.StreamResponse]],
    middlewares: tuple[Middleware, ...] = (),
    settings: Mapping[str, Any] | None = None,
) -> None:
    """Answer /api/messages on 127.0.0.1 and the port that is the first argument."""
    application = web.Application(middlewares=middlewares)
    application.update(settings or {})
    application.router.add_post("/api/messages", messages)
    web.run_app(
        application,
        host="127.0.0.1",
        port=int(sys.argv[1]),
        loop=uvloop.new_event_loop(),
        access_log=None,
        print=None,
    )
