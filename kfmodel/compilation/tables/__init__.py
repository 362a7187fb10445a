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

FIGURES: tuple[Callable[[Compilation], Table[Any]], ...] = (
    gap.table,
    recruitment.table,
    risk.table,
    spread.table,
    answers.table,
    progress.table,
    moves.table,
    changes.table,
    estimates.table,
    follow_up.table,
    activities.table,
    funding.table,
)
CLOSING: tuple[Callable[[Compilation], Table[Any]], ...] = (checks.table, about.table)
"""Made last: they tell of the others."""
