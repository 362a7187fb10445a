"""What a need answer means in people."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from kfmodel.calculations.exact import Number, exact, round_half_away
from kfmodel.methods import Band


@dataclass(frozen=True, slots=True)
class PeopleRange:
    """From `low` to `high` people; an end that is None is open ("minst", "högst")."""

    low: int | None
    high: int | None

    def __add__(self, other: "PeopleRange") -> "PeopleRange":
        """Both together; an open end leaves the sum open."""
        return PeopleRange(_sum(self.low, other.low), _sum(self.high, other.high))

    def __mul__(self, times: int) -> "PeopleRange":
        """So many of them together."""
        low, high = self.low, self.high
        return PeopleRange(
            None if low is None else low * times, None if high is None else high * times
        )


def people_range(baseline_heads: Number, band: Band) -> PeopleRange:
    """A band around the baseline in whole people, never fewer than none.

    A closed band's ends go to the nearest whole person. An open band's only end goes outward:
    "minst" is rounded up, "högst" down, so that it never says less than the band does.

    >>> people_range(7.125, Band(from_pct=10, to_pct=20))
    PeopleRange(low=8, high=9)
    >>> people_range(7.125, Band(from_pct=30)), people_range(7.125, Band(to_pct=-30))
    (PeopleRange(low=10, high=None), PeopleRange(low=None, high=4))
    """
    low = _changed(baseline_heads, band.from_pct)
    high = _changed(baseline_heads, band.to_pct)
    if low is None:
        return PeopleRange(None, None if high is None else max(0, floor(high)))
    if high is None:
        return PeopleRange(max(0, ceil(low)), None)
    return PeopleRange(max(0, round_half_away(low)), max(0, round_half_away(high)))


def _changed(baseline_heads: Number, pct: int | None) -> Fraction | None:
    return None if pct is None else exact(baseline_heads) * (100 + pct) / 100


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
