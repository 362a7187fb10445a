"""The ledger of the small cycle, seen and worked by tests."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, Engine, select, update

from kfmodel.database import reading, writing
from kfmodel.planning.office_hours import STOCKHOLM, day_of
from kfmodel.repository.deliveries import Delivery, claim, take_due
from kfmodel.repository.plan import Planned, due_in, store_planned
from kfmodel.repository.planned_cycles import cycles_in_motion, planned_cycle
from kfmodel.repository.schema import CYCLE, DELIVERY, PERSON

MACHINE = datetime(2026, 1, 1, tzinfo=UTC)
"""The machine's own time, which leases run by."""


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """In Stockholm, in the year of the small cycle."""
    return datetime.combine(date(2025, month, day), time(hour, minute), tzinfo=STOCKHOLM)


def due_now(connection: Connection, now: datetime) -> list[Planned]:
    """In every cycle."""
    cycles = map(planned_cycle, cycles_in_motion(connection, day_of(now)))
    return [one for cycle in cycles for one in due_in(connection, cycle, now)]


def plan(engine: Engine, now: datetime) -> int:
    """One planning pass; how many deliveries it planned."""
    with reading(engine) as connection:
        planned = due_now(connection, now)
    with writing(engine) as connection:
        store_planned(connection, planned)
    return len(planned)


def rows(engine: Engine) -> list[Any]:
    query = (
        select(DELIVERY, PERSON.c.name)
        .join(PERSON, PERSON.c.id == DELIVERY.c.person_id, isouter=True)
        .order_by(DELIVERY.c.id)
    )
    with reading(engine) as connection:
        return list(connection.execute(query).all())


def planned(engine: Engine) -> list[str]:
    """Who has what in the ledger: `Anna invitation planned`."""
    return sorted(f"{row.name or row.address} {row.kind} {row.state}" for row in rows(engine))


def take(engine: Engine, now: datetime, machine: datetime = MACHINE, limit: int = 100) -> list[int]:
    with writing(engine) as connection:
        return list(take_due(connection, now, machine, limit))


def claimed(engine: Engine, delivery_id: int, machine: datetime = MACHINE) -> Delivery | None:
    with writing(engine) as connection:
        return claim(connection, delivery_id, machine)


def change_cycle(engine: Engine, **values: Any) -> None:
    with writing(engine) as connection:
        connection.execute(update(CYCLE).values(**values))


def everything_sent(engine: Engine) -> None:
    """As if all that is planned had gone out at its time."""
    values = {"state": "sent", "sent_at": DELIVERY.c.planned_for, "lease_until": None}
    with writing(engine) as connection:
        connection.execute(
            update(DELIVERY).where(DELIVERY.c.state.in_(("planned", "sending"))).values(**values)
        )
