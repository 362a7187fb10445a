"""Importing: what is stored, what changes, what is refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, Table, func, select

from kfmodel.database import reading, writing
from kfmodel.importing.values import CycleFile
from kfmodel.organisation import Counting, OrganisationKind, Role
from kfmodel.repository.cycle_import import ImportRefused, store_cycle
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.removals import Removal
from kfmodel.repository.schema import (
    ASSIGNMENT,
    AUDIT_ENTRY,
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    CYCLE,
    DIALOGUE,
    ORGANISATION,
    PERSON,
    PREVIOUS,
    PROJECTION,
    RESPONSIBILITY,
    STAFFING,
)
from kfmodel.repository.summaries import store_summary
from kfmodel.scales import Likelihood, Need, Severity
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    NOW,
    ORGANISATIONS,
    PEOPLE,
    SOCIAL,
    Answering,
    category_row,
    cycle_file,
    organisation_row,
    people,
    previous_row,
    projection_row,
    stored,
)
from tests.repository.build import (
    STAFFING as SMALL_STAFFING,
)

IMPORTED = (
    CYCLE,
    ORGANISATION,
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    PERSON,
    ASSIGNMENT,
    STAFFING,
    PROJECTION,
    PREVIOUS,
    DIALOGUE,
    RESPONSIBILITY,
    AUDIT_ENTRY,
)


def rows_of(engine: Engine, table: Table) -> list[tuple[Any, ...]]:
    with reading(engine) as connection:
        keys = list(table.primary_key.columns)
        return [tuple(row) for row in connection.execute(select(table).order_by(*keys))]


def everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    return {table.name: rows_of(engine, table) for table in IMPORTED}


def count(engine: Engine, table: Table) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def without(*pairs: tuple[str, str]) -> dict[tuple[str, str], float]:
    return {pair: heads for pair, heads in SMALL_STAFFING.items() if pair not in pairs}


def full_file() -> CycleFile:
    """Every column of every sheet has a value."""
    return cycle_file(
        cycle=replace(
            CYCLE_ROW,
            measured_on=date(2025, 3, 31),
            counting=Counting.PEOPLE,
            source="Personalframskrivning 2025",
        ),
        categories=(
            replace(category_row(CHIEF), aid_code="201010", focus_area="Ledning"),
            category_row(SOCIAL, "Socialsekreterare bistånd", "Handläggare"),
        ),
        previous=(
            previous_row(
                "A1",
                SOCIAL,
                need_2y=Need.MORE,
                need_5y=Need.SAME,
                level_some=-10,
                level_good=0,
                level_high=10,
                level_very_high=0,
                severity=Severity.SERIOUS,
                likelihood=Likelihood.HIGH,
            ),
        ),
    )


def test_a_first_import_stores_every_row(engine: Engine) -> None:
    result = stored(engine)
    assert count(engine, ORGANISATION) == len(ORGANISATIONS)
    assert count(engine, ASSIGNMENT) == len(PEOPLE)
    assert count(engine, PERSON) == 7
    assert count(engine, STAFFING) == len(SMALL_STAFFING)
    assert result.dialogues == count(engine, DIALOGUE) == len(SMALL_STAFFING)
    assert not result.unchanged
    assert (result.changed, result.removed, result.removals) == (0, 0, [])


def test_every_column_is_stored(engine: Engine) -> None:
    stored(engine, full_file())
    with reading(engine) as connection:
        cycle = find_cycle(connection)
        names = set(connection.execute(select(CATEGORY_EARLIER_NAME.c.name)).scalars())
        chief = connection.execute(select(CATEGORY).where(CATEGORY.c.name == CHIEF)).one()
        previous = connection.execute(select(PREVIOUS)).one()
        projection = connection.execute(select(PROJECTION)).one()
    assert (cycle.measured_on, cycle.counting, cycle.source) == (
        date(2025, 3, 31),
        "people",
        "Personalframskrivning 2025",
    )
    assert names == {"Socialsekreterare bistånd", "Handläggare"}
    assert (chief.aid_code, chief.focus_area) == ("201010", "Ledning")
    assert tuple(previous[4:]) == (2023, "MORE", "SAME", -10, 0, 10, 0, "SERIOUS", "HIGH")
    assert tuple(projection[4:]) == (60, -3, -6, 9, 1)


def test_an_organisation_knows_its_division_and_committee(engine: Engine) -> None:
    stored(engine)
    with reading(engine) as connection:
        codes = dict(connection.execute(select(ORGANISATION.c.id, ORGANISATION.c.code)).all())
        found = {
            row.code: (
                codes.get(row.parent_id),
                codes.get(row.division_id),
                codes.get(row.committee_id),
            )
            for row in connection.execute(select(ORGANISATION))
        }
    assert found["A1"] == ("A", "A", "ASN")
    assert found["A"] == ("ASN", "A", "ASN")
    assert found["ASN"] == ("STAD", None, "ASN")
    assert found["STAD"] == (None, None, None)


@pytest.mark.parametrize("file", [cycle_file(), full_file()], ids=["small", "full"])
def test_the_same_file_twice_changes_nothing(engine: Engine, file: CycleFile) -> None:
    stored(engine, file)
    before = everything(engine)
    again = stored(engine, file)
    assert again.unchanged
    assert everything(engine) == before


def test_an_import_is_audited_once(engine: Engine) -> None:
    stored(engine)
    stored(engine)
    with reading(engine) as connection:
        entry = connection.execute(select(AUDIT_ENTRY)).one()
    assert (entry.event, entry.at) == ("cycle_imported", NOW)
    assert entry.detail["added"] > 0


def test_a_corrected_file_updates(engine: Engine) -> None:
    stored(engine)
    corrected = cycle_file(
        {**SMALL_STAFFING, ("A1", SOCIAL): 11},
        cycle=replace(CYCLE_ROW, deadline_on=date(2025, 10, 24)),
        projections=(projection_row("ASN", SOCIAL, 61, -4),),
    )
    result = stored(engine, corrected)
    assert (result.added, result.changed, result.removed) == (0, 3, 0)
    with reading(engine) as connection:
        assert find_cycle(connection).deadline_on == date(2025, 10, 24)
        facts = connection.execute(
            select(DIALOGUE.c.heads, DIALOGUE.c.committee_headcount, DIALOGUE.c.committee_gap_2y)
            .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
            .where(ORGANISATION.c.code == "A1")
        ).one()
    assert tuple(facts) == (11, 61, -4)


def test_a_corrected_file_may_add_rows(engine: Engine) -> None:
    stored(engine)
    more = cycle_file(
        {**SMALL_STAFFING, ("A1", "Handläggare"): 6},
        categories=(category_row(CHIEF), category_row(SOCIAL), category_row("Handläggare")),
    )
    result = stored(engine, more)
    assert (result.added, result.dialogues) == (2, len(SMALL_STAFFING) + 1)


def test_earlier_names_follow_the_file(engine: Engine) -> None:
    for names in (("Gammal",), ("Äldre", "Äldst"), ()):
        file = cycle_file(categories=(category_row(CHIEF), category_row(SOCIAL, *names)))
        assert not stored(engine, file).unchanged
        assert {row[1] for row in rows_of(engine, CATEGORY_EARLIER_NAME)} == set(names)


def test_rows_that_are_gone_are_proposed_and_stay(engine: Engine) -> None:
    stored(engine)
    result = stored(engine, cycle_file(without(("A1", SOCIAL)), projections=()))
    assert result.removals == [
        Removal("Bemanning", f"A1, {SOCIAL}"),
        Removal("Personalframskrivning", f"ASN, {SOCIAL}"),
    ]
    assert result.unchanged
    assert count(engine, STAFFING) == len(SMALL_STAFFING)
    assert count(engine, PROJECTION) == 1


def test_a_person_who_is_gone_is_proposed_by_address(engine: Engine) -> None:
    stored(engine)
    result = stored(engine, cycle_file(assignments=people(*PEOPLE[:-1])))
    assert result.removals == [Removal("Personer", "bea@exempelstad.example, B2")]


def smaller_file() -> CycleFile:
    """Without division B, its units and people, a category, and what was before."""
    kept = {code: place for code, place in ORGANISATIONS.items() if not code.startswith("B")}
    return cycle_file(
        {pair: heads for pair, heads in without(("A", CHIEF)).items() if pair[0] in kept},
        organisations=tuple(organisation_row(code, *place) for code, place in kept.items()),
        assignments=people(*(row for row in PEOPLE if row[2] in kept)),
        categories=(category_row(SOCIAL),),
        projections=(),
    )


def test_removing_takes_away_what_is_gone(engine: Engine) -> None:
    full = full_file()
    before = (previous_row("A1", SOCIAL), previous_row("B1", CHIEF), previous_row("ASN", SOCIAL))
    earlier = (category_row(CHIEF, "Gruppchef"), category_row(SOCIAL))
    stored(engine, replace(full, previous=before, categories=earlier))
    result = stored(engine, smaller_file(), removing=True)
    assert result.removals == []
    assert result.removed > 0
    assert {row[3] for row in rows_of(engine, ORGANISATION)} == {
        "STAD",
        "ASN",
        "A",
        "A1",
        "A2",
        "A3",
    }
    assert [row[3] for row in rows_of(engine, CATEGORY)] == [SOCIAL]
    assert count(engine, STAFFING) == count(engine, DIALOGUE) == 3
    assert count(engine, PREVIOUS) == count(engine, PROJECTION) == 0
    assert stored(engine, smaller_file(), removing=True).unchanged


def test_without_removing_the_same_file_only_proposes(engine: Engine) -> None:
    stored(engine)
    before = everything(engine)
    result = stored(engine, smaller_file())
    assert {removal.sheet for removal in result.removals} == {
        "Organisation",
        "Yrkeskategorier",
        "Personer",
        "Bemanning",
        "Personalframskrivning",
    }
    assert result.removed == 0
    assert everything(engine)["dialogue"] == before["dialogue"]


def test_an_organisation_may_move_to_another_division(engine: Engine) -> None:
    stored(engine)
    moved = {**ORGANISATIONS, "A1": (OrganisationKind.UNIT, "B")}
    result = stored(
        engine,
        cycle_file(organisations=tuple(organisation_row(c, *p) for c, p in moved.items())),
    )
    assert (result.added, result.changed) == (0, 1)


def test_answers_stay_when_the_file_changes_around_them(engine: Engine) -> None:
    stored(engine)
    after = Answering(engine, "anna", "A1").submit()
    stored(engine, cycle_file({**SMALL_STAFFING, ("A1", SOCIAL): 14}))
    with reading(engine) as connection:
        row = connection.execute(select(DIALOGUE).where(DIALOGUE.c.revision > 0)).one()
    assert (row.heads, row.progress, row.need_2y) == (14, "submitted", "MORE")
    assert row.revision == after.revision


def test_a_group_with_answers_that_would_be_pooled_is_refused_with_its_cell(
    engine: Engine,
) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    before = everything(engine)
    renamed = replace(CYCLE_ROW, hr_email="annan@exempelstad.example")
    smaller = cycle_file({**SMALL_STAFFING, ("A1", SOCIAL): 4}, cycle=renamed)
    with pytest.raises(ImportRefused) as refused:
        stored(engine, smaller)
    (problem,) = refused.value.problems
    assert problem.cell == f"Bemanning!A1-{SOCIAL}"
    assert "har redan svar" in problem.text
    assert everything(engine) == before


def test_a_group_with_answers_whose_row_is_gone_is_refused(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    before = everything(engine)
    with pytest.raises(ImportRefused, match="import refused") as refused:
        stored(engine, cycle_file(without(("A1", SOCIAL))), removing=True)
    assert [problem.cell for problem in refused.value.problems] == ["Bemanning!A1"]
    assert everything(engine) == before


def test_a_group_that_somebody_has_only_typed_in_is_refused_too(engine: Engine) -> None:
    """What was typed on an outdated card is kept, and so is the dialogue it belongs to."""
    stored(engine)
    Answering(engine, "anna", "A1").keep_typed()
    with pytest.raises(ImportRefused):
        stored(engine, cycle_file(without(("A1", SOCIAL))), removing=True)


def test_a_committee_whose_summary_was_handed_out_stays(engine: Engine) -> None:
    both = {**ORGANISATIONS, "FSN": (OrganisationKind.COMMITTEE, "STAD")}
    rows = tuple(organisation_row(code, *place) for code, place in both.items())
    result = stored(engine, cycle_file(organisations=rows))
    with writing(engine) as connection:
        committee = connection.execute(
            select(ORGANISATION.c.id).where(ORGANISATION.c.code == "FSN")
        ).scalar_one()
        hanna = connection.execute(select(PERSON.c.id).limit(1)).scalar_one()
        store_summary(connection, result.cycle_id, committee, b"workbook", NOW, hanna)
    with pytest.raises(ImportRefused) as refused:
        stored(engine, removing=True)
    (problem,) = refused.value.problems
    assert problem.cell == "Organisation!A1"
    assert "FSN" in problem.text
    assert [removal.what for removal in stored(engine).removals] == ["FSN"]


def test_a_category_that_is_only_proposed_keeps_its_earlier_names(engine: Engine) -> None:
    file = cycle_file(categories=(category_row(CHIEF, "Gruppchef"), category_row(SOCIAL)))
    stored(engine, file)
    social_only = {pair: heads for pair, heads in SMALL_STAFFING.items() if pair[1] == SOCIAL}
    result = stored(engine, cycle_file(social_only, categories=(category_row(SOCIAL),)))
    assert Removal("Yrkeskategorier", CHIEF) in result.removals
    assert [row[1] for row in rows_of(engine, CATEGORY_EARLIER_NAME)] == ["Gruppchef"]


def test_a_pool_with_answers_that_would_be_split_is_refused(engine: Engine) -> None:
    small = {**SMALL_STAFFING, ("A1", CHIEF): 3, ("A2", CHIEF): 2, ("A", CHIEF): 0}
    stored(engine, cycle_file(small))
    Answering(engine, "disa", "A", CHIEF).submit()
    with pytest.raises(ImportRefused) as refused:
        stored(engine, cycle_file({**small, ("A1", CHIEF): 5, ("A2", CHIEF): 5}))
    assert len(refused.value.problems) == 1


def test_an_unknown_entra_id_of_somebody_else_is_refused(engine: Engine) -> None:
    stored(engine)
    before = everything(engine)
    stolen = replace(people(("ny", Role.UNIT_MANAGER, "A3"))[0], entra_id="account-of-anna")
    with pytest.raises(ImportRefused) as refused:
        stored(engine, cycle_file(assignments=(*people(*PEOPLE), stolen)))
    (problem,) = refused.value.problems
    assert problem.cell == "Personer!ny"
    assert "anna@exempelstad.example" in problem.text
    assert everything(engine) == before


def test_two_cycles_lie_side_by_side(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    before = everything(engine)
    later = replace(
        CYCLE_ROW,
        name="Kompetensförsörjning 2027",
        year=2027,
        opens_on=date(2027, 9, 15),
        deadline_on=date(2027, 10, 15),
    )
    result = stored(engine, cycle_file({("A1", SOCIAL): 12}, cycle=later))
    assert (result.dialogues, result.removals) == (1, [])
    after = everything(engine)
    for table in ("organisation", "category", "staffing", "dialogue", "assignment"):
        assert after[table][: len(before[table])] == before[table]
    assert after["person"] == before["person"]
    assert stored(engine).unchanged


def test_a_failure_half_way_stores_nothing(engine: Engine) -> None:
    with pytest.raises(KeyError), writing(engine) as connection:
        store_cycle(connection, cycle_file({("FINNS INTE", SOCIAL): 3}), NOW)
    assert all(not found for found in everything(engine).values())
