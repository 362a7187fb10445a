"""For someone with several committees: whose summary, whose quotes?"""

from collections.abc import Sequence

from cards.actions import button, buttons
from cards.card import Card, card
from cards.elements import heading, line
from cards.overview import overview_button
from cards.text import Texts, texts_in
from dialogs.press import Verb

Choices = Sequence[tuple[int, str, str]]
"""(id, name, cycle), in the order they are offered."""


def whose_summary_card(committees: Choices, language: str) -> Card:
    texts = texts_in(language)
    return _card(committees, texts, Verb.SUMMARY, texts("summary.title"), texts("summary.whose"))


def whose_quotes_card(committees: Choices, language: str) -> Card:
    texts = texts_in(language)
    return _card(committees, texts, Verb.QUOTES, texts("quotes.title"), texts("quotes.whose"))


def _card(committees: Choices, texts: Texts, verb: Verb, title: str, which: str) -> Card:
    choices = [
        button(
            texts("summary.choice", committee=name, cycle=cycle), verb, {"committee": committee_id}
        )
        for committee_id, name, cycle in committees
    ]
    body = [
        heading(title, size="Large"),
        line(which),
        *(row for choice in choices for row in buttons(choice)),
        *buttons(overview_button(texts)),
    ]
    return card(texts, title, body)
