"""A part of a whole, in whole percent."""

from collections.abc import Sequence
from fractions import Fraction

from kfmodel.calculations.exact import Number, exact, round_half_away
from kfmodel.calculations.largest_remainder import largest_remainder


def share_pct(part: Number, whole: Number) -> int | None:
    """Whole percent, a half away from zero; None where the whole is 0.

    >>> share_pct(1, 8), share_pct(0, 0)
    (13, None)
    """
    if whole == 0:
        return None
    return round_half_away(Fraction(100) * exact(part) / exact(whole))


def shares_pct(parts: Sequence[Number]) -> tuple[int | None, ...]:
    """Each part of their sum in whole percent, together 100: the largest remainder is rounded up
    first, of equal ones the later part. None for each where the sum is 0.

    >>> shares_pct([51, 84, 65]), shares_pct([1, 1, 1]), shares_pct([0])
    ((25, 42, 33), (33, 33, 34), (None,))
    """
    exactly = [exact(part) for part in parts]
    whole = sum(exactly, Fraction())
    if whole == 0:
        return (None,) * len(exactly)
    return largest_remainder([100 * part / whole for part in exactly])
