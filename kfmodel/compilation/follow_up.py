"""Goals against what came of them: one row a category, measure and source, then the totals.

Outcomes are HR's statistics, and what follows from the answers: the heads of now against those of
the cycle that set the goals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kfmodel.calculations import exact, percent_of_goal, plain
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.material import Committee
from kfmodel.compilation.outcomes import OutcomeNow, outcomes_of
from kfmodel.methods import Method, method_of
from kfmodel.plan import MEASURES, Goal, Measures, Outcome


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """`category` is None in a total, `measure` in a masked row. `since` is the year that the heads
    are counted from, where the outcome follows from them."""

    committee: Committee
    method: Method
    category: str | None
    measure: str | None = None
    to_year: int | None = None
    goal: int | float | None = None
    outcome: int | float | None = None
    source: str | None = None
    year: int | None = None
    since: int | None = None
    left_out: tuple[str, ...] = ()
    """Categories with a goal that are not in the total: their outcome is unknown, or not shown."""
    masked: bool = False

    @property
    def percent(self) -> int | None:
        if self.goal is None or self.outcome is None:
            return None
        return percent_of_goal(self.outcome, self.goal)


def follow_up_rows(compilation: Compilation) -> tuple[FollowUpRow, ...]:
    """Every category's rows, committee by committee in HR's order."""
    return tuple(row for c in compilation.committees for row in _committee_rows(c, compilation))


def total_rows(rows: Iterable[FollowUpRow]) -> tuple[FollowUpRow, ...]:
    """The sums of goals and of outcomes, for each committee, measure, year of the goals and source,
    over the categories that have both and are shown."""
    groups: dict[tuple[str, str, int | None], list[FollowUpRow]] = {}
    hidden: dict[str, list[str]] = {}
    for row in rows:
        if row.masked:
            hidden.setdefault(row.committee.code, []).append(row.category or "")
        elif row.measure and row.goal is not None:
            key = row.committee.code, row.measure, row.to_year
            groups.setdefault(key, []).append(row)
    return tuple(
        total
        for (code, _, _), group in groups.items()
        for total in _totals(group, hidden.get(code, []))
    )


def _totals(group: Sequence[FollowUpRow], hidden: Sequence[str]) -> Iterator[FollowUpRow]:
    categories = list(dict.fromkeys(row.category or "" for row in group))
    for source in dict.fromkeys(row.source for row in group if row.source):
        parts = [row for row in group if row.source == source]
        known = {row.category for row in parts}
        years = {(row.year, row.since) for row in parts}
        year, since = years.pop() if len(years) == 1 else (None, None)
        yield replace(
            parts[0],
            category=None,
            goal=_sum(row.goal for row in parts),
            outcome=_sum(row.outcome for row in parts),
            year=year,
            since=since,
            left_out=(*(name for name in categories if name not in known), *hidden),
        )


def _sum(values: Iterable[int | float | None]) -> int | float:
    return plain(sum((exact(value) for value in values if value is not None), exact(0)))


def _committee_rows(committee: Committee, compilation: Compilation) -> Iterator[FollowUpRow]:
    goals = _goals(compilation.plan.goals, committee)
    given = _latest(compilation.plan.outcomes, committee)
    rows = {row.category: row for row in compilation.rows if row.committee == committee}
    for category in dict.fromkeys((*rows, *goals, *given)):
        blank = FollowUpRow(committee, method_of(committee.method), category)
        row = rows.get(category)
        aims = goals.get(category, {})
        if not aims and category not in given:
            continue
        if row is None or row.masked:
            yield replace(blank, masked=True)
            continue
        outcomes = [*given.get(category, ()), *(outcomes_of(row, compilation.year) if aims else ())]
        for measure in MEASURES:
            yield from _measure_rows(blank, measure, aims, outcomes)


def _measure_rows(
    blank: FollowUpRow,
    measure: str,
    aims: Mapping[int, Measures],
    outcomes: Iterable[OutcomeNow],
) -> Iterator[FollowUpRow]:
    """One a goal and source; what is known of one of the two stands alone."""
    known = [
        replace(
            blank,
            measure=measure,
            outcome=_plain(value),
            source=outcome.source,
            year=outcome.year,
            since=outcome.since,
        )
        for outcome in outcomes
        if (value := getattr(outcome.measures, measure)) is not None
    ]
    goals = {
        to_year: goal
        for to_year, aimed in aims.items()
        if (goal := getattr(aimed, measure)) is not None
    }
    for to_year, goal in goals.items():
        for row in known or [replace(blank, measure=measure)]:
            yield replace(row, to_year=to_year, goal=_plain(goal))
    if not goals:
        yield from known


def _plain(value: float) -> int | float:
    return plain(exact(value))


def _goals(goals: Iterable[Goal], committee: Committee) -> dict[str, dict[int, Measures]]:
    """By category and year, summed to the committee (or the division that is compiled)."""
    summed: dict[str, dict[int, Measures]] = {}
    for goal in goals:
        if goal.owner.is_within(committee.code):
            years = summed.setdefault(goal.category, {})
            years[goal.to_year] = years.get(goal.to_year, Measures()) + goal.measures
    return {category: dict(sorted(years.items())) for category, years in summed.items()}


def _latest(outcomes: Iterable[Outcome], committee: Committee) -> dict[str, list[OutcomeNow]]:
    """The latest year of each category and source, summed to the committee."""
    summed: dict[tuple[str, str], dict[int, Measures]] = {}
    for outcome in outcomes:
        if outcome.owner.is_within(committee.code):
            years = summed.setdefault((outcome.category, outcome.source), {})
            years[outcome.year] = years.get(outcome.year, Measures()) + outcome.measures
    latest: dict[str, list[OutcomeNow]] = {}
    for (category, source), years in summed.items():
        year = max(years)
        latest.setdefault(category, []).append(OutcomeNow(source, year, years[year]))
    return latest
