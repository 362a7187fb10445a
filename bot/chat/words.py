"""Words that people type, in Swedish and English."""

import unicodedata
from enum import StrEnum


class Command(StrEnum):
    """What a word asks for, whatever its language; `Verb` is what a button says."""

    HELP = "help"
    START = "start"
    CONTINUE = "continue"
    STATUS = "status"
    LANGUAGE = "language"
    SUMMARY = "summary"
    REMIND = "remind"
    SETTLE = "settle"
    QUOTES = "quotes"
    PLAN = "plan"


_WORDS = {
    Command.HELP: ("hjälp", "hjalp", "help", "?"),
    Command.START: ("börja", "borja", "start", "starta", "hej", "hello", "hi", "begin"),
    Command.CONTINUE: ("fortsätt", "fortsatt", "continue", "resume"),
    Command.STATUS: ("status", "läge"),
    Command.LANGUAGE: ("språk", "sprak", "language"),
    Command.SUMMARY: ("sammanställning", "sammanstallning", "summary"),
    Command.REMIND: ("påminn", "paminn", "remind"),
    Command.PLAN: ("styr", "plan", "control", "controls"),
    Command.SETTLE: ("fastställ", "faststall", "settle"),
    Command.QUOTES: ("citat", "quotes"),
}
_LANGUAGES = {"svenska": "sv", "swedish": "sv", "engelska": "en", "english": "en"}
_COMMANDS = {word: command for command, words in _WORDS.items() for word in words}


def command_in(text: str) -> Command | None:
    """The command that the text is, whatever its case and punctuation; None for other text."""
    return _COMMANDS.get(_bare(text))


def language_in(text: str) -> str | None:
    """`sv` or `en` where the text names a language."""
    return _LANGUAGES.get(_bare(text))


def _bare(text: str) -> str:
    word = unicodedata.normalize("NFC", text).strip().casefold()
    return word.rstrip(" .!?") or word
