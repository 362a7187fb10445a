"""Finding a cycle."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from kfmodel.repository.schema import CYCLE


class UnknownCycleError(LookupError):
    """No cycle, or more than one, is meant by the text; `names` are those to choose from.

    `ambiguous` where several have the year that the text says.
    """

    def __init__(self, text: str, names: tuple[str, ...], *, ambiguous: bool = False) -> None:
        super().__init__(text)
        self.text = text
        self.names = names
        self.ambiguous = ambiguous


def cycle_with(connection: Connection, cycle_id: int) -> Row[Any]:
    """The cycle with the id, which is there."""
    return connection.execute(select(CYCLE).where(CYCLE.c.id == cycle_id)).one()


def cycles_not_closed(connection: Connection) -> Sequence[Row[Any]]:
    """The next deadline first."""
    query = select(CYCLE).where(CYCLE.c.closed_at.is_(None)).order_by(CYCLE.c.deadline_on)
    return connection.execute(query).all()


def find_cycle(connection: Connection, text: str | None = None) -> Row[Any]:
    """The cycle by its name, by a year that only one cycle has, or the only one there is. Raises
    UnknownCycleError."""
    rows = connection.execute(select(CYCLE).order_by(CYCLE.c.year, CYCLE.c.name)).all()
    meant = [row for row in rows if text is None or text == row.name]
    meant = meant or [row for row in rows if text == str(row.year)]
    if len(meant) != 1:
        names = tuple(row.name for row in meant or rows)
        raise UnknownCycleError(text or "", names, ambiguous=bool(text and meant))
    return meant[0]
