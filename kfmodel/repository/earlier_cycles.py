"""Which cycles came before. Codes and category names link them."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, select

from kfmodel.organisation import OrganisationKind
from kfmodel.repository.schema import CATEGORY, CATEGORY_EARLIER_NAME, CYCLE, ORGANISATION


def newest_earlier_cycles(
    connection: Connection, cycle: Row[Any], codes: Collection[str]
) -> list[Row[Any]]:
    """The cycles of earlier years that are the last before this one for any of the committees,
    newest first."""
    query = (
        select(CYCLE, ORGANISATION.c.code)
        .join(ORGANISATION, ORGANISATION.c.cycle_id == CYCLE.c.id)
        .where(
            CYCLE.c.year < cycle.year,
            ORGANISATION.c.kind == OrganisationKind.COMMITTEE,
            ORGANISATION.c.code.in_(codes),
        )
        .order_by(CYCLE.c.year, CYCLE.c.id)
    )
    newest = {row.code: row for row in connection.execute(query)}
    cycles = {row.id: row for row in newest.values()}
    return sorted(cycles.values(), key=lambda row: (row.year, row.id), reverse=True)


def earlier_names(connection: Connection, cycle_id: int) -> dict[str, tuple[str, ...]]:
    """What the cycle's categories were called before, by their name of now."""
    query = (
        select(CATEGORY.c.name, CATEGORY_EARLIER_NAME.c.name.label("earlier"))
        .join(CATEGORY_EARLIER_NAME, CATEGORY_EARLIER_NAME.c.category_id == CATEGORY.c.id)
        .where(CATEGORY.c.cycle_id == cycle_id)
        .order_by(CATEGORY_EARLIER_NAME.c.name)
    )
    names: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(query):
        names[row.name].append(row.earlier)
    return {name: tuple(earlier) for name, earlier in names.items()}
