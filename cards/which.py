"""Which of several is meant: one button a row, since names are long."""

from collections.abc import Iterable

from cards.actions import buttons
from cards.card import Card, card
from cards.elements import Action, Element, heading
from cards.overview import overview_button
from cards.text import Texts


def which_card(texts: Texts, title: str, choices: Iterable[Action], *lead: Element) -> Card:
    """`lead` stands between the title and the choices; the start card is the last of them."""
    body = [
        heading(title, size="Large"),
        *lead,
        *(row for choice in choices for row in buttons(choice)),
        *buttons(overview_button(texts)),
    ]
    return card(texts, title, body)
