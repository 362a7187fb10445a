"""A small cycle to store: a committee of two divisions and five units.

ASN (Hanna, HR) ─ A (Disa) ─ A1 (Anna), A2 (Agnes and Anton), A3 (vacant)
                └ B (Bo)   ─ B1 (Bea), B2 (Bea)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, select

from dialogs.flow import advance
from dialogs.press import Press, Verb
from kfmodel.database import reading, writing
from kfmodel.dialogue import AnsweredAs, State
from kfmodel.importing.values import (
    AssignmentRow,
    CategoryRow,
    CycleFile,
    CycleRow,
    OrganisationRow,
    PreviousRow,
    ProjectionRow,
    StaffingRow,
)
from kfmodel.methods import method_of
from kfmodel.organisation import OrganisationKind, Role
from kfmodel.repository.cycle_import import Stored, store_cycle
from kfmodel.repository.dialogue_changes import Pressed, keep_unapplied, save
from kfmodel.repository.dialogues import Loaded, dialogues_of, load_dialogue
from kfmodel.repository.schema import CATEGORY, CYCLE, DIALOGUE, ORGANISATION

NOW = datetime(2025, 9, 22, 8, 30, tzinfo=UTC)
CHIEF, SOCIAL = "Sektionschef", "Socialsekreterare"
NAME = "Kompetensförsörjning 2025"

CYCLE_ROW = CycleRow(
    name=NAME,
    year=2025,
    method="five-level",
    opens_on=date(2025, 9, 15),
    deadline_on=date(2025, 10, 17),
    hr_email="hr@exempelstad.example",
)
ORGANISATIONS: dict[str, tuple[OrganisationKind, str | None]] = {
    "STAD": (OrganisationKind.CITY, None),
    "ASN": (OrganisationKind.COMMITTEE, "STAD"),
    "A": (OrganisationKind.DIVISION, "ASN"),
    "B": (OrganisationKind.DIVISION, "ASN"),
    "A1": (OrganisationKind.UNIT, "A"),
    "A2": (OrganisationKind.UNIT, "A"),
    "A3": (OrganisationKind.UNIT, "A"),
    "B1": (OrganisationKind.UNIT, "B"),
    "B2": (OrganisationKind.UNIT, "B"),
}
PEOPLE: tuple[tuple[str, Role, str], ...] = (
    ("hanna", Role.HR, "ASN"),
    ("disa", Role.DIVISION_HEAD, "A"),
    ("bo", Role.DIVISION_HEAD, "B"),
    ("anna", Role.UNIT_MANAGER, "A1"),
    ("agnes", Role.UNIT_MANAGER, "A2"),
    ("anton", Role.UNIT_MANAGER, "A2"),
    ("bea", Role.UNIT_MANAGER, "B1"),
    ("bea", Role.UNIT_MANAGER, "B2"),
)
Staffing = Mapping[tuple[str, str], float]
STAFFING: Staffing = {
    ("A", CHIEF): 6,
    ("B", CHIEF): 7,
    ("A1", SOCIAL): 10,
    ("A2", SOCIAL): 20,
    ("A3", SOCIAL): 8,
    ("B1", SOCIAL): 12,
    ("B2", SOCIAL): 9,
    ("B2", CHIEF): 5,
}


def email(name: str) -> str:
    return f"{name}@exempelstad.example"


def entra(name: str) -> str:
    return f"account-of-{name}"


def organisation_row(
    code: str, kind: OrganisationKind, parent: str | None, method: str | None = None
) -> OrganisationRow:
    return OrganisationRow(code, f"Enhet {code}", kind, parent, method, f"Organisation!{code}")


def assignment_row(name: str, role: Role, code: str) -> AssignmentRow:
    return AssignmentRow(
        email(name), name.title(), role, code, entra(name), "sv", f"Personer!{name}"
    )


def category_row(name: str, *earlier_names: str) -> CategoryRow:
    return CategoryRow(name, None, None, earlier_names, f"Yrkeskategorier!{name}")


def staffing_rows(staffing: Staffing) -> tuple[StaffingRow, ...]:
    return tuple(
        StaffingRow(code, category, heads, f"Bemanning!{code}-{category}")
        for (code, category), heads in staffing.items()
    )


def projection_row(
    code: str,
    category: str,
    headcount: float,
    gap_2y: float | None = None,
    gap_5y: float | None = None,
    turnover: float | None = None,
    retirements: float | None = None,
) -> ProjectionRow:
    cell = f"Personalframskrivning!{code}"
    return ProjectionRow(code, category, headcount, gap_2y, gap_5y, turnover, retirements, cell)


def previous_row(code: str, category: str, year: int = 2023, **values: Any) -> PreviousRow:
    names = PreviousRow.__dataclass_fields__.keys() - {"year", "organisation_code", "category"}
    empty: dict[str, Any] = dict.fromkeys(names)
    return PreviousRow(year, code, category, **(empty | values | {"cell": f"Föregående!{code}"}))


def cycle_file(staffing: Staffing = STAFFING, **parts: Any) -> CycleFile:
    """The small cycle, with other parts where they are given."""
    file = CycleFile(
        cycle=CYCLE_ROW,
        organisations=tuple(organisation_row(c, *place) for c, place in ORGANISATIONS.items()),
        assignments=tuple(assignment_row(*row) for row in PEOPLE),
        categories=(category_row(CHIEF), category_row(SOCIAL)),
        projections=(projection_row("ASN", SOCIAL, 60, -3, -6, 9, 1),),
        staffing=staffing_rows(staffing),
        previous=(),
    )
    return replace(file, **parts)


def people(*assignments: tuple[str, Role, str]) -> tuple[AssignmentRow, ...]:
    return tuple(assignment_row(*row) for row in assignments)


def stored(engine: Engine, file: CycleFile | None = None, **options: Any) -> Stored:
    with writing(engine) as connection:
        return store_cycle(connection, file or cycle_file(), NOW, **options)


def dialogue_id(
    connection: Connection, code: str, category: str = SOCIAL, cycle: str = NAME
) -> int:
    query = (
        select(DIALOGUE.c.id)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .join(CYCLE, CYCLE.c.id == DIALOGUE.c.cycle_id)
        .where(ORGANISATION.c.code == code, CATEGORY.c.name == category, CYCLE.c.name == cycle)
    )
    return int(connection.execute(query).scalar_one())


def loaded(engine: Engine, name: str, code: str, category: str = SOCIAL) -> Loaded:
    """The dialogue as the person meets it, who must be one of those who may answer it."""
    with reading(engine) as connection:
        one = load_dialogue(connection, entra(name), dialogue_id(connection, code, category))
    assert one is not None, f"{name} may not answer {category} in {code}"
    return one


def of(engine: Engine, name: str) -> list[tuple[str, str]]:
    """What a person answers: (organisation, category), in order."""
    with reading(engine) as connection:
        return [
            (one.facts.organisation.removeprefix("Enhet "), one.facts.category)
            for one in dialogues_of(connection, entra(name))
        ]


@dataclass(frozen=True, slots=True)
class Answering:
    """Someone who answers a dialogue step by step."""

    engine: Engine
    name: str
    code: str
    category: str = SOCIAL

    def press(
        self, verb: Verb, step: str | None = None, at: datetime = NOW, **inputs: str
    ) -> State:
        """Press a button on a card drawn just now; the stored state."""
        one = loaded(self.engine, self.name, self.code, self.category)
        press = Press(verb, step, one.state.revision, inputs)
        turn = advance(method_of(one.facts.method), one.facts, one.state, press, at.date())
        assert turn.state is not None
        pressed = pressed_by(one, verb, step, press.digest(one.person.id), at)
        answered_as = AnsweredAs(one.facts.capacity.value)
        with writing(self.engine) as connection:
            after = save(
                connection, one.facts.dialogue_id, one.state, turn.state, pressed, answered_as
            )
        assert after is not None
        return after

    def keep_typed(self, digest: str = "d", **inputs: str) -> None:
        """Type something on a card that is outdated."""
        one = loaded(self.engine, self.name, self.code, self.category)
        with writing(self.engine) as connection:
            keep_unapplied(
                connection,
                one.facts.dialogue_id,
                one.state,
                pressed_by(one, digest=digest),
                dict(inputs),
            )

    def submit(self, at: datetime = NOW, **inputs: str) -> State:
        """Answer every step, in the shortest way where nothing else is given, and submit."""
        given = SHORTEST | inputs
        for step, names in STEP_INPUTS.items():
            own = {name: given[name] for name in names if name in given}
            self.press(Verb.ANSWER, step, at, **own)
        return self.press(Verb.SUBMIT, at=at)


def pressed_by(
    one: Loaded,
    verb: str = "answer",
    step: str | None = "need",
    digest: str = "d",
    at: datetime = NOW,
) -> Pressed:
    return Pressed(one.person.id, at, verb, step, digest)


SHORTEST = {
    "headcount_ok": "true",
    "need_2y": "MORE",
    "need_5y": "SAME",
    "unchanged": "true",
    "severity": "LESS_SERIOUS",
    "likelihood": "LOW",
}
STEP_INPUTS: dict[str, Iterable[str]] = {
    "need": ("headcount_ok", "headcount_actual", "need_2y", "need_5y"),
    "levels": ("unchanged", "level_some", "level_good", "level_high", "level_very_high"),
    "risk": ("severity", "likelihood"),
    "drivers": ("drivers", "specific_gap", "comment", "activity_description", "activity_area"),
}
