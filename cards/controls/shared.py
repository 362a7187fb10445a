"""Parts that HR's control cards share."""

from collections.abc import Mapping
from typing import Any

from cards.actions import button
from cards.elements import Action, Element, heading, line, run, small
from cards.text import Texts
from dialogs.controls import View
from dialogs.press import Verb
from kfmodel.controls import Controls, Dispatch
from kfmodel.glossary import heading as word


def title(controls: Controls, text: str, texts: Texts) -> list[Element]:
    """What the card is, and of which cycle."""
    where = texts("letter.where", cycle=controls.state.name, committee=controls.organisation)
    return [small(where), heading(text, size="Large", spacing="Small")]


def to_view(
    controls: Controls,
    view: View,
    text: str,
    *,
    primary: bool = False,
    sends: bool = False,
    more: Mapping[str, Any] | None = None,
) -> Action:
    """A button that shows one of the cards. `sends` brings along what stands in the inputs."""
    data = {"post": controls.post_id, "view": view.value, **(more or {})}
    return button(text, Verb.PLAN, data, primary=primary, sends=sends)


def to_do(
    controls: Controls,
    act: str,
    text: str,
    *,
    primary: bool = False,
    sends: bool = False,
    more: Mapping[str, Any] | None = None,
) -> Action:
    """A button that does something, if the cycle still stands as it does now."""
    data = {
        "post": controls.post_id,
        "act": str(act),
        "stamp": controls.state.stamp,
        **(more or {}),
    }
    return button(text, Verb.STEER, data, primary=primary, sends=sends)


def back(controls: Controls, texts: Texts) -> Action:
    return to_view(controls, View.CONTROLS, texts("button.back"))


def dispatch_line(one: Dispatch, controls: Controls, texts: Texts) -> Element:
    """ "torsdag 16 oktober: Påminnelse, 12 personer" """
    day = texts.day_near(one.on, controls.today)
    people = texts("people", n=len(one.to))
    what = f"{word(one.kind, texts.language)}, {people}"
    return line(run(f"{day}: ", bold=True), what, spacing="Small")
