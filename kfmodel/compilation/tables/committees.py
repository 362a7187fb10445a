"""Läge for the city: which committees' compilations are approved, and so in the tables."""

from dataclasses import dataclass

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.material import Committee
from kfmodel.compilation.table import Column, Kind, Readers, Table
from kfmodel.compilation.tables.shared_columns import identified
from kfmodel.glossary import heading
from kfmodel.methods import Method, method_of


@dataclass(frozen=True, slots=True)
class CommitteeState:
    """A committee, and whether the city may see its compilation."""

    committee: Committee
    approved: bool

    @property
    def method(self) -> Method:
        return method_of(self.committee.method)

    @property
    def state(self) -> str:
        return "approved" if self.approved else "not_approved"


COLUMNS: tuple[Column[CommitteeState], ...] = (
    Column("method", lambda row: row.method.name.sv, Kind.PHRASE, readers=Readers.PEOPLE),
    Column("progress", lambda row: row.state, Kind.PHRASE, shown=lambda row: heading(row.state)),
)


def table(compilation: Compilation) -> Table[CommitteeState]:
    rows = [
        *(CommitteeState(committee, approved=True) for committee in compilation.committees),
        *(CommitteeState(committee, approved=False) for committee in compilation.not_approved),
    ]
    return Table("progress", identified(COLUMNS, compilation), rows)
