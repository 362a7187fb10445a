"""Places and categories to settle, in the states that look different."""

from dataclasses import replace
from datetime import UTC, datetime

from dialogs.returning import COMMENT
from dialogs.screen import Notice, Problem
from dialogs.settling_screen import (
    CategoriesToSettle,
    OneCategory,
    PlacesToSettle,
    SettlingScreen,
)
from kfmodel.answers import Answers
from kfmodel.compilation.proposal import basis, proposed
from kfmodel.compilation.voice import Voice
from kfmodel.methods import Method, method_of
from kfmodel.organisation import OrganisationKind
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.settling import Actor, Settled, Standing, values_to_settle
from kfmodel.to_settle import (
    CategoryToSettle,
    Decided,
    DivisionToSettle,
    FromDivision,
    Group,
    Place,
)

AT = datetime(2025, 10, 20, 8, 30, tzinfo=UTC)
FIVE = method_of("five-level")
HEADS = method_of("headcount-levels")
THREE = method_of("three-level")
COMMITTEE = Place(
    id=1,
    code="ASN",
    name="Arbetsmarknads- och socialnämnden",
    kind=OrganisationKind.COMMITTEE,
    committee_id=1,
    cycle_id=1,
    cycle="Kompetensförsörjning 2025",
    year=2025,
    method=FIVE,
    actors=frozenset({Actor.COMMITTEE_HR}),
    standing=Standing.OPEN,
    approved=None,
    revision=4,
)
DIVISION = replace(
    COMMITTEE,
    id=2,
    code="A",
    name="Utredning",
    kind=OrganisationKind.DIVISION,
    actors=frozenset({Actor.DIVISION_HEAD}),
)
APPROVED = replace(
    COMMITTEE, standing=Standing.APPROVED, approved=Decided("Helena Ryding", AT), revision=9
)
LESS = Answers(
    need_2y=Need.SAME,
    need_5y=Need.MORE,
    move_some_good=2,
    move_good_high=1,
    move_high_very_high=0,
    severity=Severity.LESS_SERIOUS,
    likelihood=Likelihood.LOW,
    comment="Vi är *få* och det märks på kvällar och helger",
)
SERIOUS = replace(
    LESS, need_2y=Need.MUCH_MORE, severity=Severity.SERIOUS, specific_gap="Samtalsmetodik"
)
OF_2018 = Answers(
    now_some=3,
    now_good=4,
    now_high=2,
    now_very_high=1,
    need_2y_some=1,
    need_2y_good=5,
    need_2y_high=3,
    need_2y_very_high=2,
    need_5y_some=0,
    need_5y_good=5,
    need_5y_high=4,
    need_5y_very_high=2,
    severity_operations=Severity.SERIOUS,
    severity_work_environment=Severity.OTHER,
)


def group(number: int, answers: Answers | None, heads: float = 12, **values: object) -> Group:
    one = Group(
        dialogue_id=number,
        revision=3,
        code=f"E{number}",
        organisation=f"Enheten för mottagning {number}",
        organisation_id=10 + number,
        division_id=2,
        heads=heads,
        standing=Standing.SUBMITTED if answers else Standing.OPEN,
        answers=answers,
        small=heads < 5,
    )
    return replace(one, **values)  # type: ignore[arg-type]  # only tests of this file give values


GROUPS = (group(1, LESS, 20), group(2, LESS), group(3, SERIOUS), group(4, LESS, 3), group(5, None))


def to_settle(
    name: str = "Socialsekreterare barn och unga",
    groups: tuple[Group, ...] = GROUPS,
    method: Method = FIVE,
    **values: object,
) -> CategoryToSettle:
    voices = tuple(Voice(g.code, g.heads, g.answers) for g in groups if g.answers)
    one = CategoryToSettle(
        id=7,
        name=name,
        place=2,
        of=3,
        standing=Standing.PROPOSED,
        revision=0,
        groups=groups,
        divisions=(),
        voices=voices,
        compiled=proposed(voices, values_to_settle(method)),
        basis=basis(voices),
        settled=None,
        returned=None,
    )
    return replace(one, **values)  # type: ignore[arg-type]  # only tests of this file give values


PROPOSED = to_settle()
SETTLED = Settled(
    replace(PROPOSED.compiled, severity=Severity.SERIOUS),
    "Enheten för mottagning 3 väger tyngre än sin storlek.",
    "Ingrid Solvik",
    AT,
    PROPOSED.basis,
)
DONE = replace(PROPOSED, standing=Standing.SETTLED, settled=SETTLED, revision=3)
CHANGED = replace(DONE, basis="another")
RETURNED = replace(
    DONE, standing=Standing.RETURNED, returned=Decided("Helena Ryding", AT, "Se över 2030.")
)
OF_COMMITTEE = replace(
    PROPOSED,
    divisions=(
        FromDivision(2, "A", "Utredning", 47, SETTLED, PROPOSED.compiled, Standing.SETTLED, 3),
    ),
)
NOBODY = to_settle("Sektionschef", (group(6, None),))
MANY = to_settle(
    "Socionom",
    tuple(group(n, replace(SERIOUS, comment="Lång kommentar. " * 100)) for n in range(1, 60)),
)
NAMED = "Anna Svensson säger det"
TYPED = {"severity": "", "reason": "", COMMENT: "", "level_some": "mycket"}
PROBLEMS = (Problem("severity", "required"), Problem("reason", "reason_missing"))

SETTLING: dict[str, SettlingScreen] = {
    "places to settle": PlacesToSettle((COMMITTEE, DIVISION)),
    "nothing to settle": PlacesToSettle(()),
    "categories of a division": CategoriesToSettle(DIVISION, (PROPOSED, CHANGED, RETURNED, NOBODY)),
    "categories of a committee": CategoriesToSettle(
        COMMITTEE,
        (OF_COMMITTEE, DONE),
        (DivisionToSettle(DIVISION, 1, 2), DivisionToSettle(replace(APPROVED, id=3), 2, 2)),
        Notice("settling_left", {"n": 1, "categories": "Sektionschef"}),
    ),
    "everything settled": CategoriesToSettle(DIVISION, (DONE,)),
    "an approved committee": CategoriesToSettle(APPROVED, (DONE,)),
    "a division of an approved committee": CategoriesToSettle(
        replace(DIVISION, standing=Standing.FINAL), (DONE,)
    ),
    "a hundred categories": CategoriesToSettle(
        DIVISION, tuple(to_settle(f"Kategori {n}", id=n) for n in range(100))
    ),
    "a proposal": OneCategory(DIVISION, PROPOSED),
    "a proposal for HR": OneCategory(COMMITTEE, OF_COMMITTEE),
    "a settled category": OneCategory(DIVISION, CHANGED),
    "a returned category": OneCategory(DIVISION, RETURNED),
    "a category nobody has answered": OneCategory(DIVISION, NOBODY),
    "a category with sixty comments": OneCategory(DIVISION, MANY),
    "values with problems": OneCategory(
        DIVISION, PROPOSED, TYPED, PROBLEMS, Notice("settling_outdated"), changing=True
    ),
    "a return with problems": OneCategory(
        DIVISION,
        PROPOSED,
        TYPED,
        (Problem(COMMENT, "return_comment_missing"),),
        returning=True,
    ),
    "a reason that names a person": OneCategory(
        DIVISION, PROPOSED, {"reason": NAMED}, changing=True, personal=("Anna Svensson",)
    ),
    "a return that names a person": OneCategory(
        DIVISION, PROPOSED, {COMMENT: NAMED}, returning=True, personal=("Anna Svensson",)
    ),
    "heads by level": OneCategory(
        replace(DIVISION, method=HEADS),
        to_settle("Socionom", (group(1, OF_2018),), HEADS),
        changing=True,
    ),
    "three levels": OneCategory(
        replace(DIVISION, method=THREE), to_settle("Socionom", (group(1, LESS),), THREE)
    ),
}
