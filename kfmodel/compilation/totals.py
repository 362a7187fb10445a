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
    """A figure that no shown row has is None. `left_out` names the owners of the masked rows."""

    rows: int
    left_out: tuple[str, ...]
    headcount: int | float | None
    gap_2y: int | float | None
    gap_5y: int | float | None
    turnover_2y: int | float | None
    retirements_2y: int | float | None
    recruitment_2y: int | float | None


def totals(rows: Iterable[CategoryRow]) -> Totals:
    """Sums of headcount and of what is projected."""
    given = tuple(rows)
    shown = [row for row in given if not row.masked]
    left_out = tuple(row.committee.name for row in given if row.masked)
    return Totals(len(shown), left_out, *(_sum(shown, name) for name in FIGURES))


def _sum(rows: Iterable[CategoryRow], name: str) -> int | float | None:
    values = [exact(value) for row in rows if (value := getattr(row, name)) is not None]
    return plain(sum(values, Fraction())) if values else None
