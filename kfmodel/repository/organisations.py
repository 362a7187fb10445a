"""A cycle's organisations and categories, as those look for them who name them by code."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from kfmodel.organisation import OrganisationKind
from kfmodel.repository.schema import CATEGORY, CYCLE, ORGANISATION


@dataclass(frozen=True, slots=True)
class Place:
    """`method` is that of its committee."""

    id: int
    code: str
    kind: OrganisationKind
    method: str


def places_in(connection: Connection, cycle_id: int) -> dict[str, Place]:
    """The cycle's organisations by code, in HR's order."""
    committee = ORGANISATION.alias("committee")
    query = (
        select(
            ORGANISATION.c.id,
            ORGANISATION.c.code,
            ORGANISATION.c.kind,
            committee.c.method.label("committee_method"),
            CYCLE.c.method.label("cycle_method"),
        )
        .join(CYCLE, CYCLE.c.id == ORGANISATION.c.cycle_id)
        .join(committee, committee.c.id == ORGANISATION.c.committee_id, isouter=True)
        .where(ORGANISATION.c.cycle_id == cycle_id)
        .order_by(ORGANISATION.c.position)
    )
    return {
        row.code: Place(
            row.id,
            row.code,
            OrganisationKind(row.kind),
            row.committee_method or row.cycle_method,
        )
        for row in connection.execute(query)
    }


def names_in(connection: Connection, cycle_id: int) -> dict[str, str]:
    """The cycle's organisations' names by code."""
    query = select(ORGANISATION.c.code, ORGANISATION.c.name)
    rows = connection.execute(query.where(ORGANISATION.c.cycle_id == cycle_id))
    return {row.code: row.name for row in rows}


def category_names(connection: Connection, cycle_id: int) -> list[str]:
    """In HR's order."""
    query = (
        select(CATEGORY.c.name).where(CATEGORY.c.cycle_id == cycle_id).order_by(CATEGORY.c.position)
    )
    return list(connection.execute(query).scalars())
