"""For someone who is HR of several committees: whose summary?"""

from collections.abc import Sequence

from cards.actions import button, buttons
from cards.card import Card, card
from cards.elements import heading, line
from cards.overview import overview_button
from cards.text import texts_in
from dialogs.press import Verb


def whose_summary_card(committees: Sequence[tuple[int, str, str]], language: str) -> Card:
    """`committees` holds (id, name, cycle), in the order they are offered."""
    texts = texts_in(language)
    choices = [
        button(
            texts("summary.choice", committee=name, cycle=cycle),
            Verb.SUMMARY,
            {"committee": committee_id},
        )
        for committee_id, name, cycle in committees
    ]
    body = [
        heading(texts("summary.title"), size="Large"),
        line(texts("summary.whose")),
        *(row for choice in choices for row in buttons(choice)),
        *buttons(overview_button(texts)),
    ]
    return card(texts, texts("summary.title"), body)
