"""In a group or a team: what concerns the answers is shown in the person's own chat only."""

from cards.card import Card, card
from cards.elements import heading, line
from cards.text import texts_in


def own_chat_card(language: str) -> Card:
    """The same for everybody, so that it tells nothing of who is in the roster."""
    texts = texts_in(language)
    body = [heading(texts("own_chat.title"), size="Large"), line(texts("own_chat.what"))]
    return card(texts, texts("own_chat.title"), body)
