"""What was achieved of a goal."""

from kfmodel.calculations.exact import Number
from kfmodel.calculations.share import share_pct


def percent_of_goal(achieved: Number, goal: Number) -> int | None:
    """Achieved / goal in whole percent, a half away from zero; None for a goal of 0.

    Negative where it went the wrong way, whether the goal was to grow or to shrink. Source: the
    follow-up tables of the published reports.

    >>> percent_of_goal(-1, 7), percent_of_goal(-3, -4), percent_of_goal(5, 0)
    (-14, 75, None)
    """
    return share_pct(achieved, goal)
