"""How wide the columns of a table are, in twentieths of a point."""

from collections.abc import Sequence

_CHARACTER = 86
"""The mean character of the table's text, and then some."""
_HEADING_CHARACTER = 78
_MARGINS = 230
_LONGEST = 44
"""Characters on a line that a text asks for at most; a longer one is wrapped."""


def column_widths(columns: Sequence[Sequence[str]], total: int) -> list[int]:
    """Widths that fill `total`: room for every column's longest word, then for short texts before
    long ones. A column's first text is its heading, which may stand on two lines.

    Where even the longest words have no room, those of the widest columns are broken.
    """
    widths = [_least(texts) for texts in columns]
    wanted = [
        max(least, _width(max([len(first) // 2, *map(_line, texts)])))
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
    heading, *others = map(_longest_word, texts)
    return max(_HEADING_CHARACTER * heading + _MARGINS, _width(max(others, default=0)))


def _width(characters: int) -> int:
    return _CHARACTER * characters + _MARGINS


def _longest_word(text: str) -> int:
    return max(len(word) for word in text.replace("\n", " ").replace("/", "/ ").split(" "))


def _line(text: str) -> int:
    return max(min(max(map(len, text.split("\n"))), _LONGEST), _longest_word(text))


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
