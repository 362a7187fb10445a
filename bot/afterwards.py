"""What a turn need not wait for: it is done after the turn has been answered."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

from bot.failures import described

log = structlog.get_logger(__name__)


class Afterwards:
    """Lost if the process dies: only for what can be seen or asked for again."""

    def __init__(self) -> None:
        self._underway: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """An exception of the work is logged and goes no further."""
        task = asyncio.create_task(_logged(work))
        self._underway.add(task)
        task.add_done_callback(self._underway.discard)

    async def close(self) -> None:
        """Let what is under way finish."""
        await asyncio.gather(*self._underway, return_exceptions=True)


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception as error:  # noqa: BLE001 - nobody waits for it who could be told
        log.error("work after a turn failed", error=described(error))
