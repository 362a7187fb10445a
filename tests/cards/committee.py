"""A committee as HR sees it: its progress, and a compilation of any size."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kfmodel.answers import Answers
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.compile_material import compile_material
from kfmodel.compilation.main_figures import main_figures
from kfmodel.compilation.material import Committee, Dialogue, Material, Projection
from kfmodel.dialogue import AnsweredAs, Progress
from kfmodel.organisation import OrganisationKind
from kfmodel.progress import CommitteeProgress, DivisionProgress, Group
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.summary_facts import Coverage, SummaryFacts
from kfmodel.summary_files import SummaryVersion

ANSWERS = Answers(
    need_2y=Need.MORE,
    need_5y=Need.MUCH_MORE,
    move_some_good=1,
    move_good_high=2,
    move_high_very_high=0,
    severity=Severity.SERIOUS,
    likelihood=Likelihood.HIGH,
)


def group(place: str, category: str, progress: Progress, *who: str, vacant: bool = False) -> Group:
    return Group(place, category, who, progress, vacant)


PROGRESS = (
    CommitteeProgress(
        "Kompetensförsörjning 2025",
        date(2025, 9, 1),
        date(2025, 10, 17),
        5,
        "Arbetsmarknads- och socialnämnden",
        (
            DivisionProgress(
                "Barn och unga",
                (
                    group("Enhet Norr", "Sektionschef", Progress.SUBMITTED, "Anna Åkesson"),
                    group("Enhet Norr", "Socialsekreterare", Progress.IN_PROGRESS, "Anna Åkesson"),
                    group("Enhet Syd", "Sektionschef", Progress.NOT_STARTED, "Bo Ek", "Cia Dal"),
                    group("Enhet Väst", "Sektionschef", Progress.NOT_STARTED, "Bo Ek", vacant=True),
                ),
            ),
            DivisionProgress("Vuxna", (group("Öst", "Sektionschef", Progress.SUBMITTED, "Dan"),)),
            DivisionProgress(None, (group("Staben", "HR-specialist", Progress.NOT_STARTED),)),
        ),
    ),
)


VERSION = SummaryVersion(
    31, 2, datetime(2025, 10, 20, 7, 12, tzinfo=UTC), "3fa8c901bd77" + "0" * 52
)


def compilation(categories: int = 3, category_heads: float = 60) -> Compilation:
    """Three units a category: one serious, one not, one that has not answered."""
    names = [f"Kategori {place}" for place in range(1, categories + 1)]
    committee = Committee("N1", "Arbetsmarknads- och socialnämnden", "five-level")
    dialogues = [
        _dialogue(3 * place + unit, name, unit, category_heads / 3)
        for place, name in enumerate(names)
        for unit in range(3)
    ]
    projection = Projection(category_heads, -3, -5, 11, 1)
    material = Material(
        cycle="Kompetensförsörjning 2025",
        year=2025,
        deadline_on=date(2025, 10, 17),
        measured_on=None,
        counting=None,
        source=None,
        committees=(committee,),
        categories=tuple(names),
        dialogues=tuple(dialogues),
        projections={("N1", name): projection for name in names},
        previous={},
        staffing={("N1", name): category_heads for name in names},
    )
    return compile_material(material, datetime(2025, 10, 1, 8, 0, tzinfo=UTC))


def _dialogue(dialogue_id: int, category: str, unit: int, heads: float) -> Dialogue:
    severity = Severity.SERIOUS if unit == 0 else Severity.LESS_SERIOUS
    submitted = unit < 2
    return Dialogue(
        id=dialogue_id,
        committee_code="N1",
        division_name="Avdelning A",
        organisation_code=f"U{unit}",
        organisation_name=f"Enhet {unit}",
        category=category,
        heads=heads,
        units=1,
        progress=Progress.SUBMITTED if submitted else Progress.NOT_STARTED,
        responsible="Anna Åkesson",
        changed_at=None,
        submitted_at=None,
        late=False,
        answered_as=AnsweredAs.MANAGER if submitted else None,
        answers=replace(ANSWERS, severity=severity) if submitted else None,
    )


FACTS = SummaryFacts(
    PROGRESS[0].committee, replace(main_figures(compilation()), asked=6, submitted=2), PROGRESS[0]
)
COMPLETE = SummaryFacts(
    "Vuxna",
    replace(FACTS.figures, level=OrganisationKind.DIVISION, asked=1, submitted=1),
    replace(PROGRESS[0], divisions=PROGRESS[0].divisions[1:2]),
    Coverage(2, 6),
)
"""Of a division that is."""
