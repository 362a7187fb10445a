"""Text as it is compared and shown: invisible differences removed."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]|_x000D_")
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

_REMEMBERED = 10_000
"""Codes and category names stand in thousands of cells."""


def clean_lines(text: str) -> str:
    """Free text: NFC, no control characters, line breaks kept, no spaces at the ends."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.strip()


@lru_cache(maxsize=_REMEMBERED)
def clean(text: str) -> str:
    """A name or code: on one line, every run of spaces (non-breaking ones too) one space."""
    return " ".join(clean_lines(text).split())


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Equal for texts that a person reads as the same: case, spaces and hyphens aside."""
    return clean(text).translate(_HYPHENS).casefold()


def fold_heading(text: str) -> str:
    """As `fold`, for a heading that may end with a colon or an asterisk."""
    return fold(text).rstrip(" :*")


def in_sentence(heading: str) -> str:
    """A heading inside a sentence: "Kod" becomes "kod", "AID-kod" stays."""
    return heading[:1].lower() + heading[1:] if heading[1:2].islower() else heading


def listed(words: Sequence[str], last: str = "och") -> str:
    """Words in a sentence: "stad, nämnd eller enhet"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
