"""The dialogue's rule: where it stands and what was pressed in, what to store and show out.

Pure. Nothing else decides what comes next. Every press stores the step it was pressed on, so that
a dialogue can be resumed anywhere; a press on an outdated card changes nothing and loses nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dialogs.contradictions import contradictions
from dialogs.inputs import Reader
from dialogs.press import Press, Verb
from dialogs.same_again import can_be_same, same_again
from dialogs.screen import (
    REVIEW,
    Ask,
    Closed,
    ClosedReason,
    Notice,
    Problem,
    Review,
    Screen,
    Submitted,
)
from dialogs.steps import STEPS
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts, Progress, State
from kfmodel.methods import Method
from kfmodel.personal_data import personal_data_in
from kfmodel.settling import Action, Actor, Subject, standing_of_dialogue, transition

Standing = Ask | Review | Submitted

_ANSWERER = frozenset({Actor.ANSWERER})


@dataclass(frozen=True, slots=True)
class Turn:
    """`state` is what to store (None: nothing changes); `kept` says that what was typed is to be
    kept as an unapplied revision."""

    screen: Screen
    state: State | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    answers: Answers
    problems: tuple[Problem, ...]


def advance(method: Method, facts: Facts, state: State, press: Press, today: date) -> Turn:
    """The turn that a press leads to. `today` is the day in Sweden.

    A press whose digest is the state's last is a second delivery: it is answered as the first time
    and stored once.
    """
    if closed := _closed(facts, state, press, today):
        return closed
    if press.revision is None and press.verb is not Verb.START:
        return _outdated(method, facts, state, press, today)
    if press.revision not in (None, state.revision):
        return _outdated(method, facts, state, press, today)
    if press.verb in _OF_A_STEP:
        if state.progress is Progress.SUBMITTED:
            return _outdated(method, facts, state, press, today)
        if not _is_of_a_step(method, press):
            now = _standing(method, facts, state, today)
            return Turn(replace(now, notice=Notice("unknown_press")), kept=bool(press.inputs))
    return _VERBS[press.verb](method, facts, state, press, today)


def again(method: Method, facts: Facts, state: State, press: Press, today: date) -> Turn:
    """The answer to a press that has been stored already: the same screen, nothing to store."""
    turn = advance(method, facts, state, replace(press, revision=state.revision), today)
    return Turn(at(turn.screen, state))


def at(screen: Screen, state: State) -> Screen:
    """The screen drawn on a state, such as the one that has been stored."""
    if isinstance(screen, Ask | Review | Submitted):
        return replace(screen, state=state)
    return screen


def current(method: Method, facts: Facts, state: State, today: date) -> Screen:
    """What the dialogue shows now."""
    closed = _closed(facts, state, Press(Verb.START), today)
    return closed.screen if closed else _standing(method, facts, state, today)


def _standing(method: Method, facts: Facts, state: State, today: date) -> Standing:
    """Where an open dialogue stands."""
    if state.progress is Progress.SUBMITTED:
        return Submitted(facts, state, may_reopen=_may_reopen(facts, state, today))
    if state.step == REVIEW:
        return _review(method, facts, state)
    return Ask(state.step if state.step in method.steps else method.steps[0], facts, state)


def _closed(facts: Facts, state: State, press: Press, today: date) -> Turn | None:
    reason = None
    if today < facts.opens_on:
        reason = ClosedReason.NOT_OPEN
    elif facts.closed and state.progress is not Progress.SUBMITTED:
        reason = ClosedReason.CYCLE_CLOSED
    elif state.progress is not Progress.SUBMITTED and not _may(facts, state, Action.ANSWER):
        reason = ClosedReason.APPROVED
    if reason is None:
        return None
    return Turn(Closed(facts, reason, press.inputs or None), kept=bool(press.inputs))


def _may(facts: Facts, state: State, action: Action) -> bool:
    standing = standing_of_dialogue(state.progress, locked=facts.locked)
    return transition(Subject.DIALOGUE, standing, action, _ANSWERER) is not None


def _may_reopen(facts: Facts, state: State, today: date) -> bool:
    in_time = today <= facts.deadline_on and not facts.closed
    return in_time and _may(facts, state, Action.REOPEN)


def _outdated(method: Method, facts: Facts, state: State, press: Press, today: date) -> Turn:
    """The card that was pressed is old: show where things stand, and offer what was typed."""
    now = _standing(method, facts, state, today)
    step, notice = press.step, _changed_since(state)
    if not press.inputs:
        return Turn(replace(now, notice=notice))
    if step not in method.steps:
        return Turn(replace(now, notice=notice), kept=True)
    read = _read(method, facts, state, press)
    if read.answers == state.answers and not read.problems:
        return Turn(now)
    if isinstance(now, Submitted):
        return Turn(replace(now, notice=notice, typed=press.inputs), kept=True)
    notice = Notice("changed_since_typed", notice.params)
    screen = Ask(step, facts, state, press.inputs, notice=notice, from_review=press.from_review)
    return Turn(screen, kept=True)


def _changed_since(state: State) -> Notice:
    return Notice("changed_since", {"who": state.changed_by, "at": state.changed_at})


def _start(method: Method, facts: Facts, state: State, press: Press, today: date) -> Turn:
    """Open or resume; from the review, `step` says which step to mend."""
    if press.step in method.steps and state.progress is not Progress.SUBMITTED:
        return Turn(Ask(press.step, facts, state, from_review=press.from_review))
    return Turn(_standing(method, facts, state, today))


def _answer(method: Method, facts: Facts, state: State, press: Press, _today: date) -> Turn:
    step = _step_of(method, press)
    read = _read(method, facts, state, press)
    problems = read.problems or STEPS[step].missing(read.answers, method)
    if problems:
        stored = _moved(state, read.answers, step)
        screen = Ask(
            step, facts, stored, press.inputs, problems=problems, from_review=press.from_review
        )
        return Turn(screen, stored, kept=bool(read.problems))
    if press.more:
        stored = _moved(state, read.answers, step)
        return Turn(Ask(step, facts, stored, from_review=press.from_review), stored)
    following = REVIEW if press.from_review else _after(method, step)
    return _show(method, facts, _moved(state, read.answers, following))


def _back(method: Method, facts: Facts, state: State, press: Press, _today: date) -> Turn:
    """One step back; what was typed and can be read is stored, the rest is kept."""
    if press.step == REVIEW:
        return _show(method, facts, _moved(state, state.answers, method.steps[-1]))
    read = _read(method, facts, state, press)
    step = REVIEW if press.from_review else _before(method, _step_of(method, press))
    turn = _show(method, facts, _moved(state, read.answers, step))
    return replace(turn, kept=bool(read.problems))


def _same(method: Method, facts: Facts, state: State, press: Press, today: date) -> Turn:
    """The organisation's own last values, ready to submit."""
    previous = facts.previous
    if previous is None or not can_be_same(method, previous):
        return _outdated(method, facts, state, press, today)
    if state.progress is Progress.SUBMITTED:
        return _outdated(method, facts, state, press, today)
    answers = same_again(method, state.answers, previous, facts.heads)
    return _show(method, facts, _moved(state, answers, REVIEW))


def _to_review(method: Method, facts: Facts, state: State, press: Press, _today: date) -> Turn:
    read = _read(method, facts, state, press)
    turn = _show(method, facts, _moved(state, read.answers, REVIEW))
    return replace(turn, kept=bool(read.problems))


def _submit(method: Method, facts: Facts, state: State, _press: Press, today: date) -> Turn:
    if state.progress is Progress.SUBMITTED:
        return Turn(Submitted(facts, state, _may_reopen(facts, state, today), just_now=True))
    if _missing(method, state.answers):
        return Turn(_review(method, facts, state, Notice("answers_missing")))
    stored = replace(
        _moved(state, state.answers, None),
        progress=Progress.SUBMITTED,
        late=today > facts.deadline_on and state.returned is None,
        returned=None,
    )
    may_reopen = _may_reopen(facts, stored, today)
    return Turn(Submitted(facts, stored, may_reopen, just_now=True), stored)


def _reopen(method: Method, facts: Facts, state: State, _press: Press, today: date) -> Turn:
    notice = Notice("reopened")
    if state.progress is not Progress.SUBMITTED:
        return Turn(replace(_standing(method, facts, state, today), notice=notice))
    if not _may_reopen(facts, state, today):
        notice = Notice("approved") if facts.locked else Notice("locked")
        return Turn(Submitted(facts, state, may_reopen=False, notice=notice))
    opened = _moved(state, state.answers, REVIEW)
    return Turn(_review(method, facts, opened, notice), opened)


_VERBS: dict[Verb, Callable[[Method, Facts, State, Press, date], Turn]] = {
    Verb.START: _start,
    Verb.ANSWER: _answer,
    Verb.BACK: _back,
    Verb.SAME: _same,
    Verb.REVIEW: _to_review,
    Verb.SUBMIT: _submit,
    Verb.REOPEN: _reopen,
}
DIALOGUE_VERBS = frozenset(_VERBS)
_OF_A_STEP = frozenset({Verb.ANSWER, Verb.BACK, Verb.REVIEW})


def _read(method: Method, facts: Facts, state: State, press: Press) -> _Read:
    """The answers as they are with the step's inputs read; a refused input keeps what is stored."""
    step = STEPS[_step_of(method, press)]
    reader = Reader(press.inputs)
    values = step.read(reader, press.inputs, method, facts, state.answers)
    refused = {problem.input_id for problem in reader.problems}
    accepted: dict[str, Any] = {name: v for name, v in values.items() if name not in refused}
    return _Read(state.answers.with_values(accepted), tuple(reader.problems))


def _is_of_a_step(method: Method, press: Press) -> bool:
    """No card says another step; what was meant by one is not guessed."""
    return press.step in method.steps or (press.verb, press.step) == (Verb.BACK, REVIEW)


def _step_of(method: Method, press: Press) -> str:
    return next(step for step in method.steps if step == press.step)


def _after(method: Method, step: str) -> str:
    place = method.steps.index(step) + 1
    return method.steps[place] if place < len(method.steps) else REVIEW


def _before(method: Method, step: str) -> str:
    return method.steps[max(0, method.steps.index(step) - 1)]


def _moved(state: State, answers: Answers, step: str | None) -> State:
    return replace(state, answers=answers, progress=Progress.IN_PROGRESS, step=step, late=False)


def _show(method: Method, facts: Facts, state: State) -> Turn:
    if state.step == REVIEW:
        return Turn(_review(method, facts, state), state)
    return Turn(Ask(state.step or method.steps[0], facts, state), state)


def _review(method: Method, facts: Facts, state: State, notice: Notice | None = None) -> Review:
    return Review(
        facts,
        state,
        contradictions(state.answers),
        _missing(method, state.answers),
        notice,
        personal_data_in(state.answers),
    )


def _missing(method: Method, answers: Answers) -> tuple[Problem, ...]:
    return tuple(p for step in method.steps for p in STEPS[step].missing(answers, method))
