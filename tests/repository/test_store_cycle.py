"""Importing: what is stored, and what changes."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, select

from kfmodel.database import reading
from kfmodel.importing.values import CycleFile
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.schema import (
    ASSIGNMENT,
    AUDIT_ENTRY,
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    DIALOGUE,
    ORGANISATION,
    PERSON,
    PREVIOUS,
    PROJECTION,
    STAFFING,
)
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
    projection_row,
    stored,
)
from tests.repository.build import (
    STAFFING as SMALL_STAFFING,
)
from tests.repository.stored_rows import count, everything, full_file, rows_of


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
    levels, risk = (-10, 0, 10, 0), ("SERIOUS", "OTHER", "SERIOUS", "HIGH")
    assert tuple(previous[4:]) == (2023, "MORE", "SAME", *levels, *risk)
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
