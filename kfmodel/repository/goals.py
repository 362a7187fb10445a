"""The goals that a cycle sets for the next one."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kfmodel.plan import GoalOrigin, Measures
from kfmodel.repository.audit import note
from kfmodel.repository.schema import CATEGORY, GOAL
from kfmodel.repository.sync import Key, Values, remove, sync


@dataclass(frozen=True, slots=True)
class GoalsStored:
    """How many goals are new, others than before, or gone."""

    added: int
    changed: int
    removed: int


def store_goals(
    connection: Connection,
    cycle_id: int,
    committee_id: int,
    to_year: int,
    goals: Mapping[str, Measures],
    now: datetime,
) -> GoalsStored:
    """Make these the goals that the cycle sets for the committee and year, by category; others of
    that year go. The next cycle follows them up."""
    names = select(CATEGORY.c.name, CATEGORY.c.id).where(CATEGORY.c.cycle_id == cycle_id)
    ids = {row.name: row.id for row in connection.execute(names)}
    wanted: dict[Key, Values] = {
        (ids[category],): asdict(measures) for category, measures in goals.items()
    }
    scope = {
        "cycle_id": cycle_id,
        "organisation_id": committee_id,
        "origin": GoalOrigin.SET,
        "to_year": to_year,
    }
    synced = sync(connection, GOAL, ("category_id",), wanted, scope)
    remove(connection, GOAL, [synced.ids[key] for key in synced.gone])
    stored = GoalsStored(len(synced.added), len(synced.changed), len(synced.gone))
    if any(asdict(stored).values()):
        detail = {"organisation": committee_id, "to_year": to_year, **asdict(stored)}
        note(connection, now, "goals_set", detail, cycle_id=cycle_id)
    return stored
