"""Goals for the next cycle, from what a category's row says: settled, or else compiled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kfmodel.calculations import (
    PeopleRange,
    exact,
    heads_of_points,
    level_moves,
    people_range,
    round_half_away,
)
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.plan import Measures

_NOTHING = Measures()
_Ends = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoalProposal:
    """`measures` is None where there is nothing to set a goal from, or that may be shown."""

    row: CategoryRow
    measures: Measures | None


def proposed_goals(rows: Sequence[CategoryRow], years: int) -> Iterator[GoalProposal]:
    """A goal for each row, so many years ahead; only the moves upwards on two years' sight."""
    for row in rows:
        hidden = row.masked or row.answers_hidden
        measures = _NOTHING if hidden else _measures(row, years)
        yield GoalProposal(row, None if measures == _NOTHING else measures)


def _measures(row: CategoryRow, years: int) -> Measures:
    if years not in row.method.horizons:
        return _NOTHING
    if row.method.counts_heads():
        return _counted(row, years)
    increase = _increase(row, years)
    levels = row.levels if years == min(row.method.horizons) else None
    if levels is None:
        return Measures(increase)
    heads = heads_of_points(levels, row.headcount)
    return Measures(increase, *(_upwards(round_half_away(one)) for one in heads))


def _counted(row: CategoryRow, years: int) -> Measures:
    """Heads needed − heads now, and the moves to each level."""
    now, needed = row.answers.heads_now, row.answers.heads_needed(years)
    if now is None or needed is None:
        return _NOTHING
    moves = level_moves(now, needed)
    return Measures(sum(moves), *map(_upwards, moves))


def _upwards(heads: int) -> int:
    """Fewer at a level are no moves to it."""
    return max(0, heads)


def _increase(row: CategoryRow, years: int) -> int | None:
    """The people that the assessed need is more or less than today's: in the middle of its range,
    or at the only end of an open one."""
    needed = _answered(row, years) or _settled(row, years)
    ends = [exact(end) for end in needed]
    return round_half_away(sum(ends, exact(0)) / len(ends) - exact(row.headcount)) if ends else None


def _answered(row: CategoryRow, years: int) -> _Ends:
    """What every unit's answer comes to; nothing where a unit has not answered, or another need was
    settled."""
    name = f"need_{years}y"
    if getattr(row.answers, name) != getattr(row.compiled, name):
        return ()
    return _ends(row.assessed_2y if years == 2 else row.assessed_5y)


def _settled(row: CategoryRow, years: int) -> _Ends:
    """What is settled stands for the whole category, whoever has answered: its band around what is
    projected, or around today's people."""
    need = getattr(row.answers, f"need_{years}y")
    gap = 0 if row.method.baseline == "today" else (row.gap_2y if years == 2 else row.gap_5y)
    if not row.settled or need is None or gap is None:
        return ()
    return _ends(people_range(exact(row.headcount) - exact(gap), row.method.need_band(need)))


def _ends(people: PeopleRange | None) -> _Ends:
    """Without those that are open."""
    return tuple(end for end in (people.low, people.high) if end is not None) if people else ()
