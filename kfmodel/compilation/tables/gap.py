"""Gapanalys: heads and gaps from the projection, needs and levels from the answers.

Source: ASN 2025, table "Resultat av gapanalys". The assessed need in people stands to the right.
"""

from kfmodel.answers import LEVELS
from kfmodel.calculations import PeopleRange
from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.gap_kind import comment, gap_kinds, joined, specific_gap
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.tables.parts import of_part, where_used
from kfmodel.compilation.tables.shared_columns import (
    ANSWERED,
    ANSWERS_MASKED,
    CATEGORY,
    from_answers,
    identified,
    level,
    range_column,
    settled_columns,
)
from kfmodel.compilation.words import word
from kfmodel.glossary import heading
from kfmodel.methods import Method


def _low(people: PeopleRange | None) -> int | None:
    return people.low if people else None


def _high(people: PeopleRange | None) -> int | None:
    return people.high if people else None


COLUMNS: tuple[Column[CategoryRow], ...] = (
    CATEGORY,
    Column("headcount", lambda row: row.headcount, Kind.COUNT),
    Column("gap_2y", lambda row: row.gap_2y, Kind.DIFFERENCE),
    *of_part(Method.asks_need, from_answers("need_2y", lambda row: row.need_2y)),
    Column("gap_5y", lambda row: row.gap_5y, Kind.DIFFERENCE),
    *of_part(Method.asks_need, from_answers("need_5y", lambda row: row.need_5y)),
    *of_part(
        Method.asks_shares,
        level("level_some", 0),
        level("level_good", 1),
        level("level_high", 2),
        level("level_very_high", 3),
    ),
    *ANSWERED,
    ANSWERS_MASKED,
    from_answers("assessed_2y_from", lambda row: _low(row.assessed_2y), Kind.COUNT),
    from_answers("assessed_2y_to", lambda row: _high(row.assessed_2y), Kind.COUNT),
    from_answers("assessed_5y_from", lambda row: _low(row.assessed_5y), Kind.COUNT),
    from_answers("assessed_5y_to", lambda row: _high(row.assessed_5y), Kind.COUNT),
    *settled_columns(("need_2y", "need_5y", *LEVELS)),
    *of_part(Method.asks_need, range_column("need_2y"), range_column("need_5y")),
)


def _kinds(row: CategoryRow) -> str | None:
    """ "Kvantitativt, Kompetensspecifikt", or that there is no gap."""
    kinds = gap_kinds(row)
    if kinds is None:
        return None
    return ", ".join(word(kind) for kind in kinds) or heading("no_gap")


def _in_words(compilation: Compilation) -> tuple[Column[CategoryRow], ...]:
    """Where a committee's method has the gap in words; of the others, what they say in words."""
    texts: tuple[Column[CategoryRow], ...] = (
        Column(
            "specific_gap", lambda row: joined(row.shown, specific_gap), Kind.TEXT, of_units=True
        ),
        Column("comment", lambda row: joined(row.shown, comment), Kind.TEXT, of_units=True),
    )
    kind = Column("gap_kind", gap_kinds, Kind.PHRASE, shown=_kinds)
    kinds = where_used(compilation, Method.asks_words, kind)
    return (*kinds, *texts) if kinds else ()


def table(compilation: Compilation) -> Table[CategoryRow]:
    columns = identified((*COLUMNS, *_in_words(compilation)), compilation)
    return Table("gap", columns, compilation.rows, masked=lambda row: row.masked)
