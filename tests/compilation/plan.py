"""Small builders of plans."""

from typing import Any

from kfmodel.plan import Funding, Goal, Measures, Outcome, Owner, PlannedActivity
from tests.compilation.build import CATEGORY

COMMITTEE = Owner("ASN")


def goal(
    increase: float | None = None,
    category: str = CATEGORY,
    *,
    to_year: int = 2025,
    owner: Owner = COMMITTEE,
    **moves: float,
) -> Goal:
    return Goal(owner, category, to_year, Measures(increase, **moves))


def outcome(
    increase: float | None = None,
    category: str = CATEGORY,
    *,
    year: int = 2025,
    source: str = "HR:s statistik",
    owner: Owner = COMMITTEE,
    **moves: float,
) -> Outcome:
    return Outcome(owner, category, year, source, Measures(increase, **moves))


def planned(
    description: str,
    area: str | None = None,
    category: str | None = None,
    *,
    owner: Owner = COMMITTEE,
    **values: Any,
) -> PlannedActivity:
    return PlannedActivity(owner, category, area, description, **values)


def funded(
    measure: str,
    asked: int | None = None,
    granted: int | None = None,
    *,
    owner: Owner = COMMITTEE,
    **values: Any,
) -> Funding:
    given = {"period": None} | values
    return Funding(owner, measure=measure, asked_sek=asked, granted_sek=granted, **given)
