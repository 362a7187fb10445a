"""What moved since the last cycle."""

from enum import StrEnum

from kfmodel.scales import ScaleValue, rank


class Change(StrEnum):
    """Direction on the scale: up is more, more severe, likelier."""

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
    step = rank(current) - rank(previous)
    return Change.SAME if step == 0 else Change.UP if step > 0 else Change.DOWN
