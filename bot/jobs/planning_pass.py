"""One planning pass: rows for what is due now, in short transactions; harmless to repeat."""

from datetime import datetime
from itertools import islice
from typing import Any

import structlog
from sqlalchemy import Connection, Engine, Row

from bot.clock import Clock
from bot.failures import described
from kfmodel.database import reading, writing
from kfmodel.planning.office_hours import closes_at, day_of, is_open
from kfmodel.repository.deliveries import take_due
from kfmodel.repository.plan import Planned, due_in, store_planned
from kfmodel.repository.planned_cycles import cycles_in_motion, planned_cycle

BATCH = 2000
"""Rows a transaction: answers wait for no longer than these take."""

log = structlog.get_logger(__name__)


class Planner:
    """Keeps nothing: who is due what follows from the database and the time."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def plan(self, cycle_id: int | None = None) -> int:
        """How many new rows there are, in every cycle or in one."""
        now, stored = self._clock.now(), 0
        with reading(self._engine) as connection:
            planned = [
                one
                for cycle in cycles_in_motion(connection, day_of(now))
                if cycle_id in (None, cycle.id)
                for one in _due_in(connection, cycle, now)
            ]
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


def _due_in(connection: Connection, cycle: Row[Any], now: datetime) -> list[Planned]:
    """Nothing where no plan can be made of the cycle's dates: that stops no other cycle."""
    try:
        return list(due_in(connection, planned_cycle(cycle), now))
    except (ValueError, ArithmeticError) as error:
        log.error("cycle cannot be planned", cycle=cycle.id, error=described(error))
        return []
