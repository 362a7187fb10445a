"""A press on a card that is old: nothing changes, and nothing that was typed is lost."""

from dataclasses import replace
from datetime import date

from dialogs.press import Press
from dialogs.screen import Ask, Notice, Submitted
from dialogs.standing import standing
from dialogs.turn import Turn
from dialogs.typed import typed
from kfmodel.dialogue import Facts, State
from kfmodel.methods import Method


def outdated(method: Method, facts: Facts, state: State, press: Press, today: date) -> Turn:
    """Where things stand, and what was typed to take over or leave."""
    now = standing(method, facts, state, today)
    step, notice = press.step, _changed_since(state)
    if not press.inputs:
        return Turn(replace(now, notice=notice))
    if step not in method.steps:
        return Turn(replace(now, notice=notice), kept=True)
    read = typed(method, facts, state, press)
    if read.answers == state.answers and not read.problems:
        return Turn(now)
    if isinstance(now, Submitted):
        return Turn(replace(now, notice=notice, typed=press.inputs), kept=True)
    notice = Notice("changed_since_typed", notice.params)
    screen = Ask(step, facts, state, press.inputs, notice=notice, from_review=press.from_review)
    return Turn(screen, kept=True)


def _changed_since(state: State) -> Notice:
    return Notice("changed_since", {"who": state.changed_by, "at": state.changed_at})
