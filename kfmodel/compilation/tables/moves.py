"""Kompetensförflyttning: how many more or fewer are needed at each level, in heads.

Only of methods that count heads: others ask for shares of the group, which are no people.
"""

from collections.abc import Callable

from kfmodel.answers import HeadsByLevel
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.moves import MoveRow, move_rows, total_rows
from kfmodel.compilation.table import EVERYONE, Column, Kind, Readers, Table
from kfmodel.compilation.tables.shared_columns import identified


def _at(place: int) -> Callable[[MoveRow], int | None]:
    def value(row: MoveRow) -> int | None:
        moves: HeadsByLevel | None = row.moves
        return moves[place] if moves else None

    return value


COLUMNS: tuple[Column[MoveRow], ...] = (
    Column("category", lambda row: row.category, Kind.CATEGORY, identity=True),
    Column("horizon", lambda row: row.horizon, Kind.COUNT, identity=True),
    Column("increase", lambda row: row.increase, Kind.DIFFERENCE),
    Column("to_some", _at(0), Kind.DIFFERENCE),
    Column("to_good", _at(1), Kind.DIFFERENCE),
    Column("to_high", _at(2), Kind.DIFFERENCE),
    Column("to_very_high", _at(3), Kind.DIFFERENCE),
)


def table(compilation: Compilation) -> Table[MoveRow]:
    rows = [move for row in compilation.rows for move in move_rows(row)]
    return Table(
        "moves",
        identified(COLUMNS, compilation),
        rows,
        masked=lambda row: row.masked,
        readers=EVERYONE if rows else Readers.MACHINES,
        totals=total_rows(rows),
    )
