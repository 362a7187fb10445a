"""Screens and summaries in, Adaptive Cards out: pure, one card a file."""

from cards.card import Card
from cards.controls import (
    ahead_card,
    closing_card,
    controls_card,
    preview_card,
    reminding_card,
    sent_card,
    which_cycle_card,
    writing_card,
)
from cards.error import error_card
from cards.hand_over import (
    choose_someone_card,
    handed_over_card,
    hr_asked_card,
    which_place_card,
)
from cards.help import help_card
from cards.language import language_card
from cards.mail import Mail, calendar_title, mail
from cards.message_card import message_card
from cards.missing import missing_card
from cards.own_chat import own_chat_card
from cards.progress import progress_card
from cards.put_off import put_off_card
from cards.quotes import input_id as quote_input_id
from cards.quotes import quotes_card
from cards.render import render
from cards.saving import declined_card, file_offered, files_offered, not_saved_card
from cards.settling import settling_card
from cards.summary import summary_card
from cards.unknown_person import unknown_person_card
from cards.welcome import welcome_card
from cards.whose import whose_quotes_card, whose_summary_card

__all__ = [
    "Card",
    "Mail",
    "ahead_card",
    "calendar_title",
    "choose_someone_card",
    "closing_card",
    "controls_card",
    "declined_card",
    "error_card",
    "file_offered",
    "files_offered",
    "handed_over_card",
    "help_card",
    "hr_asked_card",
    "language_card",
    "mail",
    "message_card",
    "missing_card",
    "not_saved_card",
    "own_chat_card",
    "preview_card",
    "progress_card",
    "put_off_card",
    "quote_input_id",
    "quotes_card",
    "reminding_card",
    "render",
    "sent_card",
    "settling_card",
    "summary_card",
    "unknown_person_card",
    "welcome_card",
    "which_cycle_card",
    "which_place_card",
    "whose_quotes_card",
    "whose_summary_card",
    "writing_card",
]
