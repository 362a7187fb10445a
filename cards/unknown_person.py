"""For someone who is not in the roster: polite, and says nothing of any cycle or person."""

from cards.card import Card, card
from cards.elements import heading, line
from cards.text import texts_in


def unknown_person_card(language: str) -> Card:
    texts = texts_in(language)
    body = [
        heading(texts("unknown.title"), size="Large"),
        line(texts("unknown.what")),
        line(texts("unknown.then")),
    ]
    return card(texts, texts("unknown.title"), body)
