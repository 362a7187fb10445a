"""Kompetensförflyttning: what a method that counts heads says of each competence level."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kfmodel.answers import HeadsByLevel
from kfmodel.calculations import level_moves
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.material import Committee
from kfmodel.glossary import heading
from kfmodel.methods import Method


@dataclass(frozen=True, slots=True)
class MoveRow:
    """Heads needed in so many years − heads now: the increase, and at each level. None where nobody
    has counted."""

    committee: Committee
    method: Method
    category: str
    horizon: int
    increase: int | None = None
    moves: HeadsByLevel | None = None
    masked: bool = False


def move_rows(row: CategoryRow) -> Iterator[MoveRow]:
    """One a horizon, where the row's method counts heads."""
    if not row.method.counts_heads():
        return
    for horizon in row.method.horizons:
        increase, moves = moved(row.answers.heads_now, row.answers.heads_needed(horizon))
        yield MoveRow(
            row.committee,
            row.method,
            row.category,
            horizon,
            increase,
            moves,
            masked=row.answers_hidden,
        )


def moved(
    now: HeadsByLevel | None, needed: HeadsByLevel | None
) -> tuple[int | None, HeadsByLevel | None]:
    """The increase, from the sums, and the difference at each level."""
    if now is None or needed is None:
        return None, None
    return sum(needed) - sum(now), level_moves(now, needed)


def total_rows(rows: Iterable[MoveRow]) -> list[MoveRow]:
    """The sum of each committee's shown rows by horizon, a decrease counted as a decrease; it says
    so where not all are shown."""
    groups: dict[tuple[str, int], list[MoveRow]] = {}
    for row in rows:
        groups.setdefault((row.committee.code, row.horizon), []).append(row)
    return [total for group in groups.values() if (total := _total(group))]


def _total(group: list[MoveRow]) -> MoveRow | None:
    parts = [row.moves for row in group if row.moves is not None and not row.masked]
    if not parts:
        return None
    some, good, high, very_high = (sum(column) for column in zip(*parts, strict=True))
    first = group[0]
    return MoveRow(
        first.committee,
        first.method,
        heading("total" if len(parts) == len(group) else "total_shown"),
        first.horizon,
        sum(row.increase or 0 for row in group if not row.masked),
        (some, good, high, very_high),
    )
