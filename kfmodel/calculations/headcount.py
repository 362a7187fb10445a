"""A group's headcount, as the heads counted at each level say it is."""

from math import ceil, floor
from typing import Any

from kfmodel.answers import HeadsByLevel


def headcount_counted(now: HeadsByLevel | None, heads: float) -> dict[str, Any]:
    """The answers on the headcount that follow from counting: a sum other than HR's number is a
    deviation. Where HR counts årsarbetare (9.6), the whole numbers on either side fit.

    >>> headcount_counted((3, 4, 2, 1), 9.6)
    {'headcount_ok': True, 'headcount_actual': None}
    >>> headcount_counted((3, 4, 2, 2), 10)
    {'headcount_ok': False, 'headcount_actual': 11}
    """
    if now is None:
        return {"headcount_ok": None, "headcount_actual": None}
    fits = floor(heads) <= sum(now) <= ceil(heads)
    return {"headcount_ok": fits, "headcount_actual": None if fits else sum(now)}
