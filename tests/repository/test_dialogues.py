"""Loading a dialogue, storing what was answered, and what stands in the way."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from dialogs.press import Verb
from kfmodel.answers import Activity, Answers
from kfmodel.database import reading, writing
from kfmodel.dialogue import AnsweredAs, Progress, State
from kfmodel.organisation import Counting
from kfmodel.repository.dialogue_changes import keep_unapplied, save
from kfmodel.repository.dialogues import dialogues_of, load_dialogue
from kfmodel.repository.schema import ACTIVITY, CYCLE, DIALOGUE, DRIVER, REVISION
from kfmodel.repository.settling_places import every_place
from kfmodel.scales import Likelihood, Need, Severity
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    NAME,
    NOW,
    SOCIAL,
    Answering,
    cycle_file,
    entra,
    loaded,
    pressed_by,
    stored,
)

EVERYTHING = Answers(
    headcount_ok=False,
    headcount_actual=11,
    need_2y=Need.MUCH_MORE,
    need_5y=Need.LESS,
    move_some_good=1,
    move_good_high=2,
    move_high_very_high=0,
    now_some=1,
    now_good=2,
    now_high=3,
    now_very_high=0,
    need_2y_some=0,
    need_2y_good=4,
    need_2y_high=5,
    need_2y_very_high=6,
    need_5y_some=7,
    need_5y_good=8,
    need_5y_high=9,
    need_5y_very_high=10,
    severity=Severity.SERIOUS,
    severity_operations=Severity.OTHER,
    severity_work_environment=Severity.SERIOUS,
    likelihood=Likelihood.HIGH,
    specific_gap="Handledning, ”metodstöd” & <juridik>",
    comment="Två rader\noch en smiley 🙂",
    drivers=("law", "economy", "work_environment"),
    activities=(
        Activity(
            "Mentor för nya",
            "introduce",
            "2026",
            "Förste socialsekreterare",
            "Samtal efter sex månader",
            "organisation",
            "Många på nivån Viss",
            40_000,
        ),
        Activity("Annonsera tidigare"),
    ),
)


def saved(engine: Engine, answers: Answers, name: str = "anna", code: str = "A1") -> State | None:
    one = loaded(engine, name, code)
    after = replace(one.state, answers=answers, progress=Progress.IN_PROGRESS, step="review")
    with writing(engine) as connection:
        return save(
            connection,
            one.facts.dialogue_id,
            one.state,
            after,
            pressed_by(one),
            AnsweredAs.MANAGER,
        )


def revisions(engine: Engine) -> list[Any]:
    with reading(engine) as connection:
        return list(connection.execute(select(REVISION).order_by(REVISION.c.id)))


def dialogue_row(engine: Engine) -> Any:
    with reading(engine) as connection:
        return connection.execute(select(DIALOGUE).where(DIALOGUE.c.revision > 0)).one()


def lists(engine: Engine) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    with reading(engine) as connection:
        return [tuple(row) for row in connection.execute(select(DRIVER))], [
            tuple(row) for row in connection.execute(select(ACTIVITY))
        ]


def test_a_dialogue_that_nobody_has_begun_is_empty(engine: Engine) -> None:
    stored(engine)
    one = loaded(engine, "anna", "A1")
    assert one.state == State(Answers(), Progress.NOT_STARTED, None, 0)
    assert one.person.name == "Anna"
    facts = one.facts
    assert (facts.cycle, facts.year, facts.category, facts.heads) == (NAME, 2025, SOCIAL, 10)
    assert (facts.opens_on, facts.deadline_on) == (date(2025, 9, 15), date(2025, 10, 17))
    assert (facts.closed, facts.method, facts.units) == (False, "five-level", 1)


def test_somebody_elses_dialogue_cannot_be_loaded(engine: Engine) -> None:
    stored(engine)
    mine = loaded(engine, "anna", "A1").facts.dialogue_id
    with reading(engine) as connection:
        assert load_dialogue(connection, entra("anna"), mine) is not None
        assert load_dialogue(connection, entra("bea"), mine) is None
        assert load_dialogue(connection, entra("disa"), mine) is None
        assert load_dialogue(connection, "a stranger", mine) is None
        assert load_dialogue(connection, entra("anna"), mine + 1000) is None


def test_a_dialogue_of_a_closed_cycle_can_be_loaded_and_says_so(engine: Engine) -> None:
    stored(engine)
    with writing(engine) as connection:
        connection.execute(update(CYCLE).values(closed_at=NOW))
        assert dialogues_of(connection, entra("anna")) == ()
    assert loaded(engine, "anna", "A1").facts.closed


def test_a_stranger_has_no_dialogues(engine: Engine) -> None:
    stored(engine)
    with reading(engine) as connection:
        assert dialogues_of(connection, "a stranger") == ()


def test_dialogues_come_by_deadline_own_ones_before_vacancies(engine: Engine) -> None:
    stored(engine)
    sooner = replace(CYCLE_ROW, name="Extra omgång", deadline_on=date(2025, 10, 1))
    stored(engine, cycle_file({("A", CHIEF): 6, ("A3", SOCIAL): 8}, cycle=sooner))
    with reading(engine) as connection:
        found = dialogues_of(connection, entra("disa"))
    assert [(one.facts.cycle, one.facts.organisation) for one in found] == [
        ("Extra omgång", "Enhet A"),
        ("Extra omgång", "Enhet A3"),
        (NAME, "Enhet A"),
        (NAME, "Enhet A3"),
    ]


@pytest.mark.parametrize(
    "answers",
    [
        EVERYTHING,
        Answers(level_some=-100, level_good=0, level_high=100, level_very_high=0),
        Answers(headcount_ok=True, move_some_good=0, move_good_high=0, move_high_very_high=0),
        Answers(comment="x" * 2_000, specific_gap="=SUMMA(A1)"),
    ],
    ids=["everything", "points", "nothing moves", "long"],
)
def test_what_is_saved_is_what_is_loaded(engine: Engine, answers: Answers) -> None:
    stored(engine)
    after = saved(engine, answers)
    state = loaded(engine, "anna", "A1").state
    assert state.answers == answers
    assert (state.progress, state.step, state.revision) == (Progress.IN_PROGRESS, "review", 1)
    assert (state.changed_at, state.changed_by, state.last_press) == (NOW, "Anna", "d")
    assert after == replace(state, changed_by=None)


def test_drivers_and_activities_are_replaced_and_emptied(engine: Engine) -> None:
    stored(engine)
    saved(engine, EVERYTHING)
    fewer = replace(EVERYTHING, drivers=("law",), activities=EVERYTHING.activities[1:])
    saved(engine, fewer)
    assert loaded(engine, "anna", "A1").state.answers == fewer
    saved(engine, replace(EVERYTHING, drivers=(), activities=()))
    assert lists(engine) == ([], [])


def test_drivers_come_in_the_methods_order_however_they_were_stored(engine: Engine) -> None:
    stored(engine)
    saved(engine, replace(EVERYTHING, drivers=("work_environment", "recruitment", "law")))
    drivers = loaded(engine, "anna", "A1").state.answers.drivers
    assert drivers == ("law", "recruitment", "work_environment")


def test_a_driver_that_the_method_no_longer_has_is_not_lost(engine: Engine) -> None:
    stored(engine)
    saved(engine, replace(EVERYTHING, drivers=("abandoned", "law")))
    assert loaded(engine, "anna", "A1").state.answers.drivers == ("law", "abandoned")


def test_every_save_is_a_revision_with_before_and_after(engine: Engine) -> None:
    stored(engine)
    saved(engine, Answers(need_2y=Need.MORE))
    saved(engine, EVERYTHING)
    first, second = revisions(engine)
    assert (first.number, first.base_number, second.number, second.base_number) == (1, 0, 2, 1)
    assert (first.at, first.verb, first.step, first.press) == (NOW, "answer", "need", "d")
    assert first.person_id == loaded(engine, "anna", "A1").person.id
    assert first.before == {"progress": "not_started", "step": None}
    assert first.after == {"progress": "in_progress", "step": "review", "need_2y": "MORE"}
    assert second.before == first.after
    assert second.after["drivers"] == ["law", "economy", "work_environment"]
    assert second.after["activities"] == [
        {
            "description": "Mentor för nya",
            "area": "introduce",
            "time_plan": "2026",
            "responsible": "Förste socialsekreterare",
            "follow_up": "Samtal efter sex månader",
            "challenge": "organisation",
            "anchoring": "Många på nivån Viss",
            "asked_sek": 40_000,
        },
        {"description": "Annonsera tidigare"},
    ]
    assert second.after["comment"] == EVERYTHING.comment


def test_a_stale_state_is_not_saved_and_writes_nothing(engine: Engine) -> None:
    stored(engine)
    stale = loaded(engine, "agnes", "A2")
    assert saved(engine, EVERYTHING, "anton", "A2") is not None
    before = dialogue_row(engine), lists(engine), revisions(engine)
    after = replace(stale.state, answers=Answers(comment="too late", drivers=("economy",)))
    with writing(engine) as connection:
        dialogue = stale.facts.dialogue_id
        assert (
            save(connection, dialogue, stale.state, after, pressed_by(stale), AnsweredAs.MANAGER)
            is None
        )
    assert (dialogue_row(engine), lists(engine), revisions(engine)) == before


def test_what_was_typed_on_an_old_card_is_kept_beside_the_answers(engine: Engine) -> None:
    stored(engine)
    saved(engine, EVERYTHING)
    one = loaded(engine, "anna", "A1")
    typed = {"comment": "Skrivet på ett gammalt kort 🙂", "need_2y": "LESS"}
    with writing(engine) as connection:
        keep_unapplied(connection, one.facts.dialogue_id, one.state, pressed_by(one), typed)
    assert loaded(engine, "anna", "A1").state == one.state
    kept = revisions(engine)[-1]
    assert (kept.number, kept.base_number, kept.after) == (None, 1, {"typed": typed})
    assert kept.before["comment"] == EVERYTHING.comment


def test_the_same_press_is_kept_once_another_beside_it(engine: Engine) -> None:
    stored(engine)
    answering = Answering(engine, "anna", "A1")
    answering.keep_typed("press one", comment="ett")
    answering.keep_typed("press one", comment="ett")
    answering.keep_typed("press two", comment="två")
    kept = [(row.number, row.after["typed"]["comment"]) for row in revisions(engine)]
    assert kept == [(None, "ett"), (None, "två")]


def test_submitting_stores_when_who_and_as_what(engine: Engine) -> None:
    stored(engine)
    state = Answering(engine, "anna", "A1").submit()
    row = dialogue_row(engine)
    anna = loaded(engine, "anna", "A1")
    assert (row.progress, row.submitted_at, row.submitted_by) == ("submitted", NOW, anna.person.id)
    assert (row.answered_as, row.late, row.step) == ("manager", False, None)
    assert anna.state == replace(state, changed_by="Anna")


def test_whoever_stands_in_for_a_vacant_post_is_recorded_so(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "hanna", "A3").submit()
    assert dialogue_row(engine).answered_as == "vacancy"


def test_after_the_deadline_it_is_late(engine: Engine) -> None:
    stored(engine)
    after_deadline = datetime.combine(CYCLE_ROW.deadline_on, NOW.timetz()) + timedelta(days=1)
    Answering(engine, "anna", "A1").submit(after_deadline)
    assert dialogue_row(engine).late is True
    assert loaded(engine, "anna", "A1").state.late


def test_reopening_takes_the_submission_back(engine: Engine) -> None:
    stored(engine)
    answering = Answering(engine, "anna", "A1")
    answering.submit()
    answering.press(Verb.REOPEN)
    row = dialogue_row(engine)
    assert (row.progress, row.submitted_at, row.submitted_by, row.answered_as) == (
        "in_progress",
        None,
        None,
        None,
    )
    assert row.need_2y == "MORE"


def test_what_is_counted_follows_the_cycle(engine: Engine) -> None:
    full_time = Counting.FULL_TIME_EQUIVALENTS
    stored(engine, cycle_file(cycle=replace(CYCLE_ROW, counting=full_time)))
    with reading(engine) as connection:
        [cycle] = connection.execute(select(CYCLE.c.id)).scalars()
        assert {p.counting for p in every_place(connection, cycle).values()} == {full_time}
        [first, *_] = dialogues_of(connection, entra("anna"))
    assert first.facts.counting is full_time
