"""How wide the columns of a table are, in twentieths of a point."""

from collections.abc import Sequence

_EM = 170
"""The table's text of 8.5 points."""
_HEADING_EM = 162
"""Its headings of 7.5 points, whose bold letters are wider."""
_MARGINS = 170
"""Both sides of a cell, and a little: a city's own letters may be wider."""
_LONGEST = 3600
"""What a text asks for at most; a longer one is wrapped."""

_LETTERS = {
    character: width
    for characters, width in (
        ("ijl'’|", 0.23),
        (" .,:;!/It[]f", 0.28),
        ("()-r\u00a0", 0.34),
        ("ckszvxyJ", 0.5),
        ("ABEKPSVXYÅÄ&", 0.67),
        ("wCDHNRUÉ", 0.73),
        ("GOQÖ", 0.78),
        ("mM", 0.84),
        ("%W", 0.94),
        ("→", 1.0),
    )
    for character in characters
}
"""Widths in Arial, in ems; what is not here is about as wide as a digit."""
_DIGIT = 0.56


def column_widths(columns: Sequence[Sequence[str]], total: int) -> list[int]:
    """Widths that fill `total`: room for every column's longest word, then for short texts before
    long ones. A column's first text is its heading, which may stand on two lines.

    Where even the longest words have no room, those of the widest columns are broken.
    """
    widths = [_least(texts) for texts in columns]
    wanted = [
        max([least, _width(first, _HEADING_EM) // 2, *map(_line, texts)])
        for least, (first, *texts) in zip(widths, columns, strict=True)
    ]
    if sum(widths) >= total:
        return _capped(widths, total)
    if sum(wanted) <= total:
        return _scaled(wanted, total)
    left = total - sum(widths)
    hungry = sorted(range(len(widths)), key=lambda place: wanted[place] - widths[place])
    for served, place in enumerate(hungry):
        given = min(wanted[place] - widths[place], left // (len(hungry) - served))
        widths[place] += given
        left -= given
    return widths


def _least(texts: Sequence[str]) -> int:
    heading, *others = texts
    return max(_longest_word(heading, _HEADING_EM), *(_longest_word(text) for text in others), 0)


def _width(text: str, em: int = _EM) -> int:
    return round(em * sum(_LETTERS.get(character, _DIGIT) for character in text)) + _MARGINS


def _longest_word(text: str, em: int = _EM) -> int:
    words = text.replace("\n", " ").replace("/", "/ ").split(" ")
    return max(_width(word, em) for word in words)


def _line(text: str) -> int:
    longest = max(_width(line) for line in text.split("\n"))
    return max(min(longest, _LONGEST), _longest_word(text))


def _capped(widths: Sequence[int], total: int) -> list[int]:
    """The widest cut to the same width, so that all fit."""
    left = total
    for place, width in enumerate(sorted(widths)):
        share = left // (len(widths) - place)
        if width > share:
            return [min(each, share) for each in widths]
        left -= width
    return list(widths)


def _scaled(widths: Sequence[int], total: int) -> list[int]:
    return [width * total // sum(widths) for width in widths]
