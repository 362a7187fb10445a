"""Where somebody has several committees: whose summary, or whose quotes?"""

from collections.abc import Sequence

from cards.actions import button
from cards.card import Card
from cards.elements import line
from cards.text import Texts, texts_in
from cards.which import which_card
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
    return which_card(texts, title, choices, line(which))
