"""Whether rows are proposals or settled, in a word for what is printed of them together."""

from collections.abc import Iterable

from kfmodel.compilation.compilation import CategoryRow
from kfmodel.glossary import heading


def settled_state(rows: Iterable[CategoryRow]) -> str:
    """ "Förslag" until a row is settled, "Fastställd" once all are."""
    settled = {row.settled for row in rows}
    if settled == {True}:
        return heading("is_settled")
    return heading("partly_settled" if True in settled else "proposed")
