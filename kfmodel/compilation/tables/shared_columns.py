"""Columns that several tables have."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.material import Committee
from kfmodel.compilation.table import Audience, Column, Kind
from kfmodel.compilation.words import MASK, Value
from kfmodel.glossary import heading
from kfmodel.methods import Method


class OfCommittee(Protocol):
    """Any record that belongs to a committee."""

    @property
    def committee(self) -> Committee: ...
    @property
    def method(self) -> Method: ...


Owned = TypeVar("Owned", bound=OfCommittee)


def identified(
    columns: tuple[Column[Owned], ...], compilation: Compilation
) -> tuple[Column[Owned], ...]:
    """The columns after those that say whose row it is."""
    return (*_whose(compilation), *columns)


def _whose(compilation: Compilation) -> tuple[Column[OfCommittee], ...]:
    """Whose row it is: a code for machines, and a name for people where there are several."""
    codes: tuple[Column[OfCommittee], ...] = (
        Column(
            "organisation",
            lambda record: record.committee.code,
            audience=Audience.MACHINES,
            identity=True,
        ),
        Column(
            "method",
            lambda record: record.method.id,
            audience=Audience.MACHINES,
            identity=True,
        ),
    )
    if len(compilation.committees) < 2:
        return codes
    name: Column[OfCommittee] = Column(
        "committee",
        lambda record: record.committee.name,
        Kind.NAME,
        audience=Audience.PEOPLE,
        identity=True,
    )
    return (*codes, name)


CATEGORY: Column[CategoryRow] = Column(
    "category", lambda row: row.category, Kind.CATEGORY, identity=True
)


def from_answers(
    name: str, value: Callable[[CategoryRow], Value], kind: Kind = Kind.WORD
) -> Column[CategoryRow]:
    """A column of what the units' answers come to, masked where they are hidden."""

    def shown(row: CategoryRow) -> Value:
        return MASK if row.answers_hidden else value(row)

    return Column(name, value, kind, shown=shown)


ANSWERED: tuple[Column[CategoryRow], ...] = (
    Column("units_answered", lambda row: row.units_answered, Kind.COUNT),
    Column("units_total", lambda row: row.units_total, Kind.COUNT),
    Column("heads_answered_pct", lambda row: row.heads_answered_pct, Kind.PERCENT),
    Column(
        "settled",
        lambda row: row.settled,
        shown=lambda row: heading("is_settled" if row.settled else "proposed"),
    ),
)
"""How much of the category has answered, and whether the compiled values are settled."""
