"""The qualitative gap: how many people are missing at each competence level, in percentage points.

Levels stand in the order of the scale: Viss, God, Hög, Mycket hög. Missing is +, surplus is −.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

from kfmodel.calculations.exact import Number, exact
from kfmodel.calculations.largest_remainder import largest_remainder

LevelHeads = tuple[Fraction, Fraction, Fraction, Fraction]
"""Heads missing (+) or in surplus (−) at each level."""

Levels = tuple[int, int, int, int]
"""Whole percentage points, missing (+) or in surplus (−), at each level."""


@lru_cache(maxsize=8192)
def heads_of_moves(moves: tuple[Number, Number, Number]) -> LevelHeads:
    """What three moves (Viss→God, God→Hög, Hög→Mycket hög, in people) change at each level.

    >>> [int(heads) for heads in heads_of_moves((27, 54, 27))]
    [-27, -27, 27, 27]
    """
    to_good, to_high, to_very_high = (exact(move) for move in moves)
    return -to_good, to_good - to_high, to_high - to_very_high, to_very_high


def heads_of_points(points: Sequence[Number], heads: Number) -> LevelHeads:
    """What percentage points of a unit with this many heads are in heads."""
    some, good, high, very_high = (exact(point) * exact(heads) / 100 for point in points)
    return some, good, high, very_high


def level_shares(units: Iterable[tuple[Number, LevelHeads]]) -> Levels | None:
    """Many units' levels to one: heads summed, then shares of the heads that answered.

    `units` holds (heads of the unit, its level heads). Rounded to whole percentage points by
    largest remainder so that they sum to the rounded raw sum, which is 0 where every unit's do; a
    half rounds away from zero, of equal remainders the higher level (the greater need) goes first.
    None where no heads answered.

    >>> level_shares([(271, heads_of_moves((27, 54, 27)))])
    (-10, -10, 10, 10)
    """
    heads, level_heads = Fraction(), [Fraction()] * 4
    for unit_heads, unit_levels in units:
        heads += exact(unit_heads)
        level_heads = [total + part for total, part in zip(level_heads, unit_levels, strict=True)]
    if heads == 0:
        return None
    some, good, high, very_high = largest_remainder([100 * level / heads for level in level_heads])
    return some, good, high, very_high
