"""The demo begins with half of the managers done, by the dialogue's own path."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Engine, func, select

from bot.demo.example import example_cycle, personas, planned_answers, seed
from bot.demo.running import introduction
from kfmodel.answers import Answers
from kfmodel.database import reading, writing
from kfmodel.dialogue import Progress
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.cycle_import import store_cycle
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.dialogues import Loaded, dialogues_of
from kfmodel.repository.schema import DIALOGUE, REVISION

NOW = datetime(2025, 9, 29, 9, 0, tzinfo=UTC)


def _codes() -> dict[str, str]:
    return {row.name: row.code for row in example_cycle().organisations}


def _all_loaded(connection: Connection) -> dict[tuple[str, str], Loaded]:
    codes = _codes()
    return {
        (codes[one.facts.organisation], one.facts.category): one
        for person in personas()
        for one in dialogues_of(connection, person.entra_id)
    }


def test_the_demo_names_people_who_have_everything_left(seeded: Engine) -> None:
    said = introduction(3978, "sqlite:///kf.db")
    with reading(seeded) as connection:
        named = [person for person in personas() if f"  {person.name}, " in said]
        states = [
            one.state.progress
            for person in named
            for one in dialogues_of(connection, person.entra_id)
        ]
    assert {person.group for person in named} >= {"HR", "Avdelningschefer", "Enhetschefer"}
    assert set(states) == {Progress.NOT_STARTED}


@pytest.fixture
def seeded(engine: Engine) -> Engine:
    with writing(engine) as connection:
        seed(connection, NOW)
    return engine


def test_about_half_of_the_unit_managers_and_one_division_head_are_done(seeded: Engine) -> None:
    done: Counter[OrganisationKind] = Counter()
    with reading(seeded) as connection:
        for person in personas():
            own = dialogues_of(connection, person.entra_id)
            kinds = {d.facts.organisation_kind for d in own if d.state.progress == "submitted"}
            done.update(kinds)
    assert done[OrganisationKind.DIVISION] == 1
    assert 12 <= done[OrganisationKind.UNIT] <= 15


def test_what_is_submitted_is_what_was_planned(seeded: Engine) -> None:
    plan = planned_answers()
    with reading(seeded) as connection:
        submitted = {
            key: one.state.answers
            for key, one in _all_loaded(connection).items()
            if one.state.progress is Progress.SUBMITTED
        }
    assert len(submitted) > 20
    assert submitted == {key: plan[key] for key in submitted}


def test_three_have_stopped_half_way_with_some_answers(seeded: Engine) -> None:
    with reading(seeded) as connection:
        begun = [
            one.state
            for one in _all_loaded(connection).values()
            if one.state.progress is Progress.IN_PROGRESS
        ]
    assert sorted(str(state.step) for state in begun) == ["levels", "review", "risk"]
    assert all(state.answers != Answers() for state in begun)


def test_every_press_is_a_revision_at_an_hour_of_work_before_now(seeded: Engine) -> None:
    with reading(seeded) as connection:
        times = connection.execute(select(REVISION.c.at).order_by(REVISION.c.at)).scalars().all()
        stored = connection.execute(select(func.sum(DIALOGUE.c.revision))).scalar_one()
    assert len(times) == stored
    assert datetime(2025, 9, 15, 6, 0, tzinfo=UTC) < times[0]
    assert times[-1] < NOW
    assert {at.weekday() for at in times} == {0, 1, 2, 3, 4}
    assert all(6 <= at.hour < 15 for at in times)


def test_seeding_is_the_same_every_time(engine: Engine) -> None:
    with writing(engine) as connection:
        seed(connection, NOW)
        first = connection.execute(select(REVISION).order_by(REVISION.c.id)).all()
        connection.rollback()
    with writing(engine) as connection:
        seed(connection, NOW)
        again = connection.execute(select(REVISION).order_by(REVISION.c.id)).all()
    assert [row.after for row in again] == [row.after for row in first]
    assert [row.at for row in again] == [row.at for row in first]


def test_on_the_opening_day_nobody_has_answered(engine: Engine) -> None:
    with writing(engine) as connection:
        seed(connection, datetime(2025, 9, 15, 9, 0, tzinfo=UTC))
        assert connection.execute(select(func.count()).select_from(REVISION)).scalar_one() == 0


def test_after_one_day_all_their_answers_lie_within_that_day(engine: Engine) -> None:
    with writing(engine) as connection:
        seed(connection, datetime(2025, 9, 16, 5, 0, tzinfo=UTC))
        times = connection.execute(select(REVISION.c.at)).scalars().all()
    assert {at.date().isoformat() for at in times} == {"2025-09-15"}
    assert max(times).hour < 16


def test_importing_the_example_again_changes_nothing(seeded: Engine) -> None:
    with writing(seeded) as connection:
        assert store_cycle(connection, example_cycle(), NOW).unchanged
        assert find_cycle(connection, "2025").name == "Kompetensförsörjning 2025"
