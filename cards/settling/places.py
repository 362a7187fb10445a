"""For someone who settles in several places: where?"""

from cards.actions import button, buttons
from cards.card import Card, card
from cards.elements import heading, line
from cards.overview import overview_button
from cards.text import Texts
from dialogs.press import Verb
from dialogs.settling_screen import PlacesToSettle


def places_card(screen: PlacesToSettle, texts: Texts) -> Card:
    choices = [
        button(
            texts("summary.choice", committee=place.name, cycle=place.cycle),
            Verb.TO_SETTLE,
            {"place": place.id},
        )
        for place in screen.places
    ]
    body = [
        heading(texts("settling.title"), size="Large"),
        line(texts("settling.where" if screen.places else "settling.nowhere")),
        *(row for choice in choices for row in buttons(choice)),
        *buttons(overview_button(texts)),
    ]
    return card(texts, texts("settling.title"), body)
