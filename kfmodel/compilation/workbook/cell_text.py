"""Text as a worksheet can hold it."""

import re
from math import ceil

from openpyxl.cell import Cell, MergedCell

LONGEST = 32_767
"""Characters that Excel keeps in a cell, counted in UTF-16."""

_LETTERS_IN_WIDTH = 1.15
"""Widths count digits; letters are narrower, margins and words that do not fit take some back."""

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_STARTS = tuple("=+-@\t")


def fitting(text: str) -> str:
    """The text as a cell holds it: no characters that XML forbids, cut where it is too long.

    What would read as one of Excel's own escapes (_x000D_) is escaped as Excel does it.
    """
    text = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    if 2 * len(text) <= LONGEST:
        return text
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * LONGEST:
        return text
    return encoded[: 2 * (LONGEST - 1)].decode("utf-16-le", errors="ignore") + "…"


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula when it is edited or copied."""
    return text.startswith(_FORMULA_STARTS)


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Give a cell text, which stays text whatever it begins with."""
    cell.value = fitting(text)
    cell.data_type = "s"
    cell.quotePrefix = is_formula_like(text)


def lines(text: str, width: int) -> int:
    """Lines that the text takes in a column this many characters wide."""
    room = width * _LETTERS_IN_WIDTH
    return sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))
