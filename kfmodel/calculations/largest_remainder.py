"""Whole numbers that keep the sum of the exact ones they are rounded from."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from kfmodel.calculations.exact import round_half_away


def largest_remainder(values: Sequence[Fraction]) -> tuple[int, ...]:
    """Each value rounded down or up, so that together they are their sum, rounded to a whole number
    with a half away from zero. The largest remainder is rounded up first, of equal ones the later.

    >>> largest_remainder([Fraction(51, 2), Fraction(42), Fraction(65, 2)])
    (25, 42, 33)
    """
    whole = [floor(value) for value in values]
    missing = round_half_away(sum(values, Fraction())) - sum(whole)
    places = range(len(whole))
    by_remainder = sorted(places, key=lambda place: (values[place] - whole[place], place))
    for place in by_remainder[len(whole) - missing :]:
        whole[place] += 1
    return tuple(whole)
