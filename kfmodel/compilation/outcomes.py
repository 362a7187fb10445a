"""What has become of a category since the last cycle, by its heads then and now."""

from collections.abc import Iterator
from dataclasses import dataclass

from kfmodel.answers import HeadsByLevel
from kfmodel.calculations import exact, level_moves
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.plan import Measures

ANSWERS = "Svaren"
PROJECTION = "Personalframskrivningen"
STAFFING = "Bemanningen"


@dataclass(frozen=True, slots=True)
class OutcomeNow:
    """`since` is the year that the heads are counted from; None where HR's statistics say it."""

    source: str
    year: int
    measures: Measures
    since: int | None = None


def outcomes_of(row: CategoryRow, year: int) -> Iterator[OutcomeNow]:
    """As of `year`, the cycle's own. Nothing where the last cycle is not stored; of heads by level
    only what every unit counted, then and now."""
    if row.earlier is None:
        return
    then, since = row.earlier.row, row.earlier.year
    if not row.method.counts_heads():
        source = PROJECTION if row.method.baseline == "projection" else STAFFING
        increase = float(exact(row.headcount) - exact(then.headcount))
        yield OutcomeNow(source, year, Measures(increase), since)
        return
    before, now = _counted(then), _counted(row)
    if before and now:
        moves = level_moves(before, now)
        yield OutcomeNow(ANSWERS, year, Measures(sum(moves), *moves), since)


def _counted(row: CategoryRow) -> HeadsByLevel | None:
    complete = row.settled or row.units_answered == row.units_total
    return row.answers.heads_now if complete else None
