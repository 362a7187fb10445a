"""For someone who settles in several places: where?"""

from cards.actions import button
from cards.card import Card
from cards.elements import line
from cards.text import Texts
from cards.which import which_card
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
    lead = line(texts("settling.where" if screen.places else "settling.nowhere"))
    return which_card(texts, texts("settling.title"), choices, lead)
