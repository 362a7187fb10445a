"""Random cycles: committees with divisions, or without, of units and pools of any size."""

from dataclasses import replace

from hypothesis import strategies as st

from kfmodel.answers import Answers
from kfmodel.compilation.material import (
    Committee,
    CommitteeCategory,
    Dialogue,
    Division,
    Material,
    Projection,
)
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.settling import Settled
from tests.compilation.build import SUBMITTED_AT, dialogue, material

CATEGORIES = ("Sektionschef", "Psykolog")
METHODS = ("five-level", "three-level", "headcount-levels")
HEADS = (1, 2, 3, 4, 4.5, 5, 6, 7, 9, 12, 40)
_some = st.integers(min_value=0, max_value=2)
_places = st.integers(min_value=0, max_value=3)

ANSWERS = st.builds(
    Answers,
    need_2y=st.sampled_from((Need.LESS, Need.SAME, Need.MORE)),
    need_5y=st.just(Need.SAME),
    move_some_good=_some,
    move_good_high=_some,
    move_high_very_high=_some,
    severity=st.sampled_from((Severity.LESS_SERIOUS, Severity.SERIOUS)),
    likelihood=st.just(Likelihood.LOW),
)
SETTLED = Settled(
    Answers(
        need_2y=Need.MORE,
        need_5y=Need.MORE,
        level_some=-10,
        level_good=0,
        level_high=5,
        level_very_high=5,
        severity=Severity.SERIOUS,
        likelihood=Likelihood.HIGH,
    ),
    "Fler på väg",
    "Heda",
    SUBMITTED_AT,
)


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """One or two approved committees; what is answered, projected and settled differs."""
    dialogues: list[Dialogue] = []
    divisions: list[Division] = []
    projections: dict[CommitteeCategory, Projection] = {}
    committees = [
        Committee(f"N{n}", f"Nämnd {n}", draw(st.sampled_from(METHODS)))
        for n in range(1, draw(st.integers(min_value=1, max_value=2)) + 1)
    ]
    for committee in committees:
        own = [
            Division(f"{committee.code}-{n}", f"Avdelning {committee.code}-{n}", committee.code)
            for n in range(draw(_places))
        ]
        divisions += own
        for category in CATEGORIES[: draw(st.integers(min_value=1, max_value=2))]:
            for place in (None, *own):
                dialogues += draw(_groups(committee, place, category))
            projections |= draw(_projected(committee, own, category))
    given = material(
        *dialogues, committees=committees, categories=CATEGORIES, projections=projections
    )
    codes = [*(committee.code for committee in committees), *(d.code for d in divisions)]
    settled = [(code, c) for code in codes for c in CATEGORIES if draw(st.integers(0, 3)) == 0]
    return replace(
        given,
        divisions=tuple(divisions),
        settled=dict.fromkeys(settled, SETTLED),
        approved=frozenset(committee.code for committee in committees),
    )


@st.composite
def _groups(
    draw: st.DrawFn, committee: Committee, division: Division | None, category: str
) -> list[Dialogue]:
    """Up to three groups in one place; of two units where it is a pool."""
    place = division or committee
    return [
        dialogue(
            f"{place.code}.{n}",
            draw(st.sampled_from(HEADS)),
            draw(st.none() | ANSWERS),
            category=category,
            committee=committee,
            division_code=division.code if division else None,
            division_name=division.name if division else None,
            units=draw(st.integers(min_value=1, max_value=2)),
        )
        for n in range(draw(_places))
    ]


@st.composite
def _projected(
    draw: st.DrawFn, committee: Committee, divisions: list[Division], category: str
) -> dict[CommitteeCategory, Projection]:
    """For the committee, for its divisions and so their sum, or for nobody."""
    level = draw(st.sampled_from(("nobody", "committee", "divisions")))
    headcounts = st.sampled_from((0, 3, 4, 5, 8, 30))
    if level == "committee":
        return {(committee.code, category): Projection(draw(headcounts), -1, -2, 2, 1)}
    projected = [d for d in divisions if level == "divisions" and draw(st.booleans())]
    rows = {(d.code, category): Projection(draw(headcounts), -1, -2, 2, 1) for d in projected}
    if not rows:
        return {}
    many = len(rows)
    headcount = sum(row.headcount for row in rows.values())
    whole = Projection(headcount, -many, -2 * many, 2 * many, many)
    return {(committee.code, category): whole} | rows
