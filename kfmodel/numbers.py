"""Numbers as people write them in Swedish: comma, spaces, typographic minus, plus, percent."""

import re
from decimal import Decimal

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_MINUS = str.maketrans("−–‒", "---")
_PLAIN = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,6})?")


class NotANumberError(ValueError):
    """The text is not a number."""


class NotWholeError(ValueError):
    """The number has decimals where whole numbers are counted."""


def parse_number(value: object) -> Decimal:
    """A number from a cell or an input: 7, 7.5, "7,5", "+10 %", "−3", "1 610".

    Percent signs are dropped, not divided by. Raises NotANumberError for anything else, also for
    booleans.
    """
    if isinstance(value, bool) or value is None:
        raise NotANumberError(value)
    if isinstance(value, int | Decimal):
        return Decimal(value)
    text = _SPACES.sub("", str(value)).translate(_MINUS).removesuffix("%")
    if not _PLAIN.fullmatch(text):
        raise NotANumberError(value)
    return Decimal(text.replace(",", "."))


def parse_whole(value: object) -> int:
    """A whole number; "7,0" is one. Raises NotANumberError or NotWholeError."""
    number = parse_number(value)
    if number != number.to_integral_value():
        raise NotWholeError(value)
    return int(number)


def as_text(value: float | Decimal, language: str = "sv", *, signed: bool = False) -> str:
    """A number for people: typographic minus, Swedish comma, at most one decimal, none where whole.

    >>> as_text(7.125), as_text(-3), as_text(2, signed=True)
    ('7,1', '−3', '+2')
    """
    rounded = round(float(value), 1)
    digits = f"{abs(rounded):.0f}" if rounded == int(rounded) else f"{abs(rounded):.1f}"
    if language != "en":
        digits = digits.replace(".", ",")
    sign = "−" if rounded < 0 else "+" if signed and rounded > 0 else ""
    return sign + digits
