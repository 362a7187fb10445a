"""One person's chat as the channel keeps it: its messages, and what has happened to them."""

import asyncio
import secrets
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from bot.local_chat.activities import ADAPTIVE_CARD, Json

Kind: TypeAlias = Literal["activity", "removed", "typing", "reset"]
KEPT_EVENTS = 500


@dataclass(frozen=True, slots=True)
class Event:
    """One thing the windows are told; `id` is the cursor to go on from."""

    id: str
    kind: Kind
    data: Json


EventQueue: TypeAlias = "asyncio.Queue[Event | None]"


@dataclass(slots=True, eq=False)
class Conversation:
    """Messages in the order they came, newest state of each; in memory only."""

    id: str
    opened: bool = False
    activities: dict[str, Json] = field(default_factory=dict)
    # A cursor from before a restart must not look like one of now: each life has its own name.
    _life: str = field(default_factory=lambda: secrets.token_hex(4))
    _count: int = 0
    _last_id: int = 0
    _events: deque[Event] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    _windows: set[EventQueue] = field(default_factory=set)

    @property
    def cursor(self) -> str:
        return f"{self._life}.{self._count}"

    def next_id(self) -> str:
        """Teams numbers messages by the millisecond; here never the same twice."""
        self._last_id = max(self._last_id + 1, time.time_ns() // 1_000_000)
        return str(self._last_id)

    def put(self, activity: Json) -> None:
        """Add a message, or replace the one with the same id, in every window."""
        self.activities[activity["id"]] = activity
        self._tell("activity", activity)

    def remove(self, activity_id: str) -> None:
        """Raises KeyError where there is no such message."""
        del self.activities[activity_id]
        self._tell("removed", {"id": activity_id})

    def typing(self) -> None:
        self._tell("typing", {})

    def keep_card(self, activity_id: str, position: int, card: Any) -> None:
        """Remember an invoke's answer, told to no window: only the pressing one shows it."""
        activity = self.activities[activity_id]
        attachments = list(activity.get("attachments") or [])
        attachments[position : position + 1] = [{"contentType": ADAPTIVE_CARD, "content": card}]
        self.activities[activity_id] = activity | {"attachments": attachments}

    @contextmanager
    def listen(self, cursor: str | None) -> Iterator[EventQueue]:
        """A window's events from `cursor` on (None: from now on); a None in the queue ends it."""
        queue: EventQueue = asyncio.Queue()
        for event in self._since(cursor or self.cursor):
            queue.put_nowait(event)
        self._windows.add(queue)
        try:
            yield queue
        finally:
            self._windows.discard(queue)

    def hang_up(self) -> None:
        for window in self._windows:
            window.put_nowait(None)

    def _since(self, cursor: str) -> list[Event]:
        life, _, number = cursor.partition(".")
        missed = self._count - int(number) if number.isdecimal() else -1
        if life != self._life or not 0 <= missed <= len(self._events):
            return [Event(self.cursor, "reset", {})]
        return list(self._events)[len(self._events) - missed :]

    def _tell(self, kind: Kind, data: Json) -> None:
        self._count += 1
        event = Event(self.cursor, kind, data)
        self._events.append(event)
        for window in self._windows:
            window.put_nowait(event)
