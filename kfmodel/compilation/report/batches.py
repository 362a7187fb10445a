"""Charts of many categories, in as many pictures as it takes to read them."""

from collections.abc import Iterable
from typing import TypeVar

Row = TypeVar("Row")

_ROWS = 16
"""Categories that fit on a page."""


def batches(rows: Iterable[Row]) -> list[tuple[tuple[Row, ...], str]]:
    """The rows of each picture, and which of the pictures it is: "", or " (1 av 2)"."""
    found = tuple(rows)
    count = -(-len(found) // _ROWS)
    each = -(-len(found) // count) if count else 0
    return [
        (
            found[place * each : (place + 1) * each],
            f" ({place + 1} av {count})" if count > 1 else "",
        )
        for place in range(count)
    ]
