"""The staffing projection summed to committees and divisions: above its level it is summed, below
it is absent and never prorated."""

from typing import Any, Literal

from sqlalchemy import Connection, func, select

from kfmodel.compilation.material import Projection
from kfmodel.repository.schema import ORGANISATION, PROJECTION

Level = Literal["committee_id", "division_id"]


def rolled_up(
    connection: Connection, cycle_id: int, level: Level = "committee_id"
) -> dict[tuple[int, int], Projection]:
    """By (id of the committee or division, category id). A figure that no row gives is None, not
    0."""
    place = ORGANISATION.c[level]
    figures = ("headcount", "gap_2y", "gap_5y", "turnover_2y", "retirements_2y")
    query = (
        select(
            place.label("place_id"),
            PROJECTION.c.category_id,
            *(func.sum(PROJECTION.c[name]) for name in figures),
        )
        .join(ORGANISATION, ORGANISATION.c.id == PROJECTION.c.organisation_id)
        .where(PROJECTION.c.cycle_id == cycle_id, place.is_not(None))
        .group_by(place, PROJECTION.c.category_id)
    )
    return {
        (row.place_id, row.category_id): Projection(*(_two_decimals(sum_) for sum_ in row[2:]))
        for row in connection.execute(query)
    }


def _two_decimals(value: float | None) -> Any:
    return None if value is None else round(value, 2)
