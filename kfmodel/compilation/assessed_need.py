"""The need that the units' answers come to, in people. Stands beside the gap, never in it."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from kfmodel.answers import HeadsByLevel
from kfmodel.calculations import PeopleRange, exact, implied_need, people_range
from kfmodel.methods import Method, method_of
from kfmodel.scales import Need


def assessed_need(
    needs: Sequence[tuple[Need | None, float]],
    method: Method,
    headcount: float,
    gap: float | None,
) -> PeopleRange | None:
    """Sum of what every unit's answer means in people, on the method's baseline.

    `headcount` and `gap` are the committee's, as projected.

    None until every unit has answered, and where the baseline is a projection that is missing.
    """
    total = PeopleRange(0, 0)
    for (need, heads), times in Counter(needs).items():  # many units are alike
        people = _in_people(need, heads, method.id, headcount, gap)
        if people is None:
            return None
        total += people * times
    return total if needs else None


@lru_cache(maxsize=65_536)  # a division's units are its committee's as well
def _in_people(
    need: Need | None, heads: float, method_id: str, headcount: float, gap: float | None
) -> PeopleRange | None:
    method = method_of(method_id)
    baseline = _baseline(heads, method, headcount, gap)
    if need is None or baseline is None:
        return None
    return people_range(baseline, method.need_band(need))


def counted_need(units: Sequence[HeadsByLevel | None]) -> PeopleRange | None:
    """The heads that every unit needs, summed; None until every unit has counted."""
    heads = [sum(unit) for unit in units if unit is not None]
    if not units or len(heads) < len(units):
        return None
    return PeopleRange(sum(heads), sum(heads))


def _baseline(heads: float, method: Method, headcount: float, gap: float | None) -> Fraction | None:
    if method.baseline == "today":
        return exact(heads)
    if gap is None or headcount == 0:
        return None
    return implied_need(heads, gap, headcount)
