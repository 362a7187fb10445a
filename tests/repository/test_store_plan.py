"""The plan in HR's file: stored, corrected, proposed for removal."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, insert, select

from kfmodel.database import reading, writing
from kfmodel.importing.plan_values import PlanRows
from kfmodel.plan import GoalOrigin, Measures
from kfmodel.repository.cycle_import import ImportRefusedError
from kfmodel.repository.removals import Removal
from kfmodel.repository.schema import (
    CATEGORY,
    CYCLE,
    FUNDING,
    GOAL,
    ORGANISATION,
    OUTCOME,
    PLANNED_ACTIVITY,
)
from tests.repository.build import CHIEF, SOCIAL, category_row, cycle_file, stored
from tests.repository.plan_rows import activity_row, funding_row, goal_row
from tests.repository.stored_rows import PLAN, count, everything, rows_of, without

TABLES = (GOAL, OUTCOME, PLANNED_ACTIVITY, FUNDING)


def test_every_column_is_stored(engine: Engine) -> None:
    stored(engine, cycle_file(plan=PLAN))
    [goal] = rows_of(engine, GOAL)
    assert goal[4:] == (2025, "imported", 14, 0, 5, 25, 20)
    [outcome] = rows_of(engine, OUTCOME)
    assert outcome[4:] == (2025, "HR:s statistik", 7, None, -1, 12, 20)
    mentor, forum = rows_of(engine, PLANNED_ACTIVITY)
    assert mentor[4:] == (
        *(0, "Utveckla", "Mentorskap", "2025–2026", "HR", "Enkät"),
        *("Rekrytering och konkurrens", "Få på hög nivå", "Pågår"),
    )
    assert forum[3:7] == (None, 1, "Ledarskap", "Chefsforum")
    [funding] = rows_of(engine, FUNDING)
    assert funding[3:] == (
        *(0, "2025", "Introduktionsår", "Fler stannar"),
        *(24_000_000_000, 1_200_000, "Stadens satsning", "Inga"),
    )


def test_the_same_plan_twice_changes_nothing(engine: Engine) -> None:
    stored(engine, cycle_file(plan=PLAN))
    before = everything(engine)
    assert stored(engine, cycle_file(plan=PLAN)).unchanged
    assert everything(engine) == before


def test_a_corrected_plan_updates(engine: Engine) -> None:
    stored(engine, cycle_file(plan=PLAN))
    corrected = replace(
        PLAN,
        goals=(goal_row("ASN", SOCIAL, 2025, Measures(increase=10)),),
        outcomes=(replace(PLAN.outcomes[0], measures=Measures(to_good=3)),),
        activities=(replace(PLAN.activities[0], status="Genomförd"), PLAN.activities[1]),
        funding=(replace(PLAN.funding[0], granted_sek=0),),
    )
    result = stored(engine, cycle_file(plan=corrected))
    assert (result.added, result.changed, result.removals) == (0, 4, [])
    assert [row[6:] for row in rows_of(engine, GOAL)] == [(10, None, None, None, None)]
    assert rows_of(engine, PLANNED_ACTIVITY)[0][-1] == "Genomförd"
    assert rows_of(engine, FUNDING)[0][8] == 0


def test_what_is_gone_is_proposed_and_then_removed(engine: Engine) -> None:
    stored(engine, cycle_file(plan=PLAN))
    proposed = [
        Removal("Mål", f"ASN, {SOCIAL}"),
        Removal("Utfall", f"ASN, {SOCIAL}"),
        Removal("Aktiviteter", "Mentorskap"),
        Removal("Aktiviteter", "Chefsforum"),
        Removal("Medel", "Introduktionsår"),
    ]
    result = stored(engine, cycle_file())
    assert result.unchanged
    assert result.removals == proposed
    assert [count(engine, table) for table in TABLES] == [1, 1, 2, 1]
    result = stored(engine, cycle_file(), removing=True)
    assert (result.removed, result.removals) == (5, [])
    assert [count(engine, table) for table in TABLES] == [0, 0, 0, 0]


def test_a_category_goes_together_with_its_part_of_the_plan(engine: Engine) -> None:
    goal = goal_row("ASN", CHIEF, 2027, Measures(increase=1))
    plan = PlanRows(goals=(goal,), activities=(activity_row("Chefsforum", category=CHIEF),))
    stored(engine, cycle_file(plan=plan))
    staffing = without(("A", CHIEF), ("B", CHIEF), ("B2", CHIEF))
    smaller = cycle_file(staffing, categories=(category_row(SOCIAL),))
    assert stored(engine, smaller, removing=True).removals == []
    assert count(engine, GOAL) == count(engine, PLANNED_ACTIVITY) == 0


def test_a_category_with_goals_for_the_next_cycle_stays(engine: Engine) -> None:
    stored(engine)
    with writing(engine) as connection:
        ids = {
            "cycle_id": connection.execute(select(CYCLE.c.id)).scalar_one(),
            "organisation_id": connection.execute(
                select(ORGANISATION.c.id).where(ORGANISATION.c.code == "B")
            ).scalar_one(),
            "category_id": connection.execute(
                select(CATEGORY.c.id).where(CATEGORY.c.name == CHIEF)
            ).scalar_one(),
        }
        row = {**ids, "to_year": 2027, "origin": GoalOrigin.SET, "increase": 1}
        connection.execute(insert(GOAL), row)
    staffing = without(("A", CHIEF), ("B", CHIEF), ("B2", CHIEF))
    smaller = cycle_file(staffing, categories=(category_row(SOCIAL),))
    with pytest.raises(ImportRefusedError) as refused:
        stored(engine, smaller)
    assert [str(problem) for problem in refused.value.problems] == [
        f'Yrkeskategorier!A1: "{CHIEF}" har mål för nästa omgång och kan inte tas bort; behåll '
        "raden"
    ]
    assert count(engine, GOAL) == 1


def test_an_imported_plan_leaves_the_goals_that_the_cycle_has_set(engine: Engine) -> None:
    stored(engine, cycle_file(plan=PLAN))
    with reading(engine) as connection:
        imported = connection.execute(select(GOAL)).mappings().one()
    with writing(engine) as connection:
        row = {**imported, "id": None, "origin": GoalOrigin.SET}
        connection.execute(insert(GOAL), {k: v for k, v in row.items() if k != "id"})
    assert stored(engine, cycle_file(plan=PLAN)).unchanged
    assert stored(engine, cycle_file(), removing=True).removed == 5
    assert [row[5] for row in rows_of(engine, GOAL)] == ["set"]


def test_long_texts_fit_on_both_databases(engine: Engine) -> None:
    long = activity_row("å" * 2_000, "ö" * 500)
    plan = PlanRows(activities=(long,), funding=(funding_row("ä" * 500, "å" * 500),))
    stored(engine, cycle_file(plan=plan))
    assert stored(engine, cycle_file(plan=plan)).unchanged
