"""A cycle's organisations and categories, as those look for them who name them by code."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from kfmodel.organisation import OrganisationKind
from kfmodel.repository.schema import CATEGORY, CYCLE, ORGANISATION

_COMMITTEE = ORGANISATION.alias("committee")


@dataclass(frozen=True, slots=True)
class Organisation:
    """`method` is that of its committee, or of the cycle where it has none of its own."""

    id: int
    code: str
    name: str
    kind: OrganisationKind
    method: str
    committee_id: int | None


def organisations_in(connection: Connection, cycle_id: int) -> dict[str, Organisation]:
    """The cycle's organisations by code, in HR's order."""
    found = organisations_among(connection, ORGANISATION.c.cycle_id == cycle_id)
    return {organisation.code: organisation for organisation in found}


def organisation_with(connection: Connection, organisation_id: int) -> Organisation:
    """The organisation with the id, which is there."""
    query = _organisations().where(ORGANISATION.c.id == organisation_id)
    return _organisation(connection.execute(query).one())


def organisations_among(
    connection: Connection, *wanted: ColumnElement[bool]
) -> tuple[Organisation, ...]:
    """Those that are all that is wanted, in HR's order."""
    query = _organisations().where(*wanted).order_by(ORGANISATION.c.position)
    return tuple(_organisation(row) for row in connection.execute(query))


def _organisations() -> Select[Any]:
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


def _organisation(row: Row[Any]) -> Organisation:
    return Organisation(
        row.id,
        row.code,
        row.name,
        OrganisationKind(row.kind),
        row.committee_method or row.cycle_method,
        row.committee_id,
    )


def category_names(connection: Connection, cycle_id: int) -> list[str]:
    """In HR's order."""
    query = (
        select(CATEGORY.c.name).where(CATEGORY.c.cycle_id == cycle_id).order_by(CATEGORY.c.position)
    )
    return list(connection.execute(query).scalars())
