"""What the charts show: a committee's gaps, and its recruitment need by cause."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kfmodel.calculations import exact, plain
from kfmodel.compilation.compilation import CategoryRow


class ChartRow(NamedTuple):
    """`gap_to_fill` is −gap: the part of the recruitment need that the gap stands for."""

    category: str
    gap_2y: int | float | None
    gap_5y: int | float | None
    gap_to_fill: int | float | None
    turnover: int | float | None
    retirements: int | float | None


def chart_rows(rows: Iterable[CategoryRow]) -> Iterator[ChartRow]:
    """One a category that is shown and projected."""
    for row in rows:
        if row.masked or (row.gap_2y is None and row.gap_5y is None):
            continue
        yield ChartRow(
            row.category,
            row.gap_2y,
            row.gap_5y,
            None if row.gap_2y is None else plain(-exact(row.gap_2y)),
            row.turnover_2y,
            row.retirements_2y,
        )
