"""What is hidden beside the groups that are too small, so that nothing can be worked out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kfmodel.compilation.compilation import DialogueRow
from kfmodel.compilation.material import CommitteeCategory


def covering(dialogues: Iterable[DialogueRow]) -> frozenset[int]:
    """Ids of the dialogues whose answers are hidden to cover a masked one.

    The category's row less the units shown beside it would give a small group's answer away. Where
    those masked are too few heads even together, the smallest other answer is hidden with them.
    """
    categories: defaultdict[CommitteeCategory, list[DialogueRow]] = defaultdict(list)
    for row in dialogues:
        if row.submitted:
            categories[row.committee.code, row.dialogue.category].append(row)
    found = (_covering(rows) for rows in categories.values())
    return frozenset(row.dialogue.id for row in found if row is not None)


def _covering(answered: Sequence[DialogueRow]) -> DialogueRow | None:
    masked = [row for row in answered if row.masked]
    shown = [row for row in answered if not row.masked]
    if not masked or not shown or enough_answered(masked, masked[0].method.smallest_group):
        return None
    return min(shown, key=lambda row: row.dialogue.heads)


def enough_answered(dialogues: Iterable[DialogueRow], smallest_group: int) -> bool:
    """Whether so many heads have answered that what they come to tells of no small group."""
    return sum(row.dialogue.heads for row in dialogues if row.submitted) >= smallest_group
