"""The first words to someone whom the bot has just been installed for."""

from cards.card import Card, card
from cards.elements import heading, line, small
from cards.text import texts_in


def welcome_card(person: str, language: str, *, is_hr: bool = False) -> Card:
    """`person` is the name. The start card follows as a message of its own."""
    texts = texts_in(language)
    body = [
        heading(texts("welcome.title", name=person), size="Large"),
        line(texts("welcome.what.hr" if is_hr else "welcome.what")),
        line(texts("welcome.how.hr" if is_hr else "welcome.how")),
        small(texts("help.privacy")),
    ]
    return card(texts, texts("welcome.title", name=person), body)
