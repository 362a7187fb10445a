"""Text as an XML document can hold it."""

import re

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text without characters that XML forbids; every line end is the same."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
