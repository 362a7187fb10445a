"""For somebody who is HR in several cycles: which one?"""

from collections.abc import Sequence

from cards.actions import button, buttons
from cards.card import Card, card
from cards.elements import heading
from cards.overview import overview_button
from cards.text import texts_in
from dialogs.press import Verb


def which_cycle_card(posts: Sequence[tuple[int, str, str]], language: str) -> Card:
    """`posts` holds (id, organisation, cycle), in the order they are offered."""
    texts = texts_in(language)
    choices = [
        button(
            texts("summary.choice", committee=organisation, cycle=cycle),
            Verb.PLAN,
            {"post": post_id},
        )
        for post_id, organisation, cycle in posts
    ]
    body = [
        heading(texts("controls.which"), size="Large"),
        *(row for choice in choices for row in buttons(choice)),
        *buttons(overview_button(texts)),
    ]
    return card(texts, texts("controls.which"), body)
