"""The dialogue's rule: where it stands and what was pressed in, what to store and show out.

Pure. Nothing else decides what comes next. A press on an outdated card changes nothing and loses
nothing.
"""

from dataclasses import replace
from datetime import date

from dialogs.outdated import outdated
from dialogs.press import Press, Verb
from dialogs.screen import Ask, Notice, Review, Screen, Submitted
from dialogs.standing import closed, standing
from dialogs.turn import Turn
from dialogs.typed import is_of_a_step
from dialogs.verbs import DIALOGUE_VERBS, VERBS
from kfmodel.dialogue import Facts, Progress, State
from kfmodel.methods import Method

__all__ = ["DIALOGUE_VERBS", "Turn", "advance", "again", "at", "current"]

_OF_A_STEP = frozenset({Verb.ANSWER, Verb.BACK, Verb.REVIEW})


def advance(method: Method, facts: Facts, state: State, press: Press, today: date) -> Turn:
    """The turn that a press leads to. `today` is the day in Sweden.

    A press whose digest is the state's last is a second delivery: it is answered as the first time
    and stored once.
    """
    if shut := closed(facts, state, today):
        return Turn(replace(shut, typed=press.inputs or None), kept=bool(press.inputs))
    if not _is_current(state, press):
        return outdated(method, facts, state, press, today)
    if press.verb in _OF_A_STEP and not is_of_a_step(method, press):
        now = standing(method, facts, state, today)
        return Turn(replace(now, notice=Notice("unknown_press")), kept=bool(press.inputs))
    return VERBS[press.verb](method, facts, state, press, today)


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
    return closed(facts, state, today) or standing(method, facts, state, today)


def _is_current(state: State, press: Press) -> bool:
    """Whether the card that was pressed shows what is stored. What is submitted has no steps."""
    if press.revision is None:
        return press.verb is Verb.START
    if press.revision != state.revision:
        return False
    return not (press.verb in _OF_A_STEP and state.progress is Progress.SUBMITTED)
