"""What draws a step."""

from collections.abc import Callable
from dataclasses import dataclass

from cards.card import Card
from cards.elements import Action, Element
from cards.form import Form
from dialogs.screen import Ask
from kfmodel.methods import Method


def _no_actions(_ask: Ask, _form: Form, _data: Card) -> list[Action]:
    return []


@dataclass(frozen=True, slots=True)
class StepCard:
    """`body` is the questions; `actions` the buttons that the step has beside forward and back."""

    body: Callable[[Ask, Method, Form], list[Element]]
    actions: Callable[[Ask, Form, Card], list[Action]] = _no_actions
