"""What a rule is asked of: a cell's column, in the compilation it stands in."""

from dataclasses import dataclass
from typing import Any, Protocol

from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.material import Committee
from kfmodel.compilation.table import Column, Table
from kfmodel.glossary import TERMS


class OfCategory(Protocol):
    """Any record of a committee's category; a total has none."""

    @property
    def committee(self) -> Committee: ...
    @property
    def category(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A column of a table, whose cells are explained."""

    compilation: Compilation
    table: Table[Any]
    column: Column[Any]

    @property
    def heading(self) -> str:
        return heading_of(self.column)

    def row_of(self, record: OfCategory) -> CategoryRow:
        """The row that a record of another table comes from."""
        return next(
            row
            for row in self.compilation.rows
            if (row.committee, row.category) == (record.committee, record.category)
        )


def heading_of(column: Column[Any]) -> str:
    """What people read above it; the key where only machines have it."""
    known = (column.term or column.name) in TERMS
    return column.heading if known else column.name
