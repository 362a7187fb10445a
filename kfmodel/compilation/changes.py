"""What has moved since the last cycle, one row a category and measure."""

from collections.abc import Iterator
from dataclasses import dataclass

from kfmodel.answers import LEVELS
from kfmodel.calculations import Change, change, change_of_missing
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.material import Committee
from kfmodel.compilation.moves import moved
from kfmodel.compilation.words import Points
from kfmodel.dialogue import Previous
from kfmodel.methods import Method
from kfmodel.scales import Likelihood, Need, Severity

Answer = Need | Severity | Likelihood | Points | int | float | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One measure then and now. `change` is None where either is unknown."""

    committee: Committee
    method: Method
    category: str
    measure: str | None = None
    year: int | None = None
    """The earlier cycle's."""
    before: Answer = None
    now: Answer = None
    change: Change | None = None
    masked: bool = False


_GAPS = ("gap_2y", "gap_5y")

_Measured = tuple[str, Answer, Answer, Change | None]


def change_rows(row: CategoryRow) -> Iterator[ChangeRow]:
    """Every measure of the row's method, known then or not. A masked category is one masked row;
    where only its answers are hidden, so are the measures that come from them."""
    if row.masked:
        yield ChangeRow(row.committee, row.method, row.category, masked=True)
        return
    year = row.previous.year if row.previous else None
    for measure, before, now, direction in _measured(row):
        if row.answers_hidden and measure not in _GAPS:
            yield ChangeRow(row.committee, row.method, row.category, measure, masked=True)
            continue
        known_in = None if before is None else year
        yield ChangeRow(
            row.committee, row.method, row.category, measure, known_in, before, now, direction
        )


def _measured(row: CategoryRow) -> Iterator[_Measured]:
    if row.method.asks_need():
        yield _on_scale(row, "need_2y")
        yield _on_scale(row, "need_5y")
    yield from _gaps(row)
    if row.method.asks_shares():
        yield from _levels(row)
    if row.method.counts_heads():
        yield from _moves(row)
    for question in row.method.risk_questions:
        yield _on_scale(row, question)


def _on_scale(row: CategoryRow, measure: str) -> _Measured:
    before, now = getattr(row.previous, measure, None), getattr(row.answers, measure)
    return measure, before, now, change(before, now)


def _gaps(row: CategoryRow) -> Iterator[_Measured]:
    """Only where there is a projection: HR's sheet of the last cycle has no gaps."""
    for measure in _GAPS:
        before = getattr(row.earlier.row, measure) if row.earlier else None
        now = getattr(row, measure)
        if before is not None or now is not None:
            yield measure, before, now, change_of_missing(_short(before), _short(now))


def _short(gap: int | float | None) -> int | float | None:
    return None if gap is None else -gap


def _levels(row: CategoryRow) -> Iterator[_Measured]:
    then = (row.previous.levels if row.previous else None) or (None,) * 4
    now = row.levels or (None,) * 4
    for name, before, after in zip(LEVELS, then, now, strict=True):
        yield name, _points(before), _points(after), change_of_missing(before, after)


_TO_LEVELS = ("to_some", "to_good", "to_high", "to_very_high")


def _moves(row: CategoryRow) -> Iterator[_Measured]:
    """The increase at both horizons, and the moves to each level at the nearer."""
    answers, last = row.answers, row.previous or Previous(0)
    then, levels_then = moved(last.heads_now, last.heads_2y)
    now, levels_now = moved(answers.heads_now, answers.heads_needed(2))
    yield "increase_2y", then, now, change_of_missing(then, now)
    then, _ = moved(last.heads_now, last.heads_5y)
    now, _ = moved(answers.heads_now, answers.heads_needed(5))
    yield "increase_5y", then, now, change_of_missing(then, now)
    unknown = (None,) * 4
    for name, before, after in zip(
        _TO_LEVELS, levels_then or unknown, levels_now or unknown, strict=True
    ):
        yield name, before, after, change_of_missing(before, after)


def _points(level: int | None) -> Points | None:
    return None if level is None else Points(level)
