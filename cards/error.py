"""Something went wrong on our side."""

from cards.actions import buttons
from cards.card import Card, card
from cards.elements import heading, line
from cards.overview import overview_button
from cards.text import texts_in


def error_card(language: str) -> Card:
    texts = texts_in(language)
    body = [
        heading(texts("error.title"), size="Large"),
        line(texts("error.what")),
        *buttons(overview_button(texts, primary=True)),
    ]
    return card(texts, texts("error.title"), body)
