"""What a compilation is made from, as it is loaded."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Engine, update

from dialogs.press import Verb
from kfmodel.answers import Activity
from kfmodel.compilation.material import Committee, Dialogue, Division, Material, Projection
from kfmodel.database import reading, writing
from kfmodel.dialogue import AnsweredAs, Previous, Progress
from kfmodel.organisation import Counting, OrganisationKind, Role
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.material import load_material
from kfmodel.repository.schema import DIALOGUE, ORGANISATION, STAFFING
from kfmodel.scales import Likelihood, Need, Severity
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    NAME,
    NOW,
    ORGANISATIONS,
    PEOPLE,
    SOCIAL,
    Answering,
    cycle_file,
    dialogue_id,
    loaded,
    organisation_row,
    people,
    previous_row,
    projection_row,
    stored,
)
from tests.repository.build import (
    STAFFING as SMALL_STAFFING,
)

TWO_COMMITTEES = cycle_file(
    {**SMALL_STAFFING, ("F1", SOCIAL): 9},
    organisations=(
        *(organisation_row(code, *place) for code, place in ORGANISATIONS.items()),
        organisation_row("FSN", OrganisationKind.COMMITTEE, "STAD", "five-level"),
        organisation_row("F1", OrganisationKind.UNIT, "FSN"),
    ),
    assignments=people(*PEOPLE, ("frida", Role.UNIT_MANAGER, "F1")),
    projections=(projection_row("ASN", SOCIAL, 60, -3), projection_row("F1", SOCIAL, 9, 1)),
    previous=(
        previous_row("FSN", SOCIAL, severity=Severity.SERIOUS),
        previous_row("ASN", SOCIAL, severity=Severity.NOT_SERIOUS),
    ),
)


def material(engine: Engine, committee_id: int | None = None) -> Material:
    with reading(engine) as connection:
        return load_material(connection, find_cycle(connection, NAME), committee_id)


def dialogue(engine: Engine, code: str, category: str = SOCIAL) -> Dialogue:
    (found,) = [
        one
        for one in material(engine).dialogues
        if (one.organisation_code, one.category) == (code, category)
    ]
    return found


def test_the_cycle_is_told_as_imported(engine: Engine) -> None:
    row = replace(
        CYCLE_ROW, measured_on=date(2025, 3, 31), counting=Counting.PEOPLE, source="Framskrivning"
    )
    stored(engine, cycle_file(cycle=row))
    found = material(engine)
    assert (found.cycle, found.year, found.deadline_on) == (NAME, 2025, date(2025, 10, 17))
    assert (found.measured_on, found.counting, found.source) == (
        date(2025, 3, 31),
        "people",
        "Framskrivning",
    )
    assert found.committees == (Committee("ASN", "Enhet ASN", "five-level"),)
    assert found.categories == (CHIEF, SOCIAL)


def test_dialogues_come_in_hrs_order_answered_or_not(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "bea", "B1").submit()
    found = material(engine).dialogues
    assert [(one.organisation_code, one.category) for one in found] == [
        ("A", CHIEF),
        ("B", CHIEF),
        ("A1", SOCIAL),
        ("A2", SOCIAL),
        ("A3", SOCIAL),
        ("B1", SOCIAL),
        ("B2", CHIEF),
        ("B2", SOCIAL),
    ]
    assert [one.organisation_code for one in found if one.answers] == ["B1"]


def test_a_dialogue_tells_where_it_lies_and_who_answers(engine: Engine) -> None:
    stored(engine)
    shared = dialogue(engine, "A2")
    assert shared.responsible == "Agnes, Anton"
    assert (shared.committee_code, shared.division_name, shared.organisation_name) == (
        "ASN",
        "Enhet A",
        "Enhet A2",
    )
    assert (shared.heads, shared.units, shared.progress) == (20, 1, Progress.NOT_STARTED)
    assert dialogue(engine, "A3").responsible == "Disa, Hanna"


def test_submitted_answers_are_there_with_everything_in_them(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit(
        drivers="work_environment,law",
        comment="Hur då?",
        activity_description="Mentor",
        activity_area="introduce",
    )
    found = dialogue(engine, "A1")
    assert found.answers is not None
    assert found.answers == loaded(engine, "anna", "A1").state.answers
    assert (found.answers.need_2y, found.answers.likelihood) == (Need.MORE, Likelihood.LOW)
    assert found.answers.drivers == ("law", "work_environment")
    assert found.answers.activities == (Activity("Mentor", "introduce"),)
    assert (found.progress, found.submitted_at, found.changed_at) == ("submitted", NOW, NOW)
    assert (found.late, found.answered_as) == (False, AnsweredAs.MANAGER)


def test_what_is_not_submitted_is_not_there(engine: Engine) -> None:
    stored(engine)
    answering = Answering(engine, "anna", "A1")
    answering.submit()
    answering.press(Verb.REOPEN)
    found = dialogue(engine, "A1")
    assert (found.answers, found.progress, found.answered_as) == (None, "in_progress", None)
    assert found.changed_at == NOW


def test_the_pool_of_small_units_is_one_dialogue(engine: Engine) -> None:
    stored(engine, cycle_file({("A1", SOCIAL): 3, ("A2", SOCIAL): 3}))
    (pool,) = material(engine).dialogues
    assert (pool.organisation_code, pool.heads, pool.units) == ("A", 6, 2)
    assert pool.division_name == "Enhet A"


def test_the_projection_is_summed_to_divisions_and_committees(
    engine: Engine,
) -> None:
    projections = (
        projection_row("A", SOCIAL, 40, -2, -3, 4, 0),
        projection_row("B", SOCIAL, 21, -1, None, 3, 1),
        projection_row("B", CHIEF, 7.1),
    )
    staffing = {**SMALL_STAFFING, ("B2", CHIEF): 5.05}
    stored(engine, cycle_file(staffing, projections=projections))
    found = material(engine)
    assert found.projections == {
        ("ASN", SOCIAL): Projection(61, -3, -3, 7, 1),
        ("ASN", CHIEF): Projection(7.1, None, None, None, None),
        ("A", SOCIAL): Projection(40, -2, -3, 4, 0),
        ("B", SOCIAL): Projection(21, -1, None, 3, 1),
        ("B", CHIEF): Projection(7.1, None, None, None, None),
    }
    assert found.divisions == (Division("A", "Enhet A", "ASN"), Division("B", "Enhet B", "ASN"))
    assert found.staffing == {("ASN", SOCIAL): 59, ("ASN", CHIEF): 18.05}


def test_only_the_committees_latest_earlier_row_is_compared_with(engine: Engine) -> None:
    previous = (
        previous_row("ASN", SOCIAL, 2023, severity=Severity.SERIOUS, need_2y=Need.MORE),
        previous_row("ASN", SOCIAL, 2021, severity=Severity.NOT_SERIOUS),
        previous_row(
            "ASN",
            CHIEF,
            level_some=-5,
            level_good=0,
            level_high=5,
            level_very_high=0,
            need_5y=Need.LESS,
            likelihood=Likelihood.MEDIUM,
        ),
        previous_row("A1", SOCIAL, severity=Severity.LESS_SERIOUS),
    )
    stored(engine, cycle_file(previous=previous))
    assert material(engine).previous == {
        ("ASN", SOCIAL): Previous(2023, need_2y=Need.MORE, severity=Severity.SERIOUS),
        ("ASN", CHIEF): Previous(
            2023, need_5y=Need.LESS, levels=(-5, 0, 5, 0), likelihood=Likelihood.MEDIUM
        ),
    }


def test_one_committees_material_holds_nothing_of_another(engine: Engine) -> None:
    stored(engine, TWO_COMMITTEES)
    with reading(engine) as connection:
        query = ORGANISATION.select().where(ORGANISATION.c.code == "FSN")
        committee = connection.execute(query).one().id
    one, both = material(engine, committee), material(engine)
    assert one.committees == (Committee("FSN", "Enhet FSN", "five-level"),)
    assert {found.committee_code for found in one.dialogues} == {"FSN"}
    assert {key[0] for key in (*one.projections, *one.staffing, *one.previous)} == {"FSN"}
    assert [committee.code for committee in both.committees] == ["ASN", "FSN"]
    assert {key[0] for key in both.previous} == {"ASN", "FSN"}
    assert len(both.dialogues) == len(SMALL_STAFFING) + 1


def test_one_cycles_material_holds_nothing_of_another(engine: Engine) -> None:
    stored(engine, cycle_file({("A1", SOCIAL): 12}, cycle=replace(CYCLE_ROW, name="Annan omgång")))
    stored(engine)
    Answering(engine, "anna", "A1").submit(drivers="law", activity_description="Mentor")
    with reading(engine) as connection:
        other = load_material(connection, find_cycle(connection, "Annan omgång"))
    assert [(one.organisation_code, one.answers) for one in other.dialogues] == [("A1", None)]
    assert other.dialogues[0].responsible == "Anna"


def test_answers_entered_by_hr_are_told_apart(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    with writing(engine) as connection:
        connection.execute(
            update(DIALOGUE)
            .where(DIALOGUE.c.revision > 0)
            .values(answered_as=AnsweredAs.ENTERED_BY_HR, late=True)
        )
    found = dialogue(engine, "A1")
    assert (found.answered_as, found.late) == (AnsweredAs.ENTERED_BY_HR, True)


def test_every_staffed_unit_is_counted(engine: Engine) -> None:
    stored(engine, cycle_file({("A1", SOCIAL): 3, ("A2", SOCIAL): 3, ("B1", SOCIAL): 7.55}))
    assert material(engine).uncounted == ()


def test_a_unit_that_no_dialogue_counts_or_with_other_heads(engine: Engine) -> None:
    stored(engine, TWO_COMMITTEES)
    with writing(engine) as connection:
        lost = dialogue_id(connection, "A1")
        connection.execute(
            update(STAFFING).where(STAFFING.c.dialogue_id == lost).values(dialogue_id=None)
        )
        wrong = dialogue_id(connection, "F1")
        connection.execute(update(DIALOGUE).where(DIALOGUE.c.id == wrong).values(heads=10))
    found = [(one.committee_code, one.organisation_name) for one in material(engine).uncounted]
    assert found == [("ASN", "Enhet A1"), ("FSN", "Enhet F1")]
    assert {one.division_code for one in material(engine).uncounted} == {"A", None}
