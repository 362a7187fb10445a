"""What the charts show: a committee's gaps, its need, and its recruitment need by cause."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kfmodel.calculations import PeopleRange, exact, plain
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


class CauseRow(NamedTuple):
    """The recruitment need on two years and the parts it is the sum of."""

    category: str
    turnover: int | float
    gap_to_fill: int | float
    retirements: int | float
    total: int | float


def cause_rows(rows: Iterable[CategoryRow]) -> Iterator[CauseRow]:
    """One a category that is shown and whose need is known."""
    for row in rows:
        if row.masked or row.gap_2y is None or row.turnover_2y is None:
            continue
        if row.retirements_2y is not None and row.recruitment_2y is not None:
            gap = plain(-exact(row.gap_2y))
            yield CauseRow(
                row.category, row.turnover_2y, gap, row.retirements_2y, row.recruitment_2y
            )


class NeedRow(NamedTuple):
    """People needed at both horizons: as projected (headcount − gap), and as the units judge it."""

    category: str
    headcount: int | float
    projected_2y: int | float | None
    assessed_2y: PeopleRange | None
    projected_5y: int | float | None
    assessed_5y: PeopleRange | None


def need_rows(rows: Iterable[CategoryRow]) -> Iterator[NeedRow]:
    """One a category that is shown and projected or judged."""
    for row in rows:
        need = NeedRow(
            row.category,
            row.headcount,
            _needed(row.headcount, row.gap_2y),
            row.assessed_2y,
            _needed(row.headcount, row.gap_5y),
            row.assessed_5y,
        )
        if not row.masked and any(value is not None for value in need[2:]):
            yield need


def _needed(headcount: float, gap: float | None) -> int | float | None:
    return None if gap is None else plain(exact(headcount) - exact(gap))
