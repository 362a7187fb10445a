"""What the last cycle estimated for this year, and how many people there then came to be."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kfmodel.answers import HeadsByLevel
from kfmodel.calculations import PeopleRange, exact, people_range, plain
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.material import Committee
from kfmodel.methods import Method
from kfmodel.scales import Need


class AgainstEstimate(StrEnum):
    """The headcount of this year against the need that was estimated for it."""

    FEWER = "fewer"
    AS_ESTIMATED = "as_estimated"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """`need` and `gap` are the earlier cycle's for this year; `expected` is what they meant in
    people. Whatever the earlier cycle did not say, or did not say for this year, is None."""

    committee: Committee
    method: Method
    category: str
    masked: bool
    headcount: int | float
    year: int | None = None
    headcount_then: int | float | None = None
    gap: int | float | None = None
    need: Need | None = None
    expected: PeopleRange | None = None

    @property
    def difference(self) -> int | float | None:
        """People more or fewer than then."""
        if self.headcount_then is None:
            return None
        return plain(exact(self.headcount) - exact(self.headcount_then))

    @property
    def outcome(self) -> AgainstEstimate | None:
        """None where nothing was estimated; an open end takes any number."""
        if self.expected is None:
            return None
        low, high = self.expected.low, self.expected.high
        if low is not None and self.headcount < low:
            return AgainstEstimate.FEWER
        if high is not None and self.headcount > high:
            return AgainstEstimate.MORE
        return AgainstEstimate.AS_ESTIMATED


_BY_HORIZON = {2: ("need_2y", "gap_2y"), 5: ("need_5y", "gap_5y")}


def estimate_row(row: CategoryRow, year: int) -> EstimateRow:
    """The category's estimate for `year`, the cycle's own, made two or five years before."""
    estimate = EstimateRow(row.committee, row.method, row.category, row.masked, row.headcount)
    previous = row.previous
    if previous is None or year - previous.year not in _BY_HORIZON:
        return estimate
    need_name, gap_name = _BY_HORIZON[year - previous.year]
    need: Need | None = getattr(previous, need_name)
    estimate = replace(estimate, year=previous.year, need=need)
    if row.earlier is None or row.earlier.year != previous.year:
        return estimate
    then = row.earlier.row
    gap: int | float | None = getattr(then, gap_name)
    if then.method.counts_heads():
        expected = _counted(then.answers.heads_needed(year - previous.year))
    else:
        expected = None if need is None else _expected(then, need, gap)
    return replace(estimate, headcount_then=then.headcount, gap=gap, expected=expected)


def _counted(heads: HeadsByLevel | None) -> PeopleRange | None:
    """A method that counts heads says exactly how many."""
    return None if heads is None else PeopleRange(sum(heads), sum(heads))


def _expected(then: CategoryRow, need: Need, gap: int | float | None) -> PeopleRange | None:
    """The need's band around the method's baseline; the projected need is headcount − gap."""
    if then.method.baseline == "today":
        return people_range(then.headcount, then.method.need_band(need))
    if gap is None:
        return None
    return people_range(exact(then.headcount) - exact(gap), then.method.need_band(need))
