"""One planning pass: rows for what is due now, in short transactions; harmless to repeat."""

from itertools import islice

from sqlalchemy import Engine

from bot.clock import Clock
from kfmodel.database import reading, writing
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
        with writing(self._engine) as connection:
            return list(take_due(connection, self._clock.now(), self._clock.unshifted(), limit))
