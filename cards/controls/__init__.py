"""HR's controls of a cycle: one card a file."""

from cards.controls.ahead import ahead_card
from cards.controls.closing import closing_card
from cards.controls.controls import controls_card
from cards.controls.reminding import reminding_card
from cards.controls.sent import sent_card
from cards.controls.which import which_cycle_card
from cards.controls.writing import preview_card, writing_card

__all__ = [
    "ahead_card",
    "closing_card",
    "controls_card",
    "preview_card",
    "reminding_card",
    "sent_card",
    "which_cycle_card",
    "writing_card",
]
