"""Buttons. An Action.Execute always has an Action.Submit to fall back on, with the same data."""

from collections.abc import Mapping
from typing import Any

from microsoft_teams.cards.core import (
    ActionSet,
    ExecuteAction,
    OpenUrlAction,
    SubmitAction,
    ToggleVisibilityAction,
)

from cards.elements import Action, Element, element
from dialogs.press import Verb

ROW = 3
"""Buttons side by side; a phone has no room for more."""


def button(
    title: str, verb: Verb, data: Mapping[str, Any], *, primary: bool = False, sends: bool = True
) -> Action:
    """A button that tells the bot `verb`. `sends` False leaves the card's inputs behind."""
    full = {**data, "verb": verb.value}
    style = "positive" if primary else None
    inputs = None if sends else "none"
    return element(
        ExecuteAction,
        title=title,
        verb=verb.value,
        data=full,
        style=style,
        associated_inputs=inputs,
        fallback=element(
            SubmitAction, title=title, data=full, style=style, associated_inputs=inputs
        ),
    )


def reveal(title: str, *element_ids: str) -> Action:
    """A button that shows what is hidden and hides what is shown, without asking the bot."""
    return element(ToggleVisibilityAction, title=title, target_elements=list(element_ids))


def link(title: str, url: str, *, primary: bool = True) -> Action:
    return element(OpenUrlAction, title=title, url=url, style="positive" if primary else None)


def buttons(*actions: Action) -> list[Element]:
    """The buttons in rows, the most important first."""
    rows = [list(actions[start : start + ROW]) for start in range(0, len(actions), ROW)]
    return [element(ActionSet, actions=row) for row in rows]
