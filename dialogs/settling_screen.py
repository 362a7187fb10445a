"""What a division head or HR sees next who settles, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.screen import Notice, Problem
from kfmodel.to_settle import CategoryToSettle, DivisionToSettle, Place


@dataclass(frozen=True, slots=True)
class PlacesToSettle:
    """Which of several places?"""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CategoriesToSettle:
    """Every category of a place, and whether the whole is approved. `divisions` are those below a
    committee, for its HR."""

    place: Place
    categories: tuple[CategoryToSettle, ...]
    divisions: tuple[DivisionToSettle, ...] = ()
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class OneCategory:
    """One category with all that is said of it. `typed` stands in the inputs instead of what is
    settled; `changing` and `returning` say which of the two forms is open; `personal` are passages
    of its text that look as if they were about one person."""

    place: Place
    category: CategoryToSettle
    typed: Mapping[str, Any] | None = None
    problems: tuple[Problem, ...] = ()
    notice: Notice | None = None
    changing: bool = False
    returning: bool = False
    personal: tuple[str, ...] = ()


SettlingScreen = PlacesToSettle | CategoriesToSettle | OneCategory
