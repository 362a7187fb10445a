"""Any screen of the dialogue as a card."""

from datetime import date

from cards.ask import ask_card
from cards.card import Card
from cards.closed import closed_card
from cards.overview import overview_card
from cards.review import review_card
from cards.submitted import submitted_card
from cards.text import texts_in
from dialogs.screen import Ask, Closed, Overview, Review, Screen
from kfmodel.methods import Method


def render(
    screen: Screen,
    method: Method | None,
    language: str,
    *,
    user_id: str | None = None,
    today: date | None = None,
) -> Card:
    """The screen as an Adaptive Card 1.5, ready for JSON.

    `method` is the dialogue's; the overview and a closed cycle need none. With `user_id` the card
    refreshes itself for that Teams user. `today` (in Sweden) lets the overview say the days left.
    """
    texts = texts_in(language)
    if isinstance(screen, Overview):
        return overview_card(screen, texts, user_id, today)
    if isinstance(screen, Closed):
        return closed_card(screen, texts)
    if method is None:
        raise ValueError("a dialogue's screen is drawn with its method")
    if isinstance(screen, Ask):
        return ask_card(screen, method, texts, user_id)
    if isinstance(screen, Review):
        return review_card(screen, method, texts, user_id)
    return submitted_card(screen, method, texts, user_id)
