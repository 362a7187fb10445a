"""The cards of those who settle: division heads and HR."""

from cards.card import Card
from cards.settling.categories import categories_card
from cards.settling.category import category_card
from cards.settling.places import places_card
from cards.text import texts_in
from dialogs.settling_screen import CategoriesToSettle, OneCategory, SettlingScreen

__all__ = ["settling_card"]


def settling_card(screen: SettlingScreen, language: str) -> Card:
    """Any screen of settling as a card."""
    texts = texts_in(language)
    if isinstance(screen, OneCategory):
        return category_card(screen, texts)
    if isinstance(screen, CategoriesToSettle):
        return categories_card(screen, texts)
    return places_card(screen, texts)
