"""Avdelningar: each division's own row, as compiled from its units and as it has settled it."""

from operator import attrgetter

from kfmodel.answers import LEVELS
from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.table import EVERYONE, Column, Kind, Readers, Table
from kfmodel.compilation.tables.parts import of_part, where_used
from kfmodel.compilation.tables.shared_columns import (
    ANSWERED,
    ANSWERS_MASKED,
    CATEGORY,
    from_answers,
    level,
    settled_columns,
)
from kfmodel.methods import Method
from kfmodel.settling import SCALE_VALUES

COLUMNS: tuple[Column[CategoryRow], ...] = (
    Column("organisation", lambda row: row.committee.code, identity=True),
    Column("division", lambda row: row.committee.name, Kind.NAME, identity=True),
    CATEGORY,
    Column("headcount", lambda row: row.headcount, Kind.COUNT),
    *of_part(
        Method.asks_need,
        from_answers("need_2y", lambda row: row.need_2y),
        from_answers("need_5y", lambda row: row.need_5y),
    ),
    *of_part(Method.asks_shares, *(level(name, place) for place, name in enumerate(LEVELS))),
    *of_part(
        Method.asks_severity, from_answers("severity", lambda row: row.severity, Kind.SEVERITY)
    ),
    *of_part(Method.asks_likelihood, from_answers("likelihood", lambda row: row.likelihood)),
)
APART: tuple[Column[CategoryRow], ...] = tuple(
    from_answers(name, attrgetter(name), Kind.SEVERITY)
    for name in ("severity_operations", "severity_work_environment")
)


def table(compilation: Compilation) -> Table[CategoryRow]:
    apart = where_used(compilation, Method.asks_severities_apart, *APART)
    columns = (*COLUMNS, *apart, *ANSWERED, ANSWERS_MASKED, *settled_columns(SCALE_VALUES))
    readers = EVERYONE if compilation.divisions else Readers.MACHINES
    return Table(
        "divisions",
        columns,
        compilation.divisions,
        masked=lambda row: row.masked,
        readers=readers,
    )
