"""What each verb of a dialogue does: one function a verb, on a card that is current.

Every press stores the step it was pressed on, so that a dialogue can be resumed anywhere.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dialogs.outdated import outdated
from dialogs.press import Press, Verb
from dialogs.same_again import can_be_same, same_again
from dialogs.screen import REVIEW, Ask, Notice, Problem, Submitted
from dialogs.standing import may_reopen, missing, review, standing
from dialogs.steps import STEPS
from dialogs.steps.step import REQUIRED
from dialogs.turn import Turn
from dialogs.typed import Typed, step_after, step_before, step_of, typed
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts, Progress, State
from kfmodel.methods import Method


def _start(method: Method, facts: Facts, state: State, press: Press, today: date) -> Turn:
    """Open or resume; from the review, `step` says which step to mend."""
    if press.step in method.steps and state.progress is not Progress.SUBMITTED:
        return Turn(Ask(press.step, facts, state, from_review=press.from_review))
    return Turn(standing(method, facts, state, today))


def _answer(method: Method, facts: Facts, state: State, press: Press, _today: date) -> Turn:
    step = step_of(method, press)
    read = typed(method, facts, state, press)
    problems = _problems(method, step, read)
    if problems:
        stored = _moved(state, read.answers, step)
        screen = Ask(
            step, facts, stored, press.inputs, problems=problems, from_review=press.from_review
        )
        return Turn(screen, stored, kept=bool(read.problems))
    if press.more:
        stored = _moved(state, read.answers, step)
        return Turn(Ask(step, facts, stored, from_review=press.from_review), stored)
    following = REVIEW if press.from_review else step_after(method, step)
    return _show(method, facts, _moved(state, read.answers, following))


def _problems(method: Method, step: str, read: Typed) -> tuple[Problem, ...]:
    """What was refused, and each question that has no answer. Of what is given in several inputs
    nothing is said to be missing beside a refusal, which may be it."""
    missing = STEPS[step].missing(read.answers, method)
    if not read.problems:
        return missing
    refused = {problem.input_id for problem in read.problems}
    return read.problems + tuple(
        problem
        for problem in missing
        if problem.code == REQUIRED and problem.input_id not in refused
    )


def _back(method: Method, facts: Facts, state: State, press: Press, _today: date) -> Turn:
    """One step back; what was typed and can be read is stored, the rest is kept."""
    if press.step == REVIEW:
        return _show(method, facts, _moved(state, state.answers, method.steps[-1]))
    read = typed(method, facts, state, press)
    step = REVIEW if press.from_review else step_before(method, step_of(method, press))
    turn = _show(method, facts, _moved(state, read.answers, step))
    return replace(turn, kept=bool(read.problems))


def _same(method: Method, facts: Facts, state: State, press: Press, today: date) -> Turn:
    """The organisation's own last values, ready to submit."""
    previous = facts.previous
    if previous is None or not can_be_same(method, previous):
        return outdated(method, facts, state, press, today)
    if state.progress is Progress.SUBMITTED:
        return outdated(method, facts, state, press, today)
    answers = same_again(method, state.answers, previous, facts.heads)
    return _show(method, facts, _moved(state, answers, REVIEW))


def _to_review(method: Method, facts: Facts, state: State, press: Press, _today: date) -> Turn:
    read = typed(method, facts, state, press)
    turn = _show(method, facts, _moved(state, read.answers, REVIEW))
    return replace(turn, kept=bool(read.problems))


def _submit(method: Method, facts: Facts, state: State, _press: Press, today: date) -> Turn:
    if state.progress is Progress.SUBMITTED:
        return Turn(Submitted(facts, state, may_reopen(facts, state, today), just_now=True))
    if missing(method, state.answers):
        return Turn(review(method, facts, state, Notice("answers_missing")))
    stored = replace(
        _moved(state, state.answers, None),
        progress=Progress.SUBMITTED,
        late=today > facts.deadline_on and state.returned is None,
        returned=None,
    )
    done = Submitted(facts, stored, may_reopen(facts, stored, today), just_now=True)
    return Turn(done, stored)


def _reopen(method: Method, facts: Facts, state: State, _press: Press, today: date) -> Turn:
    notice = Notice("reopened")
    if state.progress is not Progress.SUBMITTED:
        return Turn(replace(standing(method, facts, state, today), notice=notice))
    if not may_reopen(facts, state, today):
        notice = Notice("approved") if facts.locked else Notice("locked")
        return Turn(Submitted(facts, state, may_reopen=False, notice=notice))
    opened = _moved(state, state.answers, REVIEW)
    return Turn(review(method, facts, opened, notice), opened)


VERBS: dict[Verb, Callable[[Method, Facts, State, Press, date], Turn]] = {
    Verb.START: _start,
    Verb.ANSWER: _answer,
    Verb.BACK: _back,
    Verb.SAME: _same,
    Verb.REVIEW: _to_review,
    Verb.SUBMIT: _submit,
    Verb.REOPEN: _reopen,
}
DIALOGUE_VERBS = frozenset(VERBS)


def _moved(state: State, answers: Answers, step: str | None) -> State:
    return replace(state, answers=answers, progress=Progress.IN_PROGRESS, step=step, late=False)


def _show(method: Method, facts: Facts, state: State) -> Turn:
    if state.step == REVIEW:
        return Turn(review(method, facts, state), state)
    return Turn(Ask(state.step or method.steps[0], facts, state), state)
