"""What was compiled, where something else is settled."""

from collections.abc import Iterable
from enum import StrEnum

from kfmodel.answers import LEVELS
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.words import word
from kfmodel.glossary import heading
from kfmodel.numbers import as_text

Compiled = dict[str, str | int]
"""Values of scales, percentage points or heads by their names."""


def compiled_otherwise(row: CategoryRow, names: Iterable[str]) -> Compiled | None:
    """The compiled values that differ from what the row says; None where none does."""
    differing: Compiled = {
        name: value
        for name in names
        if (value := getattr(row.compiled, name)) is not None
        and value != getattr(row.answers, name)
    }
    return differing or None


def for_people(compiled: Compiled | None) -> str | None:
    """ "Uppskattat behov 2 år: Mer; Hög: +5 %"."""
    if compiled is None:
        return None
    return "; ".join(f"{heading(name)}: {_said(name, value)}" for name, value in compiled.items())


def _said(name: str, value: str | int) -> str:
    if isinstance(value, StrEnum):
        return word(value)
    number = as_text(int(value), signed=name in LEVELS)
    return f"{number} %" if name in LEVELS else number
