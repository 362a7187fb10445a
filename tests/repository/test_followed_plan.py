"""The plan as compilations read it, and the goals that a cycle sets for the next, on both
databases."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine, select

from kfmodel.compilation import Compilation, as_json, compile_material
from kfmodel.database import reading, writing
from kfmodel.importing.plan_values import PlanRows
from kfmodel.plan import Funding, Goal, Measures, Outcome, Owner, Plan, PlannedActivity
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.goals import GoalsStored, store_goals
from kfmodel.repository.material import load_material
from kfmodel.repository.organisations import organisations_in
from kfmodel.repository.schema import AUDIT_ENTRY
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    NAME,
    NOW,
    ORGANISATIONS,
    SOCIAL,
    category_row,
    cycle_file,
    organisation_row,
    projection_row,
    stored,
)
from tests.repository.plan_rows import activity_row, goal_row, outcome_row
from tests.repository.stored_rows import PLAN

LATER = "Kompetensförsörjning 2027"
LATER_ROW = replace(
    CYCLE_ROW, name=LATER, year=2027, opens_on=date(2027, 9, 15), deadline_on=date(2027, 10, 17)
)
ASN = Owner("ASN")


def plan_of(engine: Engine, committee: str | None = None) -> Plan:
    with reading(engine) as connection:
        cycle = find_cycle(connection)
        place = organisations_in(connection, cycle.id)[committee].id if committee else None
        return load_material(connection, cycle, place).plan


def set_goals(engine: Engine, to_year: int, **goals: Measures) -> GoalsStored:
    names = {"chief": CHIEF, "social": SOCIAL}
    with writing(engine) as connection:
        cycle = find_cycle(connection, NAME)
        committee = organisations_in(connection, cycle.id)["ASN"].id
        wanted = {names[name]: measures for name, measures in goals.items()}
        return store_goals(connection, cycle.id, committee, to_year, wanted, NOW)


def test_everything_in_the_plan_is_read_as_it_was_given(engine: Engine) -> None:
    stored(engine, cycle_file(plan=PLAN))
    assert plan_of(engine) == Plan(
        goals=(Goal(ASN, SOCIAL, 2025, Measures(14, 0, 5, 25, 20)),),
        outcomes=(Outcome(ASN, SOCIAL, 2025, "HR:s statistik", Measures(7, None, -1, 12, 20)),),
        activities=(
            PlannedActivity(
                ASN,
                SOCIAL,
                "Utveckla",
                "Mentorskap",
                "2025–2026",
                "HR",
                "Enkät",
                "Rekrytering och konkurrens",
                "Få på hög nivå",
                "Pågår",
            ),
            PlannedActivity(ASN, None, "Ledarskap", "Chefsforum"),
        ),
        funding=(
            Funding(
                ASN,
                "2025",
                "Introduktionsår",
                "Fler stannar",
                24_000_000_000,
                1_200_000,
                "Stadens satsning",
                "Inga",
            ),
        ),
    )


def test_a_committees_plan_is_its_own(engine: Engine) -> None:
    places = {**ORGANISATIONS, "FSN": (ORGANISATIONS["ASN"][0], "STAD")}
    plan = PlanRows(
        goals=(
            goal_row("FSN", SOCIAL, 2025, Measures(1)),
            goal_row("A1", SOCIAL, 2025, Measures(2)),
        ),
        outcomes=(outcome_row("FSN", SOCIAL, 2025, "Enkät", Measures(1)),),
        activities=(activity_row("Chefsforum", code="FSN"),),
    )
    file = cycle_file(
        organisations=tuple(organisation_row(code, *place) for code, place in places.items()),
        plan=plan,
    )
    stored(engine, file)
    assert plan_of(engine, "ASN") == Plan(
        goals=(Goal(Owner("ASN", "A"), SOCIAL, 2025, Measures(2)),)
    )
    of_fsn = plan_of(engine, "FSN")
    assert [goal.measures.increase for goal in of_fsn.goals] == [1]
    assert len(of_fsn.outcomes) == len(of_fsn.activities) == 1


def test_goals_are_set_changed_and_taken_back(engine: Engine) -> None:
    stored(engine)
    assert set_goals(engine, 2027, chief=Measures(3), social=Measures(5, to_high=2)) == (
        GoalsStored(added=2, changed=0, removed=0)
    )
    assert set_goals(engine, 2030, social=Measures(9)) == GoalsStored(1, 0, 0)
    assert set_goals(engine, 2027, social=Measures(4)) == GoalsStored(0, 1, 1)
    assert set_goals(engine, 2027, social=Measures(4)) == GoalsStored(0, 0, 0)
    found = plan_of(engine)
    assert found.goals == ()
    assert found.next_goals == (
        Goal(ASN, SOCIAL, 2027, Measures(4)),
        Goal(ASN, SOCIAL, 2030, Measures(9)),
    )
    with reading(engine) as connection:
        events = connection.execute(select(AUDIT_ENTRY.c.event, AUDIT_ENTRY.c.detail)).all()
    assert [event for event, _ in events] == ["cycle_imported", *["goals_set"] * 3]
    assert events[-1].detail["removed"] == 1


def compiled(engine: Engine) -> Compilation:
    with reading(engine) as connection:
        material = load_material(connection, find_cycle(connection, LATER))
    return compile_material(material, datetime(2027, 10, 18, tzinfo=UTC))


def follow_up(engine: Engine) -> list[dict[str, Any]]:
    found = as_json(compiled(engine))["tables"]["follow_up"]
    return [row for row in found if row["category"] != "total"]


def test_the_next_cycle_follows_up_what_this_one_set(engine: Engine) -> None:
    plan = PlanRows(activities=(activity_row("Mentorskap", "Utveckla", status="Planerad"),))
    stored(engine, cycle_file(plan=plan))
    set_goals(engine, 2027, social=Measures(increase=12, to_high=4))
    renamed = (category_row(CHIEF), category_row("Socialsekreterare vuxna", SOCIAL))
    staffing = {
        (code, "Socialsekreterare vuxna" if category == SOCIAL else category): heads
        for (code, category), heads in {("A1", SOCIAL): 40.0, ("B", CHIEF): 7.0}.items()
    }
    going_on = replace(plan.activities[0], status="Pågår")
    later = cycle_file(
        staffing,
        cycle=LATER_ROW,
        categories=renamed,
        projections=(projection_row("ASN", "Socialsekreterare vuxna", 66, 0, 0, 0, 0),),
        plan=PlanRows(activities=(going_on,)),
    )
    stored(engine, later)
    row = {
        "organisation": "ASN",
        "method": "five-level",
        "category": "Socialsekreterare vuxna",
        "to_year": 2027,
    }
    assert follow_up(engine) == [
        {
            **row,
            "measure": "increase",
            "goal": 12,
            "outcome": 6,
            "percent": 50,
            "source": "Personalframskrivningen",
            "year": 2027,
            "since": 2025,
        },
        {**row, "measure": "to_high", "goal": 4, "percent": None},
    ]
    [activity] = as_json(compiled(engine))["tables"]["activities"]
    assert (activity["status"], activity["earlier_status"]) == ("Pågår", "Planerad")
