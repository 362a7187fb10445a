"""One step's questions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cards.actions import button, buttons
from cards.card import Card, card, fitted, refreshed
from cards.elements import Action, Element
from cards.form import Form, as_typed
from cards.header import header, notice_box, problems_box, returned_box
from cards.steps import STEP_CARDS
from cards.text import Texts
from dialogs.press import Verb
from dialogs.screen import Ask
from dialogs.steps import STEPS
from kfmodel.methods import Method

MOST_TYPED = 40_000
"""Characters of typed text on one card. Teams takes at most 100 KB, two bytes a character."""


def ask_card(ask: Ask, method: Method, texts: Texts, user_id: str | None) -> Card:
    """The step with what was typed in place of what is stored. A card that holds typed text is not
    refreshed: that would throw the text away."""
    shown = replace(ask, typed=_bounded(ask.typed))
    refresh = None if ask.typed else refreshed(Verb.START, user_id, _resume(ask))

    def build(roomy: int) -> Card:
        form = Form(texts, shown.typed, shown.problems, roomy=bool(roomy))
        return card(texts, ask.facts.category, _body(shown, method, form), refresh)

    return fitted(build, (True, False))


def _body(ask: Ask, method: Method, form: Form) -> list[Element]:
    texts, step, data = form.texts, STEP_CARDS[ask.step], _data(ask)
    forward, *rest = _ways_on(ask, method, texts, data)
    return [
        *header(texts, ask.facts, method, ask.step),
        *notice_box(texts, ask.notice),
        *returned_box(texts, ask.state.returned),
        *problems_box(texts, ask.problems),
        *step.body(ask, method, form),
        *buttons(forward, *step.actions(ask, form, data), *rest),
    ]


def _data(ask: Ask) -> Card:
    data = {
        "dialogue": ask.facts.dialogue_id,
        "step": ask.step,
        "revision": ask.state.revision,
    }
    return data | {"from_review": True} if ask.from_review else data


def _resume(ask: Ask) -> Card:
    dialogue: Card = {"dialogue": ask.facts.dialogue_id}
    return dialogue | {"step": ask.step, "from_review": True} if ask.from_review else dialogue


def _ways_on(ask: Ask, method: Method, texts: Texts, data: Card) -> list[Action]:
    """Forward, back, and to the review where nothing is missing any more and it is not next."""
    if ask.from_review:
        return [
            button(texts("button.save"), Verb.ANSWER, data, primary=True),
            button(texts("button.back_to_review"), Verb.BACK, data),
        ]
    first = ask.step == method.steps[0]
    ways: list[Action] = [
        button(texts("button.next"), Verb.ANSWER, data, primary=True),
        button(texts("button.back"), Verb.STATUS if first else Verb.BACK, data),
    ]
    if ask.step != method.steps[-1] and _complete(ask, method):
        ways.append(button(texts("button.review"), Verb.REVIEW, data))
    return ways


def _complete(ask: Ask, method: Method) -> bool:
    answers = ask.state.answers
    return not any(STEPS[step].missing(answers, method) for step in method.steps)


def _bounded(typed: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Typed text is never cut unless Teams would refuse the whole card."""
    if typed is None or sum(len(as_typed(value)) for value in typed.values()) <= MOST_TYPED:
        return typed
    longest = MOST_TYPED // len(typed)
    return {name: as_typed(value)[:longest] for name, value in typed.items()}
