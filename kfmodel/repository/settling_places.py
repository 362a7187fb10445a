"""Where a person settles, and as what: read from the roster, never from a card."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from kfmodel.methods import method_of
from kfmodel.organisation import Counting, OrganisationKind, Role
from kfmodel.repository.schema import (
    APPROVAL,
    ASSIGNMENT,
    CYCLE,
    ORGANISATION,
    PERSON,
    SETTLEMENT,
    SETTLING_REVISION,
)
from kfmodel.settling import Actor, Standing
from kfmodel.to_settle import Decided, Place

_COMMITTEE = ORGANISATION.alias("committee")
_ABOVE = APPROVAL.alias("above")
_REVISION = (
    select(func.coalesce(func.max(SETTLING_REVISION.c.number), 0))
    .where(SETTLING_REVISION.c.organisation_id == ORGANISATION.c.id)
    .scalar_subquery()
    .label("settling_revision")
)
_HAS_HEAD = (
    select(ASSIGNMENT.c.id)
    .where(ASSIGNMENT.c.organisation_id == ORGANISATION.c.id)
    .where(ASSIGNMENT.c.role == Role.DIVISION_HEAD)
    .exists()
    .label("has_head")
)
_SETTLED = (OrganisationKind.DIVISION, OrganisationKind.COMMITTEE)
_PLACES = (
    select(
        ORGANISATION,
        CYCLE.c.name.label("cycle_name"),
        CYCLE.c.year,
        CYCLE.c.method.label("cycle_method"),
        CYCLE.c.counting,
        _COMMITTEE.c.method.label("committee_method"),
        APPROVAL.c.approved_at,
        PERSON.c.name.label("approver"),
        _ABOVE.c.approved_at.label("above_at"),
        _REVISION,
        _HAS_HEAD,
    )
    .join(CYCLE, CYCLE.c.id == ORGANISATION.c.cycle_id)
    .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id)
    .join(APPROVAL, APPROVAL.c.organisation_id == ORGANISATION.c.id, isouter=True)
    .join(_ABOVE, _ABOVE.c.organisation_id == _COMMITTEE.c.id, isouter=True)
    .join(PERSON, PERSON.c.id == APPROVAL.c.approved_by, isouter=True)
    .where(ORGANISATION.c.kind.in_(_SETTLED), CYCLE.c.closed_at.is_(None))
    .order_by(CYCLE.c.year.desc(), ORGANISATION.c.cycle_id, ORGANISATION.c.position)
)


def places_to_settle(connection: Connection, person_id: int) -> tuple[Place, ...]:
    """Where the person settles of their own: the divisions they head, the committees they are HR
    of. Newest cycle first."""
    own = select(ASSIGNMENT.c.organisation_id).where(
        ASSIGNMENT.c.person_id == person_id,
        or_(
            (ASSIGNMENT.c.role == Role.DIVISION_HEAD)
            & (ORGANISATION.c.kind == OrganisationKind.DIVISION),
            (ASSIGNMENT.c.role == Role.HR) & (ORGANISATION.c.kind == OrganisationKind.COMMITTEE),
        ),
    )
    rows = connection.execute(_PLACES.where(ORGANISATION.c.id.in_(own))).all()
    roles = _roles(connection, person_id)
    return tuple(_place(row, _actors(row, roles)) for row in rows)


def place_to_settle(connection: Connection, person_id: int, place_id: int) -> Place | None:
    """A division or committee, where the person heads it or is HR of its committee; else None."""
    row = connection.execute(_PLACES.where(ORGANISATION.c.id == place_id)).one_or_none()
    actors = _actors(row, _roles(connection, person_id)) if row else frozenset()
    return _place(row, actors) if row and actors else None


def divisions_of(connection: Connection, committee: Place) -> tuple[Place, ...]:
    """The committee's divisions as one meets them who is HR of it, in HR's order."""
    query = _PLACES.where(
        ORGANISATION.c.committee_id == committee.id,
        ORGANISATION.c.kind == OrganisationKind.DIVISION,
    )
    roles = frozenset({(committee.id, Role.HR)})
    return tuple(_place(row, _actors(row, roles)) for row in connection.execute(query))


def every_place(connection: Connection, cycle_id: int) -> dict[str, Place]:
    """The cycle's divisions and committees by code, in HR's order, as one meets them who runs the
    service: who may do what everyone may who settles there."""
    rows = connection.execute(_PLACES.where(ORGANISATION.c.cycle_id == cycle_id))
    return {row.code: _place(row, _EVERYONE) for row in rows}


def organisation_in(connection: Connection, cycle_id: int, code: str) -> tuple[int, int] | None:
    """The organisation's id and its committee's; None where there is none of that code."""
    query = select(ORGANISATION.c.id, ORGANISATION.c.committee_id).where(
        ORGANISATION.c.cycle_id == cycle_id,
        ORGANISATION.c.code == code,
        ORGANISATION.c.committee_id.is_not(None),
    )
    row = connection.execute(query).one_or_none()
    return (row.id, row.committee_id) if row else None


def returned_to(connection: Connection, places: Iterable[Place]) -> int:
    """How many categories of these places HR has returned."""
    query = select(func.count()).where(
        SETTLEMENT.c.organisation_id.in_([place.id for place in places]),
        SETTLEMENT.c.return_comment.is_not(None),
    )
    return int(connection.execute(query).scalar_one())


_EVERYONE = frozenset({Actor.DIVISION_HEAD, Actor.COMMITTEE_HR})
_Roles = frozenset[tuple[int, Role]]


def _roles(connection: Connection, person_id: int) -> _Roles:
    query = select(ASSIGNMENT.c.organisation_id, ASSIGNMENT.c.role)
    rows = connection.execute(query.where(ASSIGNMENT.c.person_id == person_id))
    return frozenset((place, Role(role)) for place, role in rows)


def _actors(row: Row[Any], roles: _Roles) -> frozenset[Actor]:
    """HR of the committee acts for a division that has no head."""
    actors = set()
    is_division = row.kind == OrganisationKind.DIVISION
    if is_division and (row.id, Role.DIVISION_HEAD) in roles:
        actors.add(Actor.DIVISION_HEAD)
    if (row.committee_id, Role.HR) in roles:
        actors.add(Actor.COMMITTEE_HR)
        if is_division and not row.has_head:
            actors.add(Actor.DIVISION_HEAD)
    return frozenset(actors)


def _place(row: Row[Any], actors: frozenset[Actor]) -> Place:
    approved = Decided(row.approver or "HR", row.approved_at) if row.approved_at else None
    return Place(
        id=row.id,
        code=row.code,
        name=row.name,
        kind=OrganisationKind(row.kind),
        committee_id=row.committee_id,
        cycle_id=row.cycle_id,
        cycle=row.cycle_name,
        year=row.year,
        method=method_of(row.committee_method or row.cycle_method),
        actors=actors,
        standing=_standing(row),
        approved=approved,
        revision=row.settling_revision,
        counting=Counting(row.counting) if row.counting else None,
    )


def _standing(row: Row[Any]) -> Standing:
    if row.above_at and row.kind == OrganisationKind.DIVISION:
        return Standing.FINAL
    return Standing.APPROVED if row.approved_at else Standing.OPEN
