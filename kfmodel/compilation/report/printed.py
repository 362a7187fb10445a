"""What is printed of a table: only the columns that tell something."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from kfmodel.compilation.report.blocks import Tabular
from kfmodel.compilation.report.cells import cell_text
from kfmodel.compilation.table import Column, Readers, Table
from kfmodel.compilation.words import MASK, NOT_APPLIED

_NO_VALUE = ("", MASK, NOT_APPLIED)


class Printed(NamedTuple):
    """The columns, and the rows as text; the last `totals` of them are totals."""

    columns: tuple[Column[Any], ...]
    rows: list[tuple[str, ...]]
    totals: int


def printed(block: Tabular) -> Printed:
    """What is printed of the table: the columns asked for that have a value in some row."""
    offered = block.table.columns_for(Readers.PEOPLE)
    rows = [_texts(offered, row.cells, row.masked) for row in block.table.rows_for_people()]
    names = block.columns or tuple(column.name for column in offered)
    places = [
        place
        for name in names
        for place, column in enumerate(offered)
        if column.name == name and (column.identity or _tells(row[place] for row in rows))
    ]
    return Printed(
        tuple(offered[place] for place in places),
        [tuple(row[place] for place in places) for row in rows],
        len(block.table.totals),
    )


def columns_left(table: Table[Any], columns: tuple[str, ...]) -> frozenset[str]:
    """The names of those that are printed, for captions and notes to promise no others."""
    return frozenset(column.name for column in printed(Tabular(table, "", columns)).columns)


def _tells(texts: Iterable[str]) -> bool:
    return any(text not in _NO_VALUE for text in texts)


def _texts(columns: Sequence[Column[Any]], cells: Sequence[Any], masked: bool) -> tuple[str, ...]:
    return tuple(
        MASK if masked and not column.identity else cell_text(value, column.kind)
        for column, value in zip(columns, cells, strict=True)
    )
