"""Presses twice, on old cards, from two devices, and on cards that never were."""

import pytest

from dialogs.press import Verb
from dialogs.screen import REVIEW, Ask, Review, Submitted
from kfmodel.answers import Answers
from kfmodel.dialogue import State
from tests.dialogs.build import (
    COMPLETE,
    DRIVERS,
    INPUTS,
    NEED,
    Sitting,
    in_progress,
    not_started,
    submitted,
)

TWICE: list[tuple[Verb, str | None, State]] = [
    (Verb.START, None, not_started()),
    (Verb.ANSWER, "need", not_started()),
    (Verb.ANSWER, "levels", in_progress()),
    (Verb.ANSWER, "risk", in_progress()),
    (Verb.ANSWER, "drivers", in_progress(Answers())),
    (Verb.BACK, "risk", in_progress()),
    (Verb.BACK, REVIEW, in_progress()),
    (Verb.SAME, None, not_started()),
    (Verb.REVIEW, "need", in_progress()),
    (Verb.SUBMIT, REVIEW, in_progress()),
    (Verb.REOPEN, REVIEW, submitted()),
]


@pytest.mark.parametrize(("verb", "step", "state"), TWICE)
@pytest.mark.parametrize("from_review", [False, True])
def test_the_same_press_twice_is_stored_once_and_answered_alike(
    verb: Verb, step: str | None, state: State, from_review: bool
) -> None:
    sitting = Sitting(state)
    first = sitting.press(verb, step, INPUTS.get(step or ""), from_review=from_review)
    stored = sitting.state
    second = sitting.deliver_again()
    assert second.state is None
    assert not second.kept
    assert sitting.state == stored
    assert type(second.screen) is type(first.screen)
    for name in ("step", "problems", "contradictions", "just_now", "notice", "typed"):
        assert getattr(second.screen, name, None) == getattr(first.screen, name, None)


def test_a_refused_press_twice_is_told_twice() -> None:
    sitting = Sitting()
    first = sitting.answer("need", need_2y="MORE", headcount_actual="sju").screen
    second = sitting.deliver_again().screen
    assert isinstance(first, Ask)
    assert isinstance(second, Ask)
    assert second.problems == first.problems
    assert second.typed == first.typed


def test_more_room_twice_is_one_more() -> None:
    sitting = Sitting(in_progress(Answers(), "drivers"))
    sitting.press(Verb.ANSWER, "drivers", DRIVERS, more=True)
    again = sitting.deliver_again().screen
    assert isinstance(again, Ask)
    assert again.step == "drivers"
    assert len(sitting.answers.activities) == 1


def test_an_old_card_that_says_what_is_stored_shows_where_things_stand() -> None:
    sitting = Sitting(in_progress())
    turn = sitting.press(Verb.ANSWER, "risk", INPUTS["risk"], revision=2)
    assert isinstance(turn.screen, Review)
    assert turn.screen.notice is None
    assert (turn.state, turn.kept) == (None, False)


def test_an_old_card_that_says_something_else_is_offered_and_kept() -> None:
    sitting = Sitting(in_progress())
    typed = {"severity": "SERIOUS", "likelihood": "HIGH"}
    turn = sitting.press(Verb.ANSWER, "risk", typed, revision=2)
    assert isinstance(turn.screen, Ask)
    assert (turn.screen.step, turn.screen.typed) == ("risk", typed)
    assert turn.screen.notice
    assert turn.screen.notice.code == "changed_since_typed"
    assert turn.screen.notice.params["who"] == "Anna Ek"
    assert (turn.state, turn.kept) == (None, True)
    assert sitting.answers == COMPLETE
    sitting.press(Verb.ANSWER, "risk", typed)
    assert sitting.answers.severity == "SERIOUS"


def test_an_old_card_from_the_review_still_leads_back_there() -> None:
    sitting = Sitting(in_progress())
    turn = sitting.press(Verb.ANSWER, "risk", {"severity": "SERIOUS"}, revision=2, from_review=True)
    assert isinstance(turn.screen, Ask)
    assert turn.screen.from_review


@pytest.mark.parametrize("verb", [Verb.ANSWER, Verb.BACK, Verb.REVIEW])
def test_an_old_card_with_a_text_that_is_too_long_loses_nothing(verb: Verb) -> None:
    sitting = Sitting(in_progress())
    typed = {**DRIVERS, "comment": "å" * 2_001}
    turn = sitting.press(verb, "drivers", typed, revision=2)
    assert isinstance(turn.screen, Ask)
    assert turn.screen.typed == typed
    assert turn.kept


def test_an_old_card_of_what_has_been_submitted_shows_the_receipt_and_what_was_typed() -> None:
    sitting = Sitting(submitted())
    typed = {"comment": "Ett tillägg"}
    turn = sitting.press(Verb.ANSWER, "drivers", typed, revision=2)
    assert isinstance(turn.screen, Submitted)
    assert turn.screen.typed == typed
    assert turn.screen.notice
    assert (turn.state, turn.kept) == (None, True)


@pytest.mark.parametrize("verb", [Verb.SUBMIT, Verb.SAME, Verb.REOPEN, Verb.START, Verb.BACK])
def test_an_old_card_without_inputs_shows_what_is_current_and_says_so(verb: Verb) -> None:
    turn = Sitting(in_progress()).press(verb, REVIEW, revision=2)
    assert isinstance(turn.screen, Review)
    assert turn.screen.notice
    assert turn.screen.notice.code == "changed_since"
    assert (turn.state, turn.kept) == (None, False)


def test_two_devices() -> None:
    phone = Sitting()
    revision = phone.state.revision
    phone.answer("need", **NEED)
    computer = phone.press(Verb.ANSWER, "need", {**NEED, "need_2y": "LESS"}, revision=revision)
    assert isinstance(computer.screen, Ask)
    assert computer.screen.step == "need"
    assert computer.screen.typed
    assert computer.screen.typed["need_2y"] == "LESS"
    assert phone.answers.need_2y == "MORE"


@pytest.mark.parametrize("revision", [99, -1, None])
def test_a_revision_that_never_was_changes_nothing(revision: int | None) -> None:
    sitting = Sitting(in_progress())
    typed = {"severity": "SERIOUS", "likelihood": "HIGH"}
    turn = sitting.press(Verb.ANSWER, "risk", typed, revision=revision)
    assert (turn.state, turn.kept) == (None, True)
    assert sitting.answers == COMPLETE


@pytest.mark.parametrize("verb", [Verb.ANSWER, Verb.BACK, Verb.REVIEW])
@pytest.mark.parametrize("step", ["goals", "", None, REVIEW, "NEED"])
def test_a_step_that_is_not_asked_changes_no_answer(verb: Verb, step: str | None) -> None:
    sitting = Sitting(in_progress(step="need"))
    sitting.press(verb, step, {"comment": "Bort", "need_2y": "LESS"})
    assert sitting.answers == COMPLETE


def test_inputs_that_no_step_asks_for_are_left_alone() -> None:
    sitting = Sitting(in_progress())
    sitting.answer("risk", **INPUTS["risk"], progress="submitted", heads="900", comment="Bort")
    assert sitting.answers == COMPLETE
    assert sitting.state.progress == "in_progress"


def test_whose_press_it_is_makes_it_another() -> None:
    sitting = Sitting()
    sitting.answer("need", **NEED)
    assert sitting.last
    digests = {sitting.last.digest(person) for person in (1, 2)}
    assert len(digests) == 2
