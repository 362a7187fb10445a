"""Columns that several tables have."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from kfmodel.compilation.answer_range import answer_range
from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.material import Committee
from kfmodel.compilation.settled_values import compiled_otherwise, for_people
from kfmodel.compilation.table import Column, Kind, Readers
from kfmodel.compilation.words import MASK, Value, word
from kfmodel.glossary import heading
from kfmodel.methods import Method
from kfmodel.organisation import OrganisationKind
from kfmodel.settling import SCALE_VALUES


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
    """The columns of the compilation's level, after those that say whose row it is."""
    city = compilation.level is OrganisationKind.CITY
    return (*_whose(compilation), *(one for one in columns if not (city and one.of_units)))


def _whose(compilation: Compilation) -> tuple[Column[OfCommittee], ...]:
    """Whose row it is: a code for machines, and a name for people where there are several."""
    codes: tuple[Column[OfCommittee], ...] = (
        Column(
            "organisation",
            lambda record: record.committee.code,
            readers=Readers.MACHINES,
            identity=True,
        ),
        Column(
            "method",
            lambda record: record.method.id,
            readers=Readers.MACHINES,
            identity=True,
        ),
    )
    if len(compilation.committees) < 2 and compilation.level is not OrganisationKind.CITY:
        return codes
    name: Column[OfCommittee] = Column(
        "committee",
        lambda record: record.committee.name,
        Kind.NAME,
        readers=Readers.PEOPLE,
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

ANSWERS_MASKED: Column[CategoryRow] = Column(
    "answers_masked", lambda row: row.answers_hidden or None, readers=Readers.MACHINES
)
"""Tells machines that what came of the answers is hidden, not missing."""


def settled_columns(names: Sequence[str]) -> tuple[Column[CategoryRow], ...]:
    """What was compiled of `names` where something else is settled, and why. The reason stands by
    the values that it is for; where none differs, in every table."""

    def compiled(row: CategoryRow) -> Value:
        return compiled_otherwise(row, names)

    def shown(row: CategoryRow) -> Value:
        return for_people(compiled_otherwise(row, names))

    def reason(row: CategoryRow) -> Value:
        if row.settlement is None or row.answers_hidden:
            return None
        for_others = not compiled(row) and compiled_otherwise(row, SCALE_VALUES)
        return None if for_others else row.settlement.reason

    return (
        Column("compiled", compiled, Kind.TEXT, shown=shown),
        Column("settled_reason", reason, Kind.TEXT),
    )


def level(name: str, place: int) -> Column[CategoryRow]:
    """The share of the group missing (+) or in surplus (−) at one level."""
    return from_answers(name, lambda row: row.levels[place] if row.levels else None, Kind.POINTS)


def range_column(question: str) -> Column[CategoryRow]:
    """The lowest and the highest answer that a unit gave."""

    def value(row: CategoryRow) -> Value:
        found = answer_range(row, question)
        return tuple(answer.value for answer in found) if found else None

    def shown(row: CategoryRow) -> Value:
        if row.answers_hidden:
            return MASK
        found = answer_range(row, question)
        return " – ".join(word(answer) for answer in dict.fromkeys(found)) if found else None

    return Column(f"{question}_range", value, Kind.PHRASE, shown=shown, of_units=True)
