"""A manager's words as HR has picked them for the report."""

from dataclasses import dataclass
from enum import StrEnum

OMITTED = "[…]"
"""Stands where words of the answer are left out."""


class Source(StrEnum):
    """The answer that the words stand in."""

    COMMENT = "comment"
    SPECIFIC_GAP = "specific_gap"


@dataclass(frozen=True, slots=True)
class Key:
    """One text of one dialogue under one driver; the driver is "" where the answer names none."""

    dialogue_id: int
    driver: str
    source: Source

    @property
    def id(self) -> str:
        """What it is called on a card and on the command line: "17-law-comment"."""
        return f"{self.dialogue_id}-{self.driver or 'none'}-{self.source}"


@dataclass(frozen=True, slots=True)
class PickedQuote:
    """`original` is the whole text as it was when it was picked, `shortened` HR's cut of it."""

    key: Key
    original: str
    shortened: str | None = None

    @property
    def printed(self) -> str:
        """What stands in the report."""
        return self.shortened or self.original


class NotFromAnswerError(ValueError):
    """A word that is not in the answer, or not in that order."""


def shortened(original: str, typed: str) -> str | None:
    """What HR has typed as a cut of the answer, with […] where words are left out; None where it is
    the whole. HR's own words stand in [brackets]. Raises NotFromAnswerError for others.

    >>> shortened("Vi är få och sårbara vid frånvaro.", "Vi är sårbara vid frånvaro.")
    'Vi är […] sårbara vid frånvaro.'
    >>> shortened("De slutar.", "[Medarbetarna] slutar.")
    '[Medarbetarna] slutar.'
    """
    words, said = original.split(), _tokens(typed)
    kept: list[str] = []
    place, replaced = 0, False
    for token in said:
        if token.startswith("["):
            kept.append(token)
            replaced = True
            continue
        found = _next(words, place, token)
        if found > place and not replaced:
            kept.append(OMITTED)
        kept.append(token)
        place, replaced = found + 1, False
    if place < len(words) and kept and not replaced:
        kept.append(OMITTED)
    text = " ".join(kept)
    return None if text in ("", " ".join(words)) else text


def _tokens(typed: str) -> list[str]:
    """Words, and what stands in brackets as one; marks of omission are made anew."""
    tokens: list[str] = []
    for word in typed.replace(OMITTED, " ").split():
        if tokens and tokens[-1].startswith("[") and "]" not in tokens[-1]:
            tokens[-1] += f" {word}"
        else:
            tokens.append(word)
    return [token for token in tokens if token not in ("…", "...")]


def _next(words: list[str], place: int, token: str) -> int:
    for found in range(place, len(words)):
        if _bare(words[found]) == _bare(token):
            return found
    raise NotFromAnswerError(token)


def _bare(word: str) -> str:
    """Without what a cut may change: letter case and punctuation."""
    return word.strip(".,;:!?–-()\"”'").casefold()
