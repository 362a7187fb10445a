"""Where a dialogue stands, whoever looks at it and whatever was pressed."""

from datetime import date

from dialogs.contradictions import contradictions
from dialogs.screen import (
    REVIEW,
    Ask,
    Closed,
    ClosedReason,
    Notice,
    Problem,
    Review,
    Submitted,
)
from dialogs.steps import STEPS
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts, Progress, State
from kfmodel.methods import Method
from kfmodel.personal_data import personal_data_in
from kfmodel.settling import Action, Actor, Subject, standing_of_dialogue, transition

OpenScreen = Ask | Review | Submitted

_ANSWERER = frozenset({Actor.ANSWERER})


def standing(method: Method, facts: Facts, state: State, today: date) -> OpenScreen:
    """The screen of an open dialogue."""
    if state.progress is Progress.SUBMITTED:
        return Submitted(facts, state, may_reopen=may_reopen(facts, state, today))
    if state.step == REVIEW:
        return review(method, facts, state)
    return Ask(state.step if state.step in method.steps else method.steps[0], facts, state)


def closed(facts: Facts, state: State, today: date) -> Closed | None:
    """Why nothing can be answered; None where it can, or where it is submitted."""
    reason = None
    if today < facts.opens_on:
        reason = ClosedReason.NOT_OPEN
    elif facts.closed and state.progress is not Progress.SUBMITTED:
        reason = ClosedReason.CYCLE_CLOSED
    elif state.progress is not Progress.SUBMITTED and not _may(facts, state, Action.ANSWER):
        reason = ClosedReason.APPROVED
    return Closed(facts, reason) if reason else None


def may_reopen(facts: Facts, state: State, today: date) -> bool:
    """Until the deadline's day has ended."""
    in_time = today <= facts.deadline_on and not facts.closed
    return in_time and _may(facts, state, Action.REOPEN)


def review(method: Method, facts: Facts, state: State, notice: Notice | None = None) -> Review:
    return Review(
        facts,
        state,
        contradictions(state.answers),
        missing(method, state.answers),
        notice,
        personal_data_in(state.answers),
    )


def missing(method: Method, answers: Answers) -> tuple[Problem, ...]:
    """What is to be answered before it can be submitted."""
    return tuple(p for step in method.steps for p in STEPS[step].missing(answers, method))


def _may(facts: Facts, state: State, action: Action) -> bool:
    now = standing_of_dialogue(state.progress, locked=facts.locked)
    return transition(Subject.DIALOGUE, now, action, _ANSWERER) is not None
