"""From dialogues and projection to one row a committee, or a division, and category."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kfmodel.calculations import exact, exact_sum, plain, recruitment_need, share_pct
from kfmodel.compilation.compilation import CategoryRow, DialogueRow
from kfmodel.compilation.hidden import HiddenGroups
from kfmodel.compilation.judged import HIDDEN, judged
from kfmodel.compilation.material import Committee, CommitteeCategory, Material, Projection
from kfmodel.compilation.suppression import COMMITTEE
from kfmodel.compilation.voices import SettledDivisions, all_speak
from kfmodel.methods import method_of

NOT_PROJECTED = Projection(0, None, None, None, None)


Asked = Mapping[CommitteeCategory, Sequence[DialogueRow]]
"""By the code of the owner and category."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose rows: a committee's own (`place` is COMMITTEE), or those of one of its divisions."""

    owner: Committee
    committee: Committee
    place: str = COMMITTEE


def category_rows(
    material: Material, owners: Iterable[Whose], asked: Asked, hidden: HiddenGroups
) -> Iterator[CategoryRow]:
    """One row for each owner and category that is asked or projected, in HR's order."""
    for whose in owners:
        for category in material.categories:
            key = whose.owner.code, category
            if key in asked or key in material.projections:
                yield _row(material, whose, category, asked.get(key, ()), hidden)


def _row(
    material: Material,
    whose: Whose,
    category: str,
    dialogues: Sequence[DialogueRow],
    hidden: HiddenGroups,
) -> CategoryRow:
    key, at_committee = (whose.owner.code, category), (whose.committee.code, category)
    method = method_of(whose.committee.method)
    projection = material.projections.get(key, NOT_PROJECTED)
    baseline = material.projections.get(at_committee)
    settlement = material.settled.get(key)
    below = {} if whose.place else _settled_below(material, category, dialogues)
    found, said = hidden[at_committee], HIDDEN
    if not (answers_hidden := whose.place in found.answers):
        said = judged(dialogues, below, settlement, method, baseline or NOT_PROJECTED)
    told = [row.dialogue.answers for row in dialogues if row.dialogue.answers and not row.masked]
    return CategoryRow(
        committee=whose.owner,
        method=method,
        category=category,
        dialogues=tuple(dialogues),
        headcount=_headcount(material, key, dialogues),
        staffed_heads=_whole(material.staffing.get(key)),
        gap_2y=_whole(projection.gap_2y),
        gap_5y=_whole(projection.gap_5y),
        turnover_2y=_whole(projection.turnover_2y),
        retirements_2y=_whole(projection.retirements_2y),
        recruitment_2y=_recruitment(projection),
        masked=whose.place in found.rows,
        answers_hidden=answers_hidden,
        staffing_hidden=whose.place in found.staffing,
        answers=said.answers,
        compiled=said.compiled,
        voices=said.voices,
        assessed_2y=said.assessed_2y,
        assessed_5y=said.assessed_5y,
        heads_answered_pct=_heads_answered_pct(dialogues),
        all_speak=all_speak(dialogues, below),
        projected=key in material.projections,
        baseline=baseline,
        has_specific_gap=any((answers.specific_gap or "").strip() for answers in told),
        has_activity=any(answers.activities for answers in told),
        settlement=settlement,
    )


def _settled_below(
    material: Material, category: str, dialogues: Iterable[DialogueRow]
) -> SettledDivisions:
    """What the divisions of those who are asked have settled."""
    codes = {row.dialogue.division_code for row in dialogues} - {None}
    return {
        code: settled
        for code in codes
        if code and (settled := material.settled.get((code, category)))
    }


def _whole(value: float | None) -> int | float | None:
    return None if value is None else plain(exact(value))


def _headcount(
    material: Material, key: CommitteeCategory, dialogues: Iterable[DialogueRow]
) -> int | float:
    """As projected, else as staffed; a division's staffing is that of the groups asked in it."""
    if projection := material.projections.get(key):
        return plain(exact(projection.headcount))
    staffed = material.staffing.get(key)
    return _heads(dialogues) if staffed is None else plain(exact(staffed))


def _heads(dialogues: Iterable[DialogueRow]) -> int | float:
    return plain(exact_sum(row.dialogue.heads for row in dialogues))


def _recruitment(projection: Projection) -> int | float | None:
    gap, turnover = projection.gap_2y, projection.turnover_2y
    retirements = projection.retirements_2y
    if gap is None or turnover is None or retirements is None:
        return None
    return recruitment_need(gap, turnover, retirements)


def _heads_answered_pct(dialogues: Sequence[DialogueRow]) -> int | None:
    return share_pct(_heads(row for row in dialogues if row.submitted), _heads(dialogues))
