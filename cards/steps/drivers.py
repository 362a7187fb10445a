"""What drives the need, what the group lacks, and what is done about it."""

from cards.actions import button
from cards.card import Card
from cards.elements import Action, Element, box, heading, line, small
from cards.form import Form
from cards.steps.activities import activity_boxes, choices, shown
from cards.steps.step import StepCard
from dialogs.inputs import LONG_TEXT
from dialogs.press import Verb
from dialogs.screen import Ask
from dialogs.steps.activities import MOST_ACTIVITIES
from kfmodel.methods import Method


def _body(ask: Ask, method: Method, form: Form) -> list[Element]:
    texts, answers = form.texts, ask.state.answers
    drivers = choices(method.drivers, texts.language)
    limit = texts("drivers.limit", longest=LONG_TEXT) if form.roomy else None
    return [
        box(line(texts("drivers.group_only")), style="accent"),
        small(texts("drivers.optional")),
        form.several("drivers", texts("drivers.question"), drivers, answers.drivers),
        form.text(
            "specific_gap", texts("drivers.specific_gap"), answers.specific_gap,
            placeholder=limit, multiline=True,
        ),
        form.text(
            "comment", texts("drivers.comment"), answers.comment,
            placeholder=limit, multiline=True,
        ),
        heading(texts("activity.heading")),
        *([small(texts("activity.hint"))] if form.roomy else []),
        *activity_boxes(ask, method, form),
    ]  # fmt: skip


def _actions(ask: Ask, form: Form, data: Card) -> list[Action]:
    if shown(ask, form) == MOST_ACTIVITIES:
        return []
    return [button(form.texts("activity.more"), Verb.ANSWER, {**data, "more": True})]


CARD = StepCard(_body, _actions)
