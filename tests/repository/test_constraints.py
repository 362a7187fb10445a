"""The database itself refuses what must not be: bad values, and changes of what has happened."""

from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table, delete, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW
from kfmodel.database import reading, writing
from kfmodel.repository.audit import note
from kfmodel.repository.schema import (
    ACTIVITY,
    ASSIGNMENT,
    AUDIT_ENTRY,
    CYCLE,
    DELIVERY,
    DIALOGUE,
    FUNDING,
    GOAL,
    ORGANISATION,
    PERSON,
    PICKED_QUOTE,
    PREVIOUS,
    PROJECTION,
    RESPONSIBILITY,
    REVISION,
    STAFFING,
)
from kfmodel.tables import metadata
from tests.planning.ledger import at, plan
from tests.repository.build import NOW, SOCIAL, Answering, cycle_file, previous_row, stored

REFUSED: list[tuple[Table, dict[str, Any], str]] = [
    (CYCLE, {"counting": "hundreds"}, "ck_cycle_counting_known"),
    (ORGANISATION, {"kind": "village"}, "ck_organisation_kind_known"),
    (STAFFING, {"heads": -0.1}, "ck_staffing_heads_not_negative"),
    (PROJECTION, {"headcount": -1}, "ck_projection_headcount_not_negative"),
    (PREVIOUS, {"need_2y": "Mer"}, "ck_previous_answer_need_2y_known"),
    (PREVIOUS, {"need_5y": "mer"}, "ck_previous_answer_need_5y_known"),
    (PREVIOUS, {"severity": "OTHERWISE"}, "ck_previous_answer_severity_known"),
    (PREVIOUS, {"severity_operations": "LOW"}, "ck_previous_answer_severity_operations_known"),
    (
        PREVIOUS,
        {"severity_work_environment": "Annan risk"},
        "ck_previous_answer_severity_work_environment_known",
    ),
    (PREVIOUS, {"likelihood": "0.5"}, "ck_previous_answer_likelihood_known"),
    (PREVIOUS, {"level_some": 101}, "ck_previous_answer_level_some_range"),
    (PREVIOUS, {"level_good": -101}, "ck_previous_answer_level_good_range"),
    (PREVIOUS, {"level_high": 1000}, "ck_previous_answer_level_high_range"),
    (PREVIOUS, {"level_very_high": -999}, "ck_previous_answer_level_very_high_range"),
    (PERSON, {"language": "no"}, "ck_person_language_known"),
    (ASSIGNMENT, {"role": "boss"}, "ck_assignment_role_known"),
    (RESPONSIBILITY, {"capacity": "friend"}, "ck_responsibility_capacity_known"),
    (DIALOGUE, {"progress": "half"}, "ck_dialogue_progress_known"),
    (DIALOGUE, {"answered_as": "guest"}, "ck_dialogue_answered_as_known"),
    (DIALOGUE, {"need_2y": "SOME"}, "ck_dialogue_need_2y_known"),
    (DIALOGUE, {"need_5y": ""}, "ck_dialogue_need_5y_known"),
    (DIALOGUE, {"severity": "HIGH"}, "ck_dialogue_severity_known"),
    (DIALOGUE, {"severity_operations": "LOW"}, "ck_dialogue_severity_operations_known"),
    (
        DIALOGUE,
        {"severity_work_environment": "other"},
        "ck_dialogue_severity_work_environment_known",
    ),
    (DIALOGUE, {"likelihood": "SERIOUS"}, "ck_dialogue_likelihood_known"),
    (DIALOGUE, {"headcount_actual": -1}, "ck_dialogue_headcount_actual_not_negative"),
    (DIALOGUE, {"move_some_good": -1}, "ck_dialogue_move_some_good_not_negative"),
    (DIALOGUE, {"move_good_high": -1}, "ck_dialogue_move_good_high_not_negative"),
    (DIALOGUE, {"move_high_very_high": -1}, "ck_dialogue_move_high_very_high_not_negative"),
    (DIALOGUE, {"level_some": 101}, "ck_dialogue_level_some_range"),
    (DIALOGUE, {"level_good": -101}, "ck_dialogue_level_good_range"),
    (DIALOGUE, {"level_high": 101}, "ck_dialogue_level_high_range"),
    (DIALOGUE, {"level_very_high": 101}, "ck_dialogue_level_very_high_range"),
    (DIALOGUE, {"move_some_good": 1, "level_some": 1}, "ck_dialogue_levels_one_way"),
    *(
        (DIALOGUE, {name: -1}, f"ck_dialogue_{name}_not_negative")
        for name in (*HEADS_NOW, *HEADS_NEEDED[2], *HEADS_NEEDED[5])
    ),
    (DIALOGUE, {"progress": "submitted"}, "ck_dialogue_submitted_has_time"),
    (DIALOGUE, {"submitted_at": NOW}, "ck_dialogue_submitted_has_time"),
    (DELIVERY, {"kind": "greeting"}, "ck_delivery_kind_known"),
    (DELIVERY, {"channel": "pigeon"}, "ck_delivery_channel_known"),
    (DELIVERY, {"state": "lost"}, "ck_delivery_state_known"),
    (DELIVERY, {"reason": "weather"}, "ck_delivery_reason_known"),
    (DELIVERY, {"address": "hr@exempelstad.example"}, "ck_delivery_one_recipient"),
    (ACTIVITY, {"asked_sek": -1}, "ck_dialogue_activity_asked_sek_not_negative"),
    (FUNDING, {"asked_sek": -1}, "ck_funding_asked_sek_not_negative"),
    (FUNDING, {"granted_sek": -1}, "ck_funding_granted_sek_not_negative"),
    (GOAL, {"origin": "guessed"}, "ck_goal_origin_known"),
    (PICKED_QUOTE, {"source": "hearsay"}, "ck_picked_quote_source_known"),
]


@pytest.fixture
def imported(engine: Engine) -> Engine:
    stored(engine, cycle_file(previous=(previous_row("A1", SOCIAL),)))
    assert plan(engine, at(9, 15)), "deliveries too"
    with writing(engine) as connection:
        _add_what_comes_later(connection)
    return engine


def _add_what_comes_later(connection: Connection) -> None:
    """A row of each table that neither the import nor the plan fills."""
    group = connection.execute(select(DIALOGUE)).first()
    assert group is not None
    place = {"cycle_id": group.cycle_id, "organisation_id": group.organisation_id}
    goal = {"category_id": group.category_id, "to_year": 2027, "origin": "set"}
    connection.execute(insert(GOAL), place | goal)
    connection.execute(insert(FUNDING), place | {"position": 0, "measure": "Introduktion"})
    answer = {"dialogue_id": group.id}
    activity = {"position": 0, "description": "Handledning"}
    connection.execute(insert(ACTIVITY), answer | activity)
    quote = {"driver": "", "source": "comment", "original": "Ont om tid", "picked_at": NOW}
    connection.execute(insert(PICKED_QUOTE), answer | quote)


def test_bad_values_are_refused(imported: Engine, subtests: pytest.Subtests) -> None:
    for table, values, constraint in REFUSED:
        with (
            subtests.test(constraint, values=values),
            pytest.raises(IntegrityError, match=rf"\b{constraint}\b"),
            writing(imported) as connection,
        ):
            connection.execute(update(table).values(values))


def test_every_check_constraint_is_tried() -> None:
    declared = {
        str(constraint.name)
        for table in metadata.sorted_tables
        for constraint in table.constraints
        if str(constraint.name).startswith("ck_")
    }
    assert {name for _, _, name in REFUSED} == declared


def test_a_row_that_points_at_nothing_is_refused(imported: Engine) -> None:
    with pytest.raises(IntegrityError), writing(imported) as connection:
        connection.execute(update(DIALOGUE).values(category_id=99_999))


def test_what_others_point_at_is_not_deleted(imported: Engine) -> None:
    with pytest.raises(IntegrityError), writing(imported) as connection:
        connection.execute(delete(PERSON))


@pytest.mark.parametrize(
    "table", [STAFFING, PROJECTION, DIALOGUE, ORGANISATION, ASSIGNMENT, DELIVERY]
)
def test_the_same_row_twice_is_refused(imported: Engine, table: Table) -> None:
    columns = [column for column in table.c if column.name != "id"]
    again = insert(table).from_select(columns, select(*columns).limit(1))
    with pytest.raises(IntegrityError), writing(imported) as connection:
        connection.execute(again)


def test_a_time_without_zone_is_refused(imported: Engine) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(StatementError, match="without zone"), writing(imported) as connection:
        connection.execute(update(DIALOGUE).values(changed_at=naive))


@pytest.fixture
def with_history(imported: Engine) -> Engine:
    answering = Answering(imported, "anna", "A1")
    answering.submit()
    answering.keep_typed(comment="kept")
    with writing(imported) as connection:
        note(connection, NOW, "tested", {"what": "this"})
    return imported


@pytest.mark.parametrize("table", [REVISION, AUDIT_ENTRY], ids=lambda table: table.name)
def test_what_has_happened_is_neither_changed_nor_deleted(
    with_history: Engine, table: Table
) -> None:
    with reading(with_history) as connection:
        before = connection.execute(select(table)).all()
    assert before
    for statement in (
        update(table).values(at=NOW),
        update(table).where(table.c.id == before[0].id).values(person_id=None),
        delete(table),
        delete(table).where(table.c.id == before[0].id),
    ):
        with (
            pytest.raises(DBAPIError, match=f"{table.name} is append-only"),
            writing(with_history) as connection,
        ):
            connection.execute(statement)
    with reading(with_history) as connection:
        assert connection.execute(select(table)).all() == before


def test_a_dialogue_with_history_is_not_deleted(with_history: Engine) -> None:
    with writing(with_history) as connection:
        connection.execute(delete(RESPONSIBILITY))
        connection.execute(update(STAFFING).values(dialogue_id=None))
    with pytest.raises(IntegrityError), writing(with_history) as connection:
        connection.execute(delete(DIALOGUE))
