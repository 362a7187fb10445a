"""A cycle's organisations and categories, as those look for them who name them by code."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from kfmodel.organisation import OrganisationKind
from kfmodel.repository.schema import CATEGORY, CYCLE, ORGANISATION

_COMMITTEE = ORGANISATION.alias("committee")


@dataclass(frozen=True, slots=True)
class Place:
    """`method` is that of its committee."""

    id: int
    code: str
    name: str
    kind: OrganisationKind
    method: str
    committee_id: int | None


def places_in(connection: Connection, cycle_id: int) -> dict[str, Place]:
    """The cycle's organisations by code, in HR's order."""
    query = _places().where(ORGANISATION.c.cycle_id == cycle_id).order_by(ORGANISATION.c.position)
    return {row.code: _place(row) for row in connection.execute(query)}


def place_of(connection: Connection, organisation_id: int) -> Place:
    return _place(connection.execute(_places().where(ORGANISATION.c.id == organisation_id)).one())


def _places() -> Select[Any]:
    return (
        select(
            ORGANISATION.c.id,
            ORGANISATION.c.code,
            ORGANISATION.c.name,
            ORGANISATION.c.kind,
            ORGANISATION.c.committee_id,
            _COMMITTEE.c.method.label("committee_method"),
            CYCLE.c.method.label("cycle_method"),
        )
        .join(CYCLE, CYCLE.c.id == ORGANISATION.c.cycle_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id, isouter=True)
    )


def _place(row: Row[Any]) -> Place:
    return Place(
        row.id,
        row.code,
        row.name,
        OrganisationKind(row.kind),
        row.committee_method or row.cycle_method,
        row.committee_id,
    )


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
