"""Answers entered by HR for others."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, select, text

from kfmodel.answers import Activity, Answers
from kfmodel.database import reading, writing
from kfmodel.dialogue import AnsweredAs, Progress
from kfmodel.importing.values import AnswerRow
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.answer_import import AnswersStored, store_answers
from kfmodel.repository.asked import asked_in
from kfmodel.repository.cycle_import import ImportRefusedError
from kfmodel.repository.dialogue_changes import save
from kfmodel.repository.organisations import Organisation, category_names, organisations_in
from kfmodel.repository.schema import AUDIT_ENTRY, DIALOGUE, REVISION
from kfmodel.scales import Likelihood, Need, Severity
from tests.repository.build import CHIEF, NOW, SOCIAL, Answering, loaded, pressed_by, stored
from tests.repository.test_material import TWO_COMMITTEES

ON_PAPER = Answers(
    need_2y=Need.LESS,
    need_5y=Need.SAME,
    level_some=-10,
    level_good=0,
    level_high=10,
    level_very_high=0,
    severity=Severity.NOT_SERIOUS,
    likelihood=Likelihood.LOW,
    comment="Från mötet",
    drivers=("law", "demography"),
)


def row(code: str, answers: Answers = ON_PAPER, category: str = SOCIAL) -> AnswerRow:
    return AnswerRow(code, category, answers, f"Svar!{code}")


def enter(
    engine: Engine, *rows: AnswerRow, late: bool = False, replacing: bool = False
) -> AnswersStored:
    with reading(engine) as connection:
        cycle_id = connection.execute(select(DIALOGUE.c.cycle_id).limit(1)).scalar_one()
    with writing(engine) as connection:
        return store_answers(connection, cycle_id, rows, NOW, late=late, replacing=replacing)


def refusal(engine: Engine, *rows: AnswerRow) -> list[tuple[str, str]]:
    with pytest.raises(ImportRefusedError) as refused:
        enter(engine, *rows)
    return [(problem.cell, problem.text) for problem in refused.value.problems]


def answered_as(engine: Engine) -> list[str | None]:
    with reading(engine) as connection:
        query = select(DIALOGUE.c.answered_as).where(DIALOGUE.c.revision > 0)
        return list(connection.execute(query).scalars())


def test_entered_answers_count_as_submitted_and_say_so(engine: Engine) -> None:
    stored(engine)
    assert enter(engine, row("A1"), row("A", category=CHIEF)) == AnswersStored(2, 0)
    state = loaded(engine, "anna", "A1").state
    assert (state.answers, state.progress) == (ON_PAPER, Progress.SUBMITTED)
    assert (state.submitted_at, state.changed_by, state.late) == (NOW, None, False)
    assert answered_as(engine) == ["entered_by_hr"] * 2


def test_after_the_deadline_they_are_late(engine: Engine) -> None:
    stored(engine)
    enter(engine, row("A1"), late=True)
    assert loaded(engine, "anna", "A1").state.late


def test_entering_the_same_again_changes_nothing(engine: Engine) -> None:
    stored(engine)
    enter(engine, row("A1"))
    assert enter(engine, row("A1")) == AnswersStored(0, 1)
    with reading(engine) as connection:
        assert len(connection.execute(select(REVISION)).all()) == 1
        query = select(AUDIT_ENTRY).where(AUDIT_ENTRY.c.event == "answers_entered")
        assert [entry.detail for entry in connection.execute(query)] == [{"rows": 1}]


def test_entered_answers_may_be_corrected(engine: Engine) -> None:
    stored(engine)
    enter(engine, row("A1"))
    corrected = replace(ON_PAPER, need_2y=Need.MORE)
    assert enter(engine, row("A1", corrected)) == AnswersStored(1, 0)
    assert loaded(engine, "anna", "A1").state.answers == corrected


def test_a_group_answered_in_chat_is_refused_and_nothing_is_stored(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    before = loaded(engine, "anna", "A1").state
    ((cell, text),) = refusal(engine, row("A2"), row("A1"))
    assert cell == "Svar!A1"
    assert "redan besvarad i chatten" in text
    assert loaded(engine, "anna", "A1").state == before
    assert loaded(engine, "agnes", "A2").state.revision == 0


def test_replacing_keeps_what_was_answered_in_chat_as_a_revision(engine: Engine) -> None:
    stored(engine)
    chat = Answering(engine, "anna", "A1").submit(
        comment="I chatten", drivers="economy", activity_description="Mentor"
    )
    assert enter(engine, row("A1"), replacing=True) == AnswersStored(1, 0)
    assert loaded(engine, "anna", "A1").state.answers == ON_PAPER
    with reading(engine) as connection:
        last = connection.execute(select(REVISION).order_by(REVISION.c.id.desc())).first()
    assert last is not None
    assert (last.number, last.verb, last.person_id) == (chat.revision + 1, "entered", None)
    assert last.before["comment"] == "I chatten"
    assert last.before["drivers"] == ["economy"]


@pytest.mark.parametrize(("code", "category"), [("A1", CHIEF), ("X9", SOCIAL), ("A1", "Kock")])
def test_a_group_that_is_not_asked_is_refused(engine: Engine, code: str, category: str) -> None:
    stored(engine)
    ((cell, text),) = refusal(engine, row(code, category=category))
    assert cell == f"Svar!{code}"
    assert "frågas inte" in text


def test_every_refusal_is_told_at_once(engine: Engine) -> None:
    stored(engine)
    assert [cell for cell, _ in refusal(engine, row("X8"), row("X9"))] == ["Svar!X8", "Svar!X9"]


def test_a_press_in_the_same_moment_is_not_overwritten(engine: Engine) -> None:
    """The press is stored while the answers are being entered, and committed before they are."""
    stored(engine)
    one = loaded(engine, "anna", "A1")
    after = replace(one.state, answers=Answers(comment="I chatten"), progress=Progress.IN_PROGRESS)
    with ThreadPoolExecutor() as pool:
        with writing(engine) as connection:
            dialogue_id = one.facts.dialogue_id
            save(connection, dialogue_id, one.state, after, pressed_by(one), AnsweredAs.MANAGER)
            entering = pool.submit(enter, engine, row("A1"))
            _until_somebody_waits(connection)
        with pytest.raises(ImportRefusedError) as refused:
            entering.result()
    (problem,) = refused.value.problems
    said = {"postgresql": "besvarades i chatten just nu", "sqlite": "är redan besvarad i chatten"}
    assert said[engine.dialect.name] in problem.text
    assert loaded(engine, "anna", "A1").state.answers == after.answers


def _until_somebody_waits(connection: Connection) -> None:
    """PostgreSQL tells; on SQLite the other waits at its beginning, and it matters not when."""
    waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    while connection.dialect.name == "postgresql" and not connection.scalar(waiting):
        connection.execute(text("SELECT pg_stat_clear_snapshot()"))


def test_what_is_asked_tells_where_each_group_stands(engine: Engine) -> None:
    cycle_id = stored(engine, TWO_COMMITTEES).cycle_id
    state = Answering(engine, "anna", "A1").submit(
        drivers="work_environment,law", activity_description="Mentor"
    )
    enter(engine, row("F1"))
    with reading(engine) as connection:
        asked = asked_in(connection, cycle_id)
    assert len(asked) == 9
    chat, paper = asked["A1", SOCIAL], asked["F1", SOCIAL]
    assert chat.state == replace(state, changed_by="Anna")
    assert chat.state.answers.activities == (Activity("Mentor"),)
    assert (chat.answered_as, paper.answered_as) == (AnsweredAs.MANAGER, AnsweredAs.ENTERED_BY_HR)
    assert asked["A2", SOCIAL].answered_as is None
    assert asked["A2", SOCIAL].state.progress is Progress.NOT_STARTED


def test_places_and_categories_come_in_hrs_order(engine: Engine) -> None:
    cycle_id = stored(engine, TWO_COMMITTEES).cycle_id
    with reading(engine) as connection:
        places = organisations_in(connection, cycle_id)
        assert category_names(connection, cycle_id) == [CHIEF, SOCIAL]
        assert organisations_in(connection, cycle_id + 1) == {}
    assert list(places) == ["STAD", "ASN", "A", "B", "A1", "A2", "A3", "B1", "B2", "FSN", "F1"]
    assert places["F1"] == Organisation(
        places["F1"].id, "F1", "Enhet F1", OrganisationKind.UNIT, "five-level", places["FSN"].id
    )
    assert places["STAD"].method == "five-level"


def test_heads_counted_by_level_say_whether_the_headcount_holds(engine: Engine) -> None:
    stored(engine)
    heads = {"now_some": 3, "now_good": 8, "now_high": 0, "now_very_high": 0}
    counted = Answers().with_values(heads)
    assert enter(engine, row("A1", counted)).stored == 1
    answers = loaded(engine, "anna", "A1").state.answers
    assert (answers.headcount_ok, answers.headcount_actual) == (False, 11)
    assert enter(engine, row("A1", counted)).unchanged == 1
    enter(engine, row("A1", counted.with_values({"now_good": 7})))
    answers = loaded(engine, "anna", "A1").state.answers
    assert (answers.headcount_ok, answers.headcount_actual) == (True, None)
