"""One planning pass: rows for what is due now, in short transactions; harmless to repeat."""

from datetime import datetime
from itertools import islice

from sqlalchemy import Engine

from bot.clock import Clock
from kfmodel.database import reading, writing
from kfmodel.planning.office_hours import closes_at, day_of, is_open
from kfmodel.repository.deliveries import take_due
from kfmodel.repository.plan import due_now, store_planned

BATCH = 2000
"""Rows a transaction: answers wait for no longer than these take."""


class Planner:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def plan(self, cycle_id: int | None = None) -> int:
        """How many new rows there are, in every cycle or in one."""
        now, stored = self._clock.now(), 0
        with reading(self._engine) as connection:
            planned = list(due_now(connection, now, cycle_id))
        rest = iter(planned)
        while batch := list(islice(rest, BATCH)):
            with writing(self._engine) as connection:
                store_planned(connection, batch)
            stored += len(batch)
        return stored

    def take(self, limit: int) -> list[int]:
        """Deliveries that are to leave now, taken so that no other queue takes them too."""
        return self._take(self._clock.now(), limit)

    def take_of_today(self, limit: int, cycle_id: int | None = None) -> list[int]:
        """Those too that are to leave later in the day, but for what waits to be tried again; none
        while the office is closed."""
        now = self._clock.now()
        return self._take(now, limit, cycle_id, closes_at(day_of(now))) if is_open(now) else []

    def _take(
        self,
        now: datetime,
        limit: int,
        cycle_id: int | None = None,
        until: datetime | None = None,
    ) -> list[int]:
        machine_now = self._clock.unshifted()
        with writing(self._engine) as connection:
            return list(take_due(connection, now, machine_now, limit, cycle_id, until))
