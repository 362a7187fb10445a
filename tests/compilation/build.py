"""Small builders of what a compilation is made from."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from kfmodel.answers import ANSWER_FIELDS, LEVELS, Answers
from kfmodel.compilation import CategoryRow, Compilation, compile_material
from kfmodel.compilation.material import (
    Committee,
    CommitteeCategory,
    Dialogue,
    Material,
    Projection,
)
from kfmodel.dialogue import AnsweredAs, Previous, Progress
from kfmodel.organisation import Counting
from kfmodel.scales import Likelihood, Need, Severity

ASN = Committee("ASN", "Arbetsmarknads- och socialnämnden", "five-level")
FSN = Committee("FSN", "Förskolenämnden", "five-level")
CATEGORY = "Sektionschef"
COMPILED_AT = datetime(2025, 10, 1, 6, 30, tzinfo=UTC)
SUBMITTED_AT = datetime(2025, 9, 30, 22, 30, tzinfo=UTC)
_ids = itertools.count(1)

COMPLETE = Answers(
    headcount_ok=True,
    need_2y=Need.MORE,
    need_5y=Need.SAME,
    move_some_good=0,
    move_good_high=0,
    move_high_very_high=0,
    severity=Severity.LESS_SERIOUS,
    likelihood=Likelihood.LOW,
)


def dialogue(
    unit: str,
    heads: float,
    answers: Answers | None = COMPLETE,
    *,
    category: str = CATEGORY,
    committee: Committee = ASN,
    **values: Any,
) -> Dialogue:
    """A dialogue of a unit, submitted by its manager where it has answers."""
    submitted = answers is not None
    given: dict[str, Any] = {
        "id": next(_ids),
        "committee_code": committee.code,
        "division_name": "Avdelningen för insatser",
        "organisation_code": unit,
        "organisation_name": f"Enhet {unit}",
        "category": category,
        "heads": heads,
        "units": 1,
        "progress": Progress.SUBMITTED if submitted else Progress.NOT_STARTED,
        "responsible": f"Chef {unit}",
        "changed_at": SUBMITTED_AT if submitted else None,
        "submitted_at": SUBMITTED_AT if submitted else None,
        "late": False,
        "answered_as": AnsweredAs.MANAGER if submitted else None,
        "answers": answers,
    }
    return Dialogue(**(given | values))


def projection(headcount: float, **values: float | None) -> Projection:
    """A projection without gap, turnover and retirements, unless they are given."""
    names = ("gap_2y", "gap_5y", "turnover_2y", "retirements_2y")
    return Projection(headcount, **{name: values.get(name) for name in names})


def material(
    *dialogues: Dialogue,
    committees: Sequence[Committee] = (ASN,),
    categories: Sequence[str] = (CATEGORY,),
    projections: Mapping[CommitteeCategory, Projection] | None = None,
    previous: Mapping[CommitteeCategory, Previous] | None = None,
    cycle: str = "Kompetensförsörjning 2025",
    **parts: Any,
) -> Material:
    """A cycle whose staffing is the heads of the dialogues."""
    staffing: dict[CommitteeCategory, float] = {}
    for row in dialogues:
        key = row.committee_code, row.category
        staffing[key] = staffing.get(key, 0) + row.heads
    return Material(
        cycle=cycle,
        year=2025,
        deadline_on=date(2025, 9, 30),
        measured_on=date(2025, 3, 31),
        counting=Counting.PEOPLE,
        source="Stadskontorets personalframskrivning",
        committees=tuple(committees),
        categories=tuple(categories),
        dialogues=dialogues,
        projections=projections or {},
        previous=previous or {},
        staffing=staffing,
        **parts,
    )


def compiled(*dialogues: Dialogue, **values: Any) -> Compilation:
    return compile_material(material(*dialogues, **values), COMPILED_AT)


def saying(row: CategoryRow, **values: Any) -> CategoryRow:
    """The row with other values; those of `Answers`, and `levels`, are what it says."""
    levels = values.pop("levels", None)
    given = {name: values.pop(name) for name in ANSWER_FIELDS if name in values}
    if levels is not None:
        given |= dict(zip(LEVELS, levels, strict=True))
    return replace(row, answers=replace(row.answers, **given), **values)
