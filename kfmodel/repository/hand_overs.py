"""Who says that somebody else answers, and HR's word on it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, delete, func, select, update

from kfmodel.organisation import OrganisationKind, Role
from kfmodel.planning.committee import AskedToHandOver
from kfmodel.planning.message import Candidate, HandOverAsked, Post
from kfmodel.repository.answerers import written_to
from kfmodel.repository.audit import note
from kfmodel.repository.groups import sync_answerers
from kfmodel.repository.insert import insert_into
from kfmodel.repository.organisations import Organisation, organisations_among
from kfmodel.repository.schema import (
    ASSIGNMENT,
    DIALOGUE,
    HAND_OVER,
    ORGANISATION,
    PERSON,
    RESPONSIBILITY,
)

_ROLES = {
    OrganisationKind.UNIT: Role.UNIT_MANAGER,
    OrganisationKind.DIVISION: Role.DIVISION_HEAD,
}
"""Whose post an organisation has; a committee's questions are its HR's."""

_COMMITTEE = ORGANISATION.alias("committee")
_SUCCESSOR = PERSON.alias("successor")


def places_of(connection: Connection, cycle_id: int, person_id: int) -> tuple[Organisation, ...]:
    """The divisions and units that a person is written to about in the cycle, as their manager or
    for a vacant post."""
    answered = (
        select(DIALOGUE.c.organisation_id)
        .join(RESPONSIBILITY, RESPONSIBILITY.c.dialogue_id == DIALOGUE.c.id)
        .where(RESPONSIBILITY.c.person_id == person_id, written_to(cycle_id))
    )
    managed = select(ASSIGNMENT.c.organisation_id).where(
        ASSIGNMENT.c.person_id == person_id, ASSIGNMENT.c.role.in_(_ROLES.values())
    )
    return organisations_among(
        connection,
        ORGANISATION.c.cycle_id == cycle_id,
        ORGANISATION.c.kind.in_(_ROLES),
        ORGANISATION.c.id.in_(answered.union(managed)),
    )


def ask_hr(
    connection: Connection, cycle_id: int, place_id: int, person_id: int, now: datetime
) -> None:
    """Open a request, once however often it is pressed."""
    insert = insert_into(connection, HAND_OVER)
    again = insert.on_conflict_do_update(
        index_elements=["organisation_id", "person_id"],
        set_={"asked_at": now, "settled_at": None, "settled_by": None, "successor_id": None},
        where=HAND_OVER.c.settled_at.is_not(None),
    )
    values = {"cycle_id": cycle_id, "organisation_id": place_id, "person_id": person_id}
    connection.execute(again, {**values, "asked_at": now})


def open_requests(connection: Connection, cycle_id: int) -> Mapping[str, list[AskedToHandOver]]:
    """By committee's code."""
    found: defaultdict[str, list[AskedToHandOver]] = defaultdict(list)
    query = (
        select(_COMMITTEE.c.code, HAND_OVER.c.id, HAND_OVER.c.asked_at)
        .join(ORGANISATION, ORGANISATION.c.id == HAND_OVER.c.organisation_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id)
        .where(HAND_OVER.c.cycle_id == cycle_id, HAND_OVER.c.settled_at.is_(None))
        .order_by(HAND_OVER.c.id)
    )
    for code, request_id, asked_at in connection.execute(query):
        found[code].append(AskedToHandOver(request_id, asked_at))
    return found


@dataclass(frozen=True, slots=True)
class Request:
    """`successor` is who answers now; None where nothing is settled, or the person still does."""

    id: int
    cycle_id: int
    organisation_id: int
    organisation: str
    kind: OrganisationKind
    committee_id: int
    person_id: int
    person: str
    is_settled: bool
    successor: str | None


def request_with(connection: Connection, request_id: int) -> Request | None:
    """None where there is none with the id."""
    query = (
        select(
            HAND_OVER,
            ORGANISATION.c.name.label("organisation"),
            ORGANISATION.c.kind,
            ORGANISATION.c.committee_id,
            PERSON.c.name.label("person"),
            _SUCCESSOR.c.name.label("successor"),
        )
        .join(ORGANISATION, ORGANISATION.c.id == HAND_OVER.c.organisation_id)
        .join(PERSON, PERSON.c.id == HAND_OVER.c.person_id)
        .join(_SUCCESSOR, _SUCCESSOR.c.id == HAND_OVER.c.successor_id, isouter=True)
        .where(HAND_OVER.c.id == request_id)
    )
    row = connection.execute(query).one_or_none()
    return _request(row) if row else None


def _request(row: Any) -> Request:
    return Request(
        row.id,
        row.cycle_id,
        row.organisation_id,
        row.organisation,
        OrganisationKind(row.kind),
        row.committee_id,
        row.person_id,
        row.person,
        row.settled_at is not None,
        row.successor,
    )


def asked_of_hr(connection: Connection, request: Request) -> HandOverAsked:
    """What HR is told of a request."""
    place = DIALOGUE.c.organisation_id == request.organisation_id
    count = connection.execute(select(func.count()).select_from(DIALOGUE).where(place))
    people = candidates(connection, request)
    return HandOverAsked(
        request.id, request.person, request.organisation, count.scalar_one(), people
    )


def candidates(connection: Connection, request: Request) -> tuple[Candidate, ...]:
    """The others of the committee's roster, those of the same division first; each once, with one
    of their posts."""
    query = (
        select(PERSON.c.id, PERSON.c.name, ASSIGNMENT.c.role, ORGANISATION.c.name.label("place"))
        .join(ASSIGNMENT, ASSIGNMENT.c.person_id == PERSON.c.id)
        .join(ORGANISATION, ORGANISATION.c.id == ASSIGNMENT.c.organisation_id)
        .where(
            ASSIGNMENT.c.cycle_id == request.cycle_id,
            ORGANISATION.c.committee_id == request.committee_id,
            PERSON.c.id != request.person_id,
        )
        .order_by(_of_other_division(request), PERSON.c.name, ORGANISATION.c.position)
    )
    found: dict[int, Candidate] = {}
    for person_id, name, role, place in connection.execute(query):
        found.setdefault(person_id, Candidate(person_id, name, Post(Role(role), place)))
    return tuple(found.values())


def _of_other_division(request: Request) -> ColumnElement[int]:
    own = (
        select(ORGANISATION.c.division_id)
        .where(ORGANISATION.c.id == request.organisation_id)
        .scalar_subquery()
    )
    return case((ORGANISATION.c.division_id == own, 0), else_=1)


def settle(
    connection: Connection, request: Request, by: int, successor_id: int | None, now: datetime
) -> bool:
    """Let the successor answer, or with None the person as before. False where another of HR has
    settled it first."""
    settled = connection.execute(
        update(HAND_OVER)
        .where(HAND_OVER.c.id == request.id, HAND_OVER.c.settled_at.is_(None))
        .values(settled_at=now, settled_by=by, successor_id=successor_id)
    )
    if settled.rowcount != 1:
        return False
    if successor_id is not None:
        _replace(connection, request, successor_id)
        sync_answerers(connection, request.cycle_id)
    detail = {
        "organisation": request.organisation,
        "from": request.person_id,
        "to": successor_id,
    }
    note(connection, now, "handed_over", detail, person_id=by, cycle_id=request.cycle_id)
    return True


def _replace(connection: Connection, request: Request, successor_id: int) -> None:
    at = (
        ASSIGNMENT.c.cycle_id == request.cycle_id,
        ASSIGNMENT.c.organisation_id == request.organisation_id,
    )
    managing = ASSIGNMENT.c.role.in_(_ROLES.values())
    connection.execute(
        delete(ASSIGNMENT).where(*at, managing, ASSIGNMENT.c.person_id == request.person_id)
    )
    insert = insert_into(connection, ASSIGNMENT).on_conflict_do_nothing()
    connection.execute(
        insert,
        {
            "cycle_id": request.cycle_id,
            "person_id": successor_id,
            "organisation_id": request.organisation_id,
            "role": _ROLES[request.kind],
        },
    )
