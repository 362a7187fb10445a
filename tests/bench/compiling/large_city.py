"""A city where everybody has answered: committees of divisions of units, three categories each."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime

from kfmodel.answers import Answers
from kfmodel.compilation.material import Committee, Dialogue, Division, Material, Projection
from kfmodel.dialogue import AnsweredAs, Progress
from kfmodel.organisation import Counting
from kfmodel.scales import Likelihood, Need, Severity

COMMITTEES = 20
DIVISIONS = 10
CATEGORIES_A_UNIT = 3
SUBMITTED_AT = datetime(2025, 10, 1, 8, 0, tzinfo=UTC)
CATEGORIES = tuple(f"Yrkeskategori {number}" for number in range(1, 31))


def large_city(managers: int) -> Material:
    """`managers` units, one manager each; answers vary, so that no row is like the next."""
    committees = tuple(
        Committee(f"N{n}", f"Nämnd {n}", "five-level") for n in range(1, COMMITTEES + 1)
    )
    dialogues = tuple(_dialogues(committees, managers))
    heads: defaultdict[tuple[str, str], float] = defaultdict(float)
    for dialogue in dialogues:
        heads[dialogue.committee_code, dialogue.category] += dialogue.heads
    return Material(
        cycle="Mätning",
        year=2025,
        deadline_on=date(2025, 10, 17),
        measured_on=None,
        counting=Counting.PEOPLE,
        source=None,
        committees=committees,
        categories=CATEGORIES,
        dialogues=dialogues,
        projections={
            key: Projection(total, -total // 50, -total // 25, total // 9, total // 40)
            for key, total in heads.items()
        },
        previous={},
        staffing=heads,
        divisions=tuple(
            Division(f"{committee.code}-{n}", f"Avdelning {n}", committee.code)
            for committee in committees
            for n in range(DIVISIONS)
        ),
    )


def _dialogues(committees: tuple[Committee, ...], managers: int) -> Iterator[Dialogue]:
    for unit in range(managers):
        committee = committees[unit % COMMITTEES]
        for place in range(CATEGORIES_A_UNIT):
            number = unit * CATEGORIES_A_UNIT + place
            yield Dialogue(
                id=number + 1,
                committee_code=committee.code,
                division_code=f"{committee.code}-{unit // COMMITTEES % DIVISIONS}",
                division_name=f"Avdelning {unit // COMMITTEES % DIVISIONS}",
                organisation_code=f"E{unit}",
                organisation_name=f"Enhet {unit}",
                category=CATEGORIES[(unit // COMMITTEES + place * 7) % len(CATEGORIES)],
                heads=5 + number % 23,
                units=1,
                progress=Progress.SUBMITTED,
                responsible=f"Chef {unit}",
                changed_at=SUBMITTED_AT,
                submitted_at=SUBMITTED_AT,
                late=False,
                answered_as=AnsweredAs.MANAGER,
                answers=_answers(number),
            )


def _answers(number: int) -> Answers:
    needs, severities, likelihoods = tuple(Need), tuple(Severity), tuple(Likelihood)
    return Answers(
        headcount_ok=True,
        need_2y=needs[number % 5],
        need_5y=needs[number // 5 % 5],
        move_some_good=number % 3,
        move_good_high=number % 4,
        move_high_very_high=number % 2,
        severity=severities[-1 - number % 3],
        likelihood=likelihoods[number // 3 % 3],
        comment=f"Svårt att rekrytera erfarna, {number}" if number % 4 == 0 else None,
    )
