"""How much of the committee has answered, what is missing and what is not shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from kfmodel.calculations import exact, share_pct
from kfmodel.compilation.compilation import CategoryRow, DialogueRow
from kfmodel.compilation.material import Committee
from kfmodel.compilation.report.sentences.language import (
    ANSWER,
    CATEGORY,
    COMMITTEE,
    DIVISION,
    UNIT,
    counted,
    listed,
    named,
    number,
    percent,
)
from kfmodel.counted import as_counted
from kfmodel.organisation import Counting


def who_was_asked(dialogues: Sequence[DialogueRow]) -> str | None:
    """How many units and categories, and the divisions by name."""
    if not dialogues:
        return None
    units = len({row.dialogue.organisation_code for row in dialogues})
    categories = len({row.dialogue.category for row in dialogues})
    divisions = list(dict.fromkeys(filter(None, (r.dialogue.division_name for r in dialogues))))
    where = f" i {named(divisions, DIVISION)}" if divisions else ""
    return (
        f"Frågorna har ställts till chefer för {counted(units, UNIT)}{where}. De gäller "
        f"{counted(categories, CATEGORY)}."
    )


def answers_given(dialogues: Sequence[DialogueRow]) -> str:
    """How many answers of those asked for have been submitted."""
    asked, given = len(dialogues), sum(row.submitted for row in dialogues)
    if not asked:
        return "Ingen chef är tillfrågad."
    if asked == 1:
        return f"Det enda svaret är {'' if given else 'inte '}inlämnat."
    if given == asked:
        return f"Alla {number(asked)} svar är inlämnade."
    if given > 1:
        return f"{number(given)} av {number(asked)} svar är inlämnade."
    return f"{'Ett' if given else 'Inget'} av {number(asked)} svar är inlämnat."


def committees_approved(approved: Sequence[Committee], waiting: Sequence[Committee]) -> str:
    """Whose compilations the city's is made of, and whose are missing."""
    if not approved:
        told = "Ingen nämnd har godkänt sin sammanställning ännu."
    else:
        names = named([committee.name for committee in approved], COMMITTEE)
        made = _made(approved, "den godkända sammanställningen", "godkända sammanställningar")
        told = f"Rapporten bygger på {made} från {names}."
    if not waiting:
        return told
    missing = named([committee.name for committee in waiting], COMMITTEE)
    left = _made(
        waiting,
        "Sammanställning som ännu inte är godkänd",
        "Sammanställningar som ännu inte är godkända",
    )
    return f"{told} {left}: {missing}."


def _made(committees: Sequence[Committee], one: str, many: str) -> str:
    return one if len(committees) == 1 else many


def heads_answered(rows: Sequence[CategoryRow], counting: Counting | None = None) -> str | None:
    """The share of the employees whose managers have answered, over the categories shown."""
    asked = _heads(row for category in rows for row in category.dialogues)
    answered = _heads(row for category in rows for row in category.submitted)
    share = share_pct(answered, asked)
    if not share:
        return None
    covered = "samtliga medarbetare" if answered == asked else f"{percent(share)} av medarbetarna"
    return as_counted(f"Svaren omfattar {covered} i de yrkeskategorier som ingår.", counting)


def _heads(dialogues: Iterable[DialogueRow]) -> Fraction:
    return sum((exact(row.dialogue.heads) for row in dialogues), Fraction())


def missing_by_division(dialogues: Sequence[DialogueRow]) -> str | None:
    """How many answers are missing in each division."""
    missing = Counter(row.dialogue.division_name for row in dialogues if not row.submitted)
    told = [
        f"{counted(count, ANSWER)} {f'från {division}' if division else 'direkt under nämnden'}"
        for division, count in missing.items()
    ]
    return f"Det saknas {listed(told)}." if told else None


def without_answers(rows: Sequence[CategoryRow]) -> str | None:
    """The categories for which nobody has answered, while others have."""
    silent = [row.category for row in rows if not row.submitted]
    if not silent or len(silent) == len(rows):
        return None
    return f"Inget svar finns ännu för {named(silent)}."


def sums_cover(shown: int, total: int) -> str | None:
    """That sums leave out the categories that are not shown."""
    hidden = total - shown
    if not hidden:
        return None
    return (
        f"Summor i texten gäller de yrkeskategorier som redovisas; {counted(hidden, CATEGORY)} "
        "redovisas inte eftersom gruppen är för liten."
    )
