"""Which kind of gap a category has, and what its managers say of it in words."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from kfmodel.answers import Answers
from kfmodel.compilation.compilation import CategoryRow, DialogueRow
from kfmodel.scales import Need


class GapKind(StrEnum):
    """Kvantitativt: more or fewer people. Kompetensspecifikt: abilities that the group lacks."""

    QUANTITATIVE = "quantitative"
    SPECIFIC = "specific"


def specific_gap(answers: Answers) -> str | None:
    return answers.specific_gap


def comment(answers: Answers) -> str | None:
    return answers.comment


def gap_kinds(row: CategoryRow) -> tuple[GapKind, ...] | None:
    """Both, either or none of them; None where nothing is shown of what was answered."""
    needs = {need for need in (row.need_2y, row.need_5y) if need is not None}
    if not needs:
        return None
    kinds = [GapKind.QUANTITATIVE] if needs - {Need.SAME} else []
    return (*kinds, GapKind.SPECIFIC) if row.has_specific_gap else tuple(kinds)


def joined(dialogues: Iterable[DialogueRow], text: Callable[[Answers], str | None]) -> str | None:
    """What the units say, each on a line of its own after its name; the words alone where there is
    only one unit."""
    asked = list(dialogues)
    said = [
        (row.dialogue.organisation_name, words)
        for row in asked
        if row.dialogue.answers and (words := (text(row.dialogue.answers) or "").strip())
    ]
    if len(asked) == 1:
        return said[0][1] if said else None
    return "\n".join(f"{name}: {words}" for name, words in said) or None
