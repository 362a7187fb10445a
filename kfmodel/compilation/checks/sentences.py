"""How checks name rows and list what they found."""

from collections.abc import Sequence
from typing import Protocol

from kfmodel.compilation.compilation import Compilation, DialogueRow
from kfmodel.compilation.material import Committee

LISTED = 20
"""So many are named; the tables hold the rest."""


class OfCategory(Protocol):
    """Any record of a committee's category."""

    @property
    def committee(self) -> Committee: ...
    @property
    def category(self) -> str: ...


def category_of(row: OfCategory, compilation: Compilation) -> str:
    """The category, with its committee where there are several."""
    if len(compilation.committees) < 2:
        return row.category
    return f"{row.category} ({row.committee.name})"


def unit_of(row: DialogueRow) -> str:
    """The unit and its category."""
    return f"{row.dialogue.organisation_name} ({row.dialogue.category})"


def listed(found: Sequence[str]) -> str:
    """ "A; B; C", and how many more there are."""
    named = "; ".join(found[:LISTED])
    left = len(found) - LISTED
    return f"{named} … och {left} till" if left > 0 else named
