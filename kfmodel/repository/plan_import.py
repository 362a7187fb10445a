"""The plan of HR's file, as rows to store: what each is known by, and what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Table

from kfmodel.importing.plan_values import ActivityRow, FundingRow, GoalRow, OutcomeRow, PlanRows
from kfmodel.plan import GoalOrigin
from kfmodel.repository.schema import FUNDING, GOAL, OUTCOME, PLANNED_ACTIVITY
from kfmodel.repository.sync import Key, Values

_PAIR = ("organisation_id", "category_id")


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """One sheet's rows. `key` names the columns that a row is known by, `scope` says what all of
    them share."""

    title: str
    table: Table
    key: tuple[str, ...]
    wanted: dict[Key, Values]
    scope: Values


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of the cycle's organisations by code and of its categories by name."""

    organisations: Mapping[str, int]
    categories: Mapping[str, int]

    def pair(self, row: GoalRow | OutcomeRow) -> tuple[int, int]:
        """The ids that a row of an organisation and category is known by."""
        return self.organisations[row.organisation_code], self.categories[row.category]


def plan_sheets(plan: PlanRows, ids: Ids) -> Iterator[PlanSheet]:
    """What the four sheets come to as rows of their tables."""
    yield PlanSheet(
        "Mål",
        GOAL,
        (*_PAIR, "to_year"),
        {(*ids.pair(row), row.to_year): asdict(row.measures) for row in plan.goals},
        {"origin": GoalOrigin.IMPORTED},
    )
    yield PlanSheet(
        "Utfall",
        OUTCOME,
        (*_PAIR, "year", "source"),
        {(*ids.pair(row), row.year, row.source): asdict(row.measures) for row in plan.outcomes},
        {},
    )
    yield PlanSheet(
        "Aktiviteter",
        PLANNED_ACTIVITY,
        ("description", "area", *_PAIR),
        dict(_activity(place, row, ids) for place, row in enumerate(plan.activities)),
        {},
    )
    yield PlanSheet(
        "Medel",
        FUNDING,
        ("measure", "period", "organisation_id"),
        dict(_funding(place, row, ids) for place, row in enumerate(plan.funding)),
        {},
    )


def _activity(place: int, row: ActivityRow, ids: Ids) -> tuple[Key, Values]:
    category = ids.categories[row.category] if row.category else None
    key = (row.description, row.area, ids.organisations[row.committee_code], category)
    return key, {"position": place, **_rest(row, "description", "area", "category")}


def _funding(place: int, row: FundingRow, ids: Ids) -> tuple[Key, Values]:
    key = (row.measure, row.period, ids.organisations[row.committee_code])
    return key, {"position": place, **_rest(row, "measure", "period")}


def _rest(row: ActivityRow | FundingRow, *known_by: str) -> dict[str, Any]:
    left_out = {*known_by, "committee_code", "cell"}
    return {name: value for name, value in asdict(row).items() if name not in left_out}
