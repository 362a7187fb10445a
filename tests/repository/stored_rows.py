"""What an import has stored, and files that differ from the small one."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Engine, Table, func, select

from kfmodel.database import reading
from kfmodel.importing.values import CycleFile
from kfmodel.organisation import Counting
from kfmodel.repository.schema import (
    ASSIGNMENT,
    AUDIT_ENTRY,
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    CYCLE,
    DIALOGUE,
    ORGANISATION,
    PERSON,
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
    DIALOGUE,
    RESPONSIBILITY,
    AUDIT_ENTRY,
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
    )
