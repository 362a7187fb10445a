"""Sums over rows. Only rows that are shown are in them: else a single masked one could be worked
out."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from kfmodel.calculations import exact, plain
from kfmodel.compilation.compilation import CategoryRow

FIGURES = ("headcount", "gap_2y", "gap_5y", "turnover_2y", "retirements_2y", "recruitment_2y")


@dataclass(frozen=True, slots=True)
class Totals:
    """Of so many rows; a figure that none of them has is None."""

    rows: int
    headcount: int | float | None
    gap_2y: int | float | None
    gap_5y: int | float | None
    turnover_2y: int | float | None
    retirements_2y: int | float | None
    recruitment_2y: int | float | None


def totals(rows: Iterable[CategoryRow]) -> Totals:
    """Sums of headcount and of what is projected."""
    shown = [row for row in rows if not row.masked]
    return Totals(len(shown), *(_sum(shown, name) for name in FIGURES))


def _sum(rows: Iterable[CategoryRow], name: str) -> int | float | None:
    values = [exact(value) for row in rows if (value := getattr(row, name)) is not None]
    return plain(sum(values, Fraction())) if values else None
