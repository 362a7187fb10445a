"""For somebody who is HR in several cycles: which one?"""

from collections.abc import Sequence

from cards.actions import button
from cards.card import Card
from cards.text import texts_in
from cards.which import which_card
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
    return which_card(texts, texts("controls.which"), choices)
