"""The sum of parts."""

from collections.abc import Sequence
from fractions import Fraction

from kfmodel.calculations import exact, plain
from kfmodel.compilation.explain.explanation import PartRow


def sum_of(parts: Sequence[PartRow]) -> int | float | None:
    """Of the numbers that stand last in each part; None where there is none."""
    values = [exact(part[-1]) for part in parts if isinstance(part[-1], int | float)]
    return plain(sum(values, Fraction())) if values else None
