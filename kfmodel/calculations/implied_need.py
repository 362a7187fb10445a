"""A unit's projected need, implied by its committee's."""

from fractions import Fraction

from kfmodel.calculations.exact import Number, exact


def implied_need(unit_heads: Number, gap: Number, committee_headcount: Number) -> Fraction:
    """The people a unit needs by the projection: unit heads × (1 − gap / committee headcount).

    Exact, so that rounding a band of it never misses a half; `float()` it to print. Raises
    ZeroDivisionError where the committee has nobody. The project's own reading: the projection says
    nothing below the committee.

    >>> float(implied_need(7, gap=-3, committee_headcount=168))
    7.125
    """
    return exact(unit_heads) * (1 - exact(gap) / exact(committee_headcount))
