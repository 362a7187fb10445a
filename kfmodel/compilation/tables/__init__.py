"""The tables of a compilation, in the order they are printed. A new table: one file, one line."""

from collections.abc import Callable
from typing import Any

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.table import Table
from kfmodel.compilation.tables import (
    about,
    activities,
    answers,
    changes,
    checks,
    city,
    committees,
    divisions,
    estimates,
    follow_up,
    funding,
    gap,
    moves,
    progress,
    recruitment,
    risk,
    spread,
)
from kfmodel.organisation import OrganisationKind

MakeTable = Callable[[Compilation], Table[Any]]

FIGURES: tuple[MakeTable, ...] = (
    gap.table,
    recruitment.table,
    risk.table,
    spread.table,
    answers.table,
    progress.table,
    moves.table,
    divisions.table,
    changes.table,
    estimates.table,
    follow_up.table,
    activities.table,
    funding.table,
)
CLOSING: tuple[MakeTable, ...] = (checks.table, about.table)
"""Made last: they tell of the others."""


def figures_at(level: OrganisationKind) -> tuple[MakeTable, ...]:
    """A division has none below it; the city has its committees, and sums over them, in the place
    of units and divisions."""
    if level is OrganisationKind.CITY:
        above: dict[MakeTable, MakeTable] = {
            progress.table: committees.table,
            divisions.table: city.table,
        }
        return tuple(above.get(table, table) for table in FIGURES if table is not answers.table)
    if level is OrganisationKind.DIVISION:
        return tuple(table for table in FIGURES if table is not divisions.table)
    return FIGURES
