"""Exact arithmetic: heads may be full-time equivalents with decimals, and no half may be lost."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

Number = int | float | Decimal | Fraction


@lru_cache(maxsize=8192)
def exact(value: Number) -> Fraction:
    """The number as it is written: 0.1 is one tenth. Raises ValueError for nan and infinity.

    >>> exact(0.1) + exact(0.2)
    Fraction(3, 10)
    """
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def exact_sum(values: Iterable[Number]) -> Fraction:
    """The sum of the numbers as they are written.

    >>> exact_sum([0.1, 0.1, 0.1])
    Fraction(3, 10)
    """
    alike = Counter(values)  # a thousand units have a few dozen sizes
    return sum((exact(value) * times for value, times in alike.items()), Fraction())


def plain(value: Fraction) -> int | float:
    """A number to store or print: whole where it is whole.

    >>> plain(Fraction(52)), plain(Fraction(57, 8))
    (52, 7.125)
    """
    return value.numerator if value.denominator == 1 else float(value)


def round_half_away(value: Fraction) -> int:
    """Nearest whole number, a half away from zero.

    >>> [round_half_away(Fraction(n, 2)) for n in (-3, -1, 1, 3)]
    [-2, -1, 1, 2]
    """
    half = Fraction(1, 2)
    return floor(value + half) if value >= 0 else ceil(value - half)
