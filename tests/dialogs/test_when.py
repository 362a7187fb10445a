"""What each press does before the opening, until the deadline, after it, and when HR has closed."""

import pytest

from dialogs.flow import current
from dialogs.press import Verb
from dialogs.screen import REVIEW, Ask, Closed, ClosedReason, Review, Submitted
from kfmodel.answers import Answers
from kfmodel.dialogue import Progress, State
from tests.dialogs.build import (
    AFTER_DEADLINE,
    BEFORE_OPENING,
    COMPLETE,
    DEADLINE_ON,
    INPUTS,
    METHOD,
    OPENS_ON,
    Sitting,
    facts,
    in_progress,
    not_started,
    submitted,
)

VERBS = (
    Verb.START,
    Verb.ANSWER,
    Verb.BACK,
    Verb.SAME,
    Verb.REVIEW,
    Verb.SUBMIT,
    Verb.REOPEN,
)
STATES = {"not started": not_started(), "in progress": in_progress(), "submitted": submitted()}
CHANGES = {Verb.ANSWER, Verb.BACK, Verb.SAME, Verb.REVIEW}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_each_verb_in_each_progress(verb: Verb, state: State) -> None:
    sitting = Sitting(state)
    turn = sitting.press(verb, "risk", INPUTS["risk"])
    changes = set(CHANGES) if state.progress is not Progress.SUBMITTED else {Verb.REOPEN}
    if state.progress is Progress.IN_PROGRESS:
        changes.add(Verb.SUBMIT)
    assert (turn.state is not None) == (verb in changes)
    if state.progress is Progress.SUBMITTED and verb is not Verb.REOPEN:
        assert isinstance(turn.screen, Submitted)
        assert sitting.answers == COMPLETE


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", [not_started(), in_progress()], ids=["new", "begun"])
def test_before_the_opening_nothing_is_stored_and_nothing_is_lost(verb: Verb, state: State) -> None:
    sitting = Sitting(state, today=BEFORE_OPENING)
    turn = sitting.press(verb, "drivers", {"comment": "Tidigt ute"})
    assert turn.screen == Closed(sitting.facts, ClosedReason.NOT_OPEN, {"comment": "Tidigt ute"})
    assert turn.state is None
    assert turn.kept


@pytest.mark.parametrize("verb", VERBS)
def test_a_closed_cycle_takes_no_answers_and_loses_none(verb: Verb) -> None:
    sitting = Sitting(in_progress(), facts(closed=True))
    turn = sitting.press(verb, "drivers", {"comment": "För sent"})
    assert turn.screen == Closed(sitting.facts, ClosedReason.CYCLE_CLOSED, {"comment": "För sent"})
    assert turn.state is None
    assert turn.kept


@pytest.mark.parametrize("verb", VERBS)
def test_a_receipt_is_shown_when_the_cycle_is_closed_and_cannot_be_reopened(verb: Verb) -> None:
    turn = Sitting(submitted(), facts(closed=True)).press(verb, "risk")
    assert isinstance(turn.screen, Submitted)
    assert not turn.screen.may_reopen
    assert turn.state is None


def test_a_card_without_typed_text_leaves_nothing_to_keep() -> None:
    turn = Sitting(today=BEFORE_OPENING).press(Verb.START, revision=None)
    assert turn.screen == Closed(facts(), ClosedReason.NOT_OPEN)
    assert not turn.kept


def test_the_opening_day_is_open() -> None:
    assert isinstance(Sitting(today=OPENS_ON).press(Verb.START).screen, Ask)


def test_the_deadline_is_a_day_to_answer_on() -> None:
    sitting = Sitting(in_progress(), today=DEADLINE_ON)
    sitting.press(Verb.SUBMIT, REVIEW)
    assert sitting.state.progress is Progress.SUBMITTED
    assert not sitting.state.late
    assert isinstance(sitting.press(Verb.REOPEN, REVIEW).screen, Review)


def test_what_is_not_submitted_stays_open_after_the_deadline_and_is_marked_late() -> None:
    sitting = Sitting(in_progress(Answers(), "need"), today=AFTER_DEADLINE)
    for step in METHOD.steps:
        sitting.answer(step, **INPUTS[step])
    assert not sitting.state.late
    receipt = sitting.press(Verb.SUBMIT, REVIEW).screen
    assert isinstance(receipt, Submitted)
    assert receipt.state.late
    assert sitting.state.late
    assert not receipt.may_reopen


def test_what_is_submitted_is_locked_after_the_deadline() -> None:
    sitting = Sitting(submitted(), today=AFTER_DEADLINE)
    turn = sitting.press(Verb.REOPEN, REVIEW)
    assert turn.state is None
    assert isinstance(turn.screen, Submitted)
    assert turn.screen.notice
    assert turn.screen.notice.code == "locked"
    assert not turn.screen.may_reopen


def test_reopening_keeps_every_answer_and_takes_the_submission_back() -> None:
    sitting = Sitting(submitted())
    review = sitting.press(Verb.REOPEN, REVIEW).screen
    assert isinstance(review, Review)
    assert review.notice
    assert review.notice.code == "reopened"
    assert sitting.answers == COMPLETE
    assert sitting.state.progress is Progress.IN_PROGRESS
    assert sitting.state.submitted_at is None


def test_what_is_current_of_each_state() -> None:
    def now(state: State) -> object:
        return type(current(METHOD, facts(), state, OPENS_ON))

    assert [now(state) for state in STATES.values()] == [Ask, Review, Submitted]
    early = current(METHOD, facts(), not_started(), BEFORE_OPENING)
    assert isinstance(early, Closed)
