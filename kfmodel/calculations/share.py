"""A part of a whole, in whole percent."""

from fractions import Fraction

from kfmodel.calculations.exact import Number, exact, round_half_away


def share_pct(part: Number, whole: Number) -> int | None:
    """Whole percent, a half away from zero; None where the whole is 0.

    >>> share_pct(1, 8), share_pct(0, 0)
    (13, None)
    """
    if whole == 0:
        return None
    return round_half_away(Fraction(100) * exact(part) / exact(whole))
