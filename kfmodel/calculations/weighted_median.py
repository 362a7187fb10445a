"""Many ordinal answers to one."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import TypeVar

from kfmodel.calculations.exact import Number, exact
from kfmodel.scales import ScaleValue, rank

Value = TypeVar("Value", bound=ScaleValue)


def weighted_median(answers: Iterable[tuple[Value, Number]]) -> Value | None:
    """The value in the middle when every head answers as its unit did.

    At an exact tie the later on the scale: the greater need, the more severe, the likelier.
    None where nobody with a weight has answered. Raises ValueError for a negative weight.

    >>> from kfmodel.scales import Need
    >>> weighted_median([(Need.SAME, 7), (Need.MORE, 7)]).name
    'MORE'
    """
    weights: defaultdict[Value, Fraction] = defaultdict(Fraction)
    for (value, weight), times in Counter(answers).items():  # many units are alike
        if weight < 0:
            raise ValueError(f"negative weight {weight}")
        weights[value] += exact(weight) * times
    half = sum(weights.values(), Fraction()) / 2
    below = Fraction()
    for value in sorted(weights, key=rank):
        below += weights[value]
        if below > half:
            return value
    return None
