"""How a sheet is described: its columns, what they hold and what must be there."""

from dataclasses import dataclass
from enum import Enum, auto

from kfmodel.importing.kinds import Kind


class Demand(Enum):
    """What must be there."""

    CELL = auto()
    """The column, and a value in every row."""
    COLUMN = auto()
    """The column; a cell may be empty."""
    NOTHING = auto()


class Refers(Enum):
    """Which other sheet defines what the cell names."""

    ORGANISATION = auto()
    PARENT = auto()
    CATEGORY = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """`expected` continues "skriv …"; `note` says more in the template."""

    name: str
    heading: str
    kind: Kind
    expected: str
    demand: Demand = Demand.CELL
    refers: Refers | None = None
    note: str = ""
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """`required`: must be in the file. `rows_required`: must have rows."""

    title: str
    columns: tuple[Column, ...]
    required: bool = True
    rows_required: bool = True
    purpose: str = ""
