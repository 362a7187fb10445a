"""Whatever is pressed, in whatever order, on whichever card."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine

from dialogs.flow import DIALOGUE_VERBS
from dialogs.press import Press, Verb
from dialogs.screen import REVIEW, Ask, Screen
from dialogs.steps import STEPS
from dialogs.steps.activities import ACTIVITY_INPUTS, MOST_ACTIVITIES, input_id
from kfmodel.answers import COLUMNS, HEADS_NEEDED, HEADS_NOW, LEVELS, MOVES, SEVERITIES
from kfmodel.dialogue import Progress, State
from kfmodel.methods import all_methods
from kfmodel.repository.schema import DIALOGUE
from tests.dialogs.build import (
    AFTER_DEADLINE,
    BEFORE_OPENING,
    TODAY,
    Sitting,
    facts,
    in_progress,
    not_started,
    submitted,
)

NAMES = (
    "headcount_ok",
    "headcount_actual",
    "need_2y",
    "need_5y",
    *MOVES,
    *LEVELS,
    *HEADS_NOW,
    *HEADS_NEEDED[2],
    "unchanged",
    *SEVERITIES,
    "likelihood",
    "drivers",
    "specific_gap",
    "comment",
    *(input_id(field, place) for field in ACTIVITY_INPUTS for place in (1, 2, MOST_ACTIVITIES)),
    "unknown",
)
LIKELY = (
    "true", "false", "MORE", "SAME", "SERIOUS", "OTHER", "LOW", "0", "3", "−10", "+10 %", "7,0",
    "7,5", "101", "law,demography", "recruit", "text", "å" * 2_001, "", " ",
)  # fmt: skip
values = st.one_of(
    st.sampled_from(LIKELY),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.booleans(),
    st.text(st.characters(), max_size=30),
)
inputs = st.dictionaries(st.sampled_from(NAMES), values, max_size=8)
steps = st.one_of(st.sampled_from([*STEPS, REVIEW]), st.none(), st.text(max_size=8))
methods = st.sampled_from(sorted(all_methods()))
verbs = st.sampled_from(sorted(DIALOGUE_VERBS))
flags = st.booleans()
states = st.sampled_from([not_started(), in_progress(), submitted()])
days = st.sampled_from([TODAY, TODAY, BEFORE_OPENING, AFTER_DEADLINE])


@st.composite
def presses(draw: st.DrawFn) -> tuple[Press, int]:
    """A press and how far its card is behind (0: it is current)."""
    press = Press(draw(verbs), draw(steps), None, draw(inputs), draw(flags), draw(flags))
    return press, draw(st.sampled_from([0, 0, 0, 1, 2, -1]))


@contextmanager
def table() -> Iterator[Connection]:
    """The dialogue's table with its CHECK rules, nothing that it refers to, and one row."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        DIALOGUE.create(connection)
        row = {"id": 1, "cycle_id": 1, "organisation_id": 1, "category_id": 1}
        counted = {"heads": 7, "units": 1, "progress": "not_started", "revision": 0, "late": False}
        connection.execute(DIALOGUE.insert(), row | counted)
        yield connection
    engine.dispose()


def store(connection: Connection, state: State) -> None:
    stored: dict[str, Any] = {name: getattr(state.answers, name) for name in COLUMNS}
    stored |= {"progress": state.progress, "step": state.step, "late": state.late}
    connection.execute(DIALOGUE.update().values(stored | {"submitted_at": state.submitted_at}))


@given(st.lists(presses(), max_size=8), states, days, flags, flags, methods)
def test_no_press_raises_or_stores_what_the_table_refuses(
    pressed: list[tuple[Press, int]],
    state: State,
    today: date,
    closed: bool,
    new: bool,
    method: str,
) -> None:
    known = {"previous": None} if new else {}
    sitting = Sitting(state, facts(closed=closed, method=method, **known), today)
    with table() as connection:
        for press, behind in pressed:
            before = sitting.state
            revision = before.revision - behind
            turn = sitting.deliver(replace(press, revision=revision))
            store(connection, sitting.state)
            if behind:
                assert sitting.state == before
            if sitting.answers != before.answers:
                assert sitting.state.revision == before.revision + 1
            if before.progress is Progress.SUBMITTED:
                assert sitting.answers == before.answers
            assert shows_where_it_stands(turn.screen, sitting.state)


def shows_where_it_stands(screen: Screen, state: State) -> bool:
    """The card says the revision that the next press is compared with, give or take the save."""
    drawn = getattr(screen, "state", state)
    return bool(drawn.answers == state.answers and drawn.progress == state.progress)


@given(inputs, steps, st.sampled_from([Verb.ANSWER, Verb.BACK, Verb.REVIEW]), methods)
@example({"headcount_ok": "true"}, "heads_needed", Verb.ANSWER, "headcount-levels")
def test_an_outdated_card_loses_nothing_that_was_typed(
    typed: dict[str, Any], step: str | None, verb: Verb, method: str
) -> None:
    sitting = Sitting(in_progress(), facts(method=method))
    turn = sitting.press(verb, step, typed, revision=1)
    assert turn.state is None
    if typed and not turn.kept:
        current = Sitting(in_progress(), facts(method=method))
        applied = current.press(verb, step, typed)
        assert current.answers == sitting.answers
        assert not applied.kept
        # nothing that was typed is a problem: only what was missing without it
        untyped = Sitting(in_progress(), facts(method=method)).press(verb, step, {})
        missing = getattr(untyped.screen, "problems", ())
        assert getattr(applied.screen, "problems", ()) == missing
    if isinstance(turn.screen, Ask) and turn.kept:
        assert turn.screen.typed == typed


@given(inputs, st.sampled_from(sorted(STEPS)), verbs, methods)
def test_the_same_press_twice_is_stored_once(
    typed: dict[str, Any], step: str, verb: Verb, method: str
) -> None:
    sitting = Sitting(in_progress(), facts(method=method))
    first = sitting.press(verb, step, typed)
    stored = sitting.state
    second = sitting.deliver_again()
    if first.state is not None:
        assert (second.state, second.kept) == (None, False)
    assert sitting.state == stored
    assert type(second.screen) is type(first.screen)


@given(st.dictionaries(st.text(max_size=5), values, max_size=4))
def test_a_digest_is_the_same_however_the_inputs_are_ordered(typed: dict[str, Any]) -> None:
    turned = dict(reversed(list(typed.items())))
    assert Press(Verb.ANSWER, "need", 1, typed).digest(1) == (
        Press(Verb.ANSWER, "need", 1, turned).digest(1)
    )
