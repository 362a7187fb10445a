"""From dialogues and projection to one row a committee and category."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from kfmodel.calculations import (
    Levels,
    exact,
    level_shares,
    plain,
    recruitment_need,
    share_pct,
)
from kfmodel.compilation.assessed_need import assessed_need
from kfmodel.compilation.compilation import CategoryRow, DialogueRow
from kfmodel.compilation.given import given, level_heads, median
from kfmodel.compilation.hidden import HiddenGroups
from kfmodel.compilation.material import Committee, CommitteeCategory, Material, Projection
from kfmodel.compilation.suppression import COMMITTEE, Hidden
from kfmodel.methods import method_of

NOT_PROJECTED = Projection(0, None, None, None, None)


def dialogue_rows(material: Material, hidden: HiddenGroups) -> Iterator[DialogueRow]:
    """Every dialogue, with the method of its committee and whether it is hidden."""
    committees = {committee.code: committee for committee in material.committees}
    for dialogue in material.dialogues:
        committee = committees[dialogue.committee_code]
        method = method_of(committee.method)
        found = hidden[committee.code, dialogue.category]
        small = COMMITTEE in found.rows or dialogue.heads < method.smallest_group
        yield DialogueRow(committee, method, dialogue, small, masked=dialogue.id in found.units)


def category_rows(
    material: Material, dialogues: Iterable[DialogueRow], hidden: HiddenGroups
) -> Iterator[CategoryRow]:
    """One row for each committee and category that is asked or projected, in HR's order."""
    asked: defaultdict[CommitteeCategory, list[DialogueRow]] = defaultdict(list)
    for row in dialogues:
        asked[row.committee.code, row.dialogue.category].append(row)
    for committee in material.committees:
        for category in material.categories:
            key = committee.code, category
            if key in asked or key in material.projections:
                yield _category_row(material, committee, category, asked.get(key, ()), hidden[key])


def _category_row(
    material: Material,
    committee: Committee,
    category: str,
    dialogues: Sequence[DialogueRow],
    hidden: Hidden,
) -> CategoryRow:
    key = committee.code, category
    method = method_of(committee.method)
    projection = material.projections.get(key, NOT_PROJECTED)
    answers_hidden = COMMITTEE in hidden.answers
    summed = () if answers_hidden else dialogues
    needs_2y = given(summed, lambda answers: answers.need_2y)
    needs_5y = given(summed, lambda answers: answers.need_5y)
    return CategoryRow(
        committee=committee,
        method=method,
        category=category,
        dialogues=tuple(dialogues),
        headcount=plain(exact(_headcount(material, key))),
        staffed_heads=_whole(material.staffing.get(key)),
        gap_2y=_whole(projection.gap_2y),
        gap_5y=_whole(projection.gap_5y),
        turnover_2y=_whole(projection.turnover_2y),
        retirements_2y=_whole(projection.retirements_2y),
        recruitment_2y=_recruitment(projection),
        masked=COMMITTEE in hidden.rows,
        answers_hidden=answers_hidden,
        staffing_hidden=COMMITTEE in hidden.staffing,
        need_2y=median(needs_2y),
        need_5y=median(needs_5y),
        levels=_levels(summed),
        severity=median(given(summed, lambda answers: answers.severity)),
        likelihood=median(given(summed, lambda answers: answers.likelihood)),
        assessed_2y=assessed_need(needs_2y, method, projection.headcount, projection.gap_2y),
        assessed_5y=assessed_need(needs_5y, method, projection.headcount, projection.gap_5y),
        heads_answered_pct=_heads_answered_pct(dialogues),
    )


def _whole(value: float | None) -> int | float | None:
    return None if value is None else plain(exact(value))


def _headcount(material: Material, key: CommitteeCategory) -> float:
    """Heads of a category in a committee: as projected, else as staffed."""
    projection = material.projections.get(key)
    return projection.headcount if projection else material.staffing.get(key, 0)


def _levels(dialogues: Iterable[DialogueRow]) -> Levels | None:
    units = (
        (row.dialogue.heads, level_heads(row.dialogue.answers, row.dialogue.heads))
        for row in dialogues
        if row.dialogue.answers
    )
    return level_shares((heads, levels) for heads, levels in units if levels is not None)


def _recruitment(projection: Projection) -> int | float | None:
    gap, turnover = projection.gap_2y, projection.turnover_2y
    retirements = projection.retirements_2y
    if gap is None or turnover is None or retirements is None:
        return None
    return recruitment_need(gap, turnover, retirements)


def _heads_answered_pct(dialogues: Sequence[DialogueRow]) -> int | None:
    asked = sum((exact(row.dialogue.heads) for row in dialogues), Fraction())
    answered = (exact(row.dialogue.heads) for row in dialogues if row.submitted)
    return share_pct(sum(answered, Fraction()), asked)
