"""What moved since the last cycle."""

from enum import StrEnum

from kfmodel.calculations.exact import Number, exact
from kfmodel.scales import ScaleValue, rank


class Change(StrEnum):
    """Direction: up is a greater need, more severe, likelier."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


def change(previous: ScaleValue | None, current: ScaleValue | None) -> Change | None:
    """Direction from one cycle to the next; None where either is unknown ("uppgift saknas").

    >>> from kfmodel.scales import Severity
    >>> change(Severity.NOT_SERIOUS, Severity.SERIOUS)
    <Change.UP: 'up'>
    """
    if previous is None or current is None:
        return None
    return _direction(rank(current) - rank(previous))


def change_of_missing(previous: Number | None, current: Number | None) -> Change | None:
    """Direction of a number of which more means that more is missing: percentage points of a level,
    or people short. A gap (available − needed) is people short with the other sign.

    >>> change_of_missing(3, 5), change_of_missing(-10, -10)
    (<Change.UP: 'up'>, <Change.SAME: 'same'>)
    """
    if previous is None or current is None:
        return None
    return _direction(exact(current) - exact(previous))


def _direction(step: Number) -> Change:
    return Change.SAME if step == 0 else Change.UP if step > 0 else Change.DOWN
