"""Cycles that something may be sent in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from kfmodel.planning.dates import Dates, Earlier
from kfmodel.planning.schedule import schedule_of
from kfmodel.repository.schema import CYCLE


@dataclass(frozen=True, slots=True)
class PlannedCycle:
    """A cycle and the dates that its plan hangs on."""

    id: int
    name: str
    dates: Dates


def cycles_in_motion(connection: Connection, today: date) -> Sequence[Row[Any]]:
    """Opened, neither closed nor paused."""
    query = (
        select(CYCLE)
        .where(CYCLE.c.opens_on <= today, CYCLE.c.closed_at.is_(None), CYCLE.c.paused_at.is_(None))
        .order_by(CYCLE.c.id)
    )
    return connection.execute(query).all()


def planned_cycle(row: Row[Any]) -> PlannedCycle:
    """Raises ValueError where its schedule is none."""
    schedule = schedule_of(row.reminder_days)
    earlier = tuple(
        Earlier(date.fromisoformat(day), datetime.fromisoformat(until))
        for day, until in row.earlier_deadlines or ()
    )
    dates = Dates(row.opens_on, row.deadline_on, schedule, row.deadline_moved_at, earlier)
    return PlannedCycle(row.id, row.name, dates)
