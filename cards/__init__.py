"""Screens and summaries in, Adaptive Cards out: pure, one card a file."""

from cards.error import error_card
from cards.help import help_card
from cards.language import language_card
from cards.mail import Mail, calendar_title, mail
from cards.message_card import message_card
from cards.missing import missing_card
from cards.own_chat import own_chat_card
from cards.progress import progress_card
from cards.render import render
from cards.summary import summary_card
from cards.unknown_person import unknown_person_card
from cards.welcome import welcome_card
from cards.whose_summary import whose_summary_card

__all__ = [
    "Mail",
    "calendar_title",
    "error_card",
    "help_card",
    "language_card",
    "mail",
    "message_card",
    "missing_card",
    "own_chat_card",
    "progress_card",
    "render",
    "summary_card",
    "unknown_person_card",
    "welcome_card",
    "whose_summary_card",
]
