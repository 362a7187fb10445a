"""Moves of a method that counts heads: how many more or fewer are needed at each level."""

from kfmodel.answers import HeadsByLevel


def level_moves(now: HeadsByLevel, needed: HeadsByLevel) -> HeadsByLevel:
    """Heads needed − heads now at each level. They sum to the increase (negative: a decrease); the
    positive ones are the moves to that level.

    >>> level_moves(now=(40, 30, 20, 10), needed=(4, 35, 45, 30))
    (-36, 5, 25, 20)
    """
    some, good, high, very_high = (
        after - before for before, after in zip(now, needed, strict=True)
    )
    return some, good, high, very_high
