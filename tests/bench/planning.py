"""What planning costs for many: invitations to all, a pass that finds nothing new, reminders.

Each in a process of its own: `python -m tests.bench.planning import URL MANAGERS` makes the
database, `python -m tests.bench.planning plan URL` prints one JSON object.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import Engine, func, select, update

from bot.clock import Clock
from bot.jobs.durable import MOST_A_PASS
from bot.jobs.planning_pass import Planner
from kfmodel.database import connect, reading, writing
from kfmodel.importing.values import CategoryRow, CycleFile, StaffingRow
from kfmodel.migrations import upgrade
from kfmodel.planning.office_hours import STOCKHOLM
from kfmodel.repository.cycle_import import store_cycle
from kfmodel.repository.schema import DELIVERY
from tests.bench.many_units import HEADS, many_units
from tests.bench.running import printed

MODULE = "tests.bench.planning"
CATEGORIES = ("Socialsekreterare", "Sektionschef", "Handläggare")
OPENING = datetime(2025, 9, 1, 8, 30, tzinfo=STOCKHOLM)
REMINDER = datetime(2025, 10, 3, 8, 30, tzinfo=STOCKHOLM)


@dataclass(frozen=True, slots=True)
class Planning:
    """Seconds of the passes and of taking what is due; `added_mb` is what they took of memory."""

    planned: int
    invitations_s: float
    nothing_new_s: float
    reminders_s: float
    taking_s: float
    added_mb: float


def measured(url: str, managers: int) -> Planning:
    """In a new database at the URL."""
    printed(MODULE, "import", url, str(managers))
    return Planning(**json.loads(printed(MODULE, "plan", url)))


def _import(url: str, managers: int) -> None:
    engine = connect(url)
    upgrade(engine)
    with writing(engine) as connection:
        store_cycle(connection, _city(managers), OPENING)
    engine.dispose()


def _plan(url: str) -> Planning:
    engine = connect(url)
    before = peak_mb()
    invitations = seconds(lambda: _planner(engine, OPENING).plan())
    nothing_new = seconds(lambda: _planner(engine, OPENING).plan())
    with writing(engine) as connection:
        connection.execute(update(DELIVERY).values(state="sent", sent_at=DELIVERY.c.planned_for))
    reminders = seconds(lambda: _planner(engine, REMINDER).plan())
    added = round(peak_mb() - before)
    taking = seconds(lambda: _planner(engine, REMINDER.replace(hour=12)).take(MOST_A_PASS))
    with reading(engine) as connection:
        planned = connection.execute(select(func.count()).select_from(DELIVERY)).scalar_one()
    engine.dispose()
    return Planning(planned, invitations, nothing_new, reminders, taking, added)


def _city(managers: int) -> CycleFile:
    """Everyone answers for three categories."""
    file = many_units(managers)
    staffing = tuple(
        StaffingRow(row.organisation_code, category, HEADS, "")
        for row in file.staffing
        for category in CATEGORIES
    )
    categories = tuple(CategoryRow(name, None, None, (), "") for name in CATEGORIES)
    return replace(file, staffing=staffing, categories=categories)


def _planner(engine: Engine, now: datetime) -> Planner:
    return Planner(engine, Clock(real=lambda: now))


def seconds(work: Callable[[], object]) -> float:
    begins = time.perf_counter()
    work()
    return round(time.perf_counter() - begins, 2)


def peak_mb() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1] == "import":
        _import(sys.argv[2], int(sys.argv[3]))
    else:
        print(json.dumps(asdict(_plan(sys.argv[2]))))
