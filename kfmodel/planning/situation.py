"""How a manager stands when a message leaves, which decides its text."""

from collections.abc import Sequence

from kfmodel.delivery import Kind, Situation
from kfmodel.dialogue import Progress
from kfmodel.planning.message import Item

_OF_KIND = {
    Kind.LAST_DAY: Situation.LAST_DAY,
    Kind.OVERDUE: Situation.OVERDUE,
    Kind.RETURNED: Situation.RETURNED,
}


def situation_of(kind: Kind, items: Sequence[Item], asked: int) -> Situation | None:
    """None for an invitation, which is the same to all. `items` are what is left of `asked`."""
    if kind is Kind.INVITATION or kind in _OF_KIND:
        return _OF_KIND.get(kind)
    if any(item.comment for item in items):
        return Situation.RETURNED
    begun = any(item.progress is Progress.IN_PROGRESS for item in items)
    return Situation.STALLED if begun or len(items) < asked else Situation.NOT_STARTED


def most_urgent_first(items: Sequence[Item]) -> tuple[Item, ...]:
    """Returned, begun, not begun; else as they come."""
    return tuple(
        sorted(items, key=lambda i: (i.comment is None, i.progress is not Progress.IN_PROGRESS))
    )
