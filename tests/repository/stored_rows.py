"""What an import has stored, and files that differ from the small one."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Engine, Table, func, select

from kfmodel.database import reading
from kfmodel.importing.plan_values import PlanRows
from kfmodel.importing.values import CycleFile
from kfmodel.organisation import Counting
from kfmodel.plan import Measures
from kfmodel.repository.schema import (
    ASSIGNMENT,
    AUDIT_ENTRY,
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    CYCLE,
    DIALOGUE,
    FUNDING,
    GOAL,
    ORGANISATION,
    OUTCOME,
    PERSON,
    PLANNED_ACTIVITY,
    PREVIOUS,
    PROJECTION,
    RESPONSIBILITY,
    STAFFING,
)
from kfmodel.scales import Likelihood, Need, Severity
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    SOCIAL,
    category_row,
    cycle_file,
    previous_row,
)
from tests.repository.build import (
    STAFFING as SMALL_STAFFING,
)
from tests.repository.plan_rows import activity_row, funding_row, goal_row, outcome_row

IMPORTED = (
    CYCLE,
    ORGANISATION,
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    PERSON,
    ASSIGNMENT,
    STAFFING,
    PROJECTION,
    PREVIOUS,
    GOAL,
    OUTCOME,
    PLANNED_ACTIVITY,
    FUNDING,
    DIALOGUE,
    RESPONSIBILITY,
    AUDIT_ENTRY,
)


PLAN = PlanRows(
    goals=(goal_row("ASN", SOCIAL, 2025, Measures(14, 0, 5, 25, 20)),),
    outcomes=(outcome_row("ASN", SOCIAL, 2025, "HR:s statistik", Measures(7, None, -1, 12, 20)),),
    activities=(
        activity_row(
            "Mentorskap",
            "Utveckla",
            SOCIAL,
            time_plan="2025–2026",
            responsible="HR",
            follow_up="Enkät",
            challenge="Rekrytering och konkurrens",
            anchoring="Få på hög nivå",
            status="Pågår",
        ),
        activity_row("Chefsforum", "Ledarskap"),
    ),
    funding=(
        funding_row(
            "Introduktionsår",
            "2025",
            purpose="Fler stannar",
            asked_sek=24_000_000_000,
            granted_sek=1_200_000,
            financing="Stadens satsning",
            deviations="Inga",
        ),
    ),
)


def rows_of(engine: Engine, table: Table) -> list[tuple[Any, ...]]:
    with reading(engine) as connection:
        keys = list(table.primary_key.columns)
        return [tuple(row) for row in connection.execute(select(table).order_by(*keys))]


def everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    return {table.name: rows_of(engine, table) for table in IMPORTED}


def count(engine: Engine, table: Table) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def without(*pairs: tuple[str, str]) -> dict[tuple[str, str], float]:
    return {pair: heads for pair, heads in SMALL_STAFFING.items() if pair not in pairs}


def full_file() -> CycleFile:
    """Every column of every sheet has a value."""
    return cycle_file(
        cycle=replace(
            CYCLE_ROW,
            measured_on=date(2025, 3, 31),
            counting=Counting.PEOPLE,
            source="Personalframskrivning 2025",
        ),
        categories=(
            replace(category_row(CHIEF), aid_code="201010", focus_area="Ledning"),
            category_row(SOCIAL, "Socialsekreterare bistånd", "Handläggare"),
        ),
        previous=(
            previous_row(
                "A1",
                SOCIAL,
                need_2y=Need.MORE,
                need_5y=Need.SAME,
                level_some=-10,
                level_good=0,
                level_high=10,
                level_very_high=0,
                severity=Severity.SERIOUS,
                likelihood=Likelihood.HIGH,
                severity_operations=Severity.OTHER,
                severity_work_environment=Severity.SERIOUS,
            ),
        ),
        plan=PLAN,
    )
