"""Committees in a cycle and their HR, for the rules of what HR gets."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, case, func, select

from kfmodel.dialogue import Progress
from kfmodel.organisation import OrganisationKind, Role
from kfmodel.planning.committee import AskedCommittee, AskedDivision
from kfmodel.repository.answerers import open_to_answers
from kfmodel.repository.hand_overs import open_requests
from kfmodel.repository.schema import ASSIGNMENT, CYCLE, DIALOGUE, ORGANISATION, PERSON

_COMMITTEE = ORGANISATION.alias("committee")
_DIVISION = ORGANISATION.alias("division")


@dataclass(frozen=True, slots=True)
class FollowedCommittee:
    """A committee with the people of its HR, and HR's shared address where that is not one of
    theirs. The cycle's address is a committee's only where the cycle has but one: a committee's
    answers are nobody else's."""

    committee: AskedCommittee
    hr: tuple[int, ...]
    address: str | None


def committees_in(connection: Connection, cycle_id: int) -> tuple[FollowedCommittee, ...]:
    """In HR's order."""
    hr = _hr(connection, cycle_id)
    asked = open_requests(connection, cycle_id)
    found = [
        replace(_committee(rows), hand_overs=tuple(asked.get(code, ())))
        for code, rows in groupby(_rows(connection, cycle_id), lambda row: row.code)
    ]
    shared = _shared_address(connection, cycle_id) if len(found) == 1 else None
    return tuple(
        FollowedCommittee(
            committee,
            tuple(hr[committee.code]),
            None if shared in hr[committee.code].values() else shared,
        )
        for committee in found
    )


def city_called(connection: Connection, cycle_id: int, code: str) -> FollowedCommittee:
    """The city's HR: the people alone, since the cycle's address may be a committee's."""
    hr = _hr(connection, cycle_id, OrganisationKind.CITY)
    return FollowedCommittee(AskedCommittee(code, 0, 0), tuple(hr[code]), None)


def _committee(rows: Iterable[Any]) -> AskedCommittee:
    divisions = list(rows)
    return AskedCommittee(
        divisions[0].code,
        sum(row.asked for row in divisions),
        sum(row.submitted for row in divisions),
        tuple(
            AskedDivision(row.division, row.asked, row.submitted, row.last_submitted_at)
            for row in divisions
            if row.division
        ),
    )


def _rows(connection: Connection, cycle_id: int) -> Iterable[Any]:
    """One a committee and division; None for what lies directly under the committee."""
    asked = case((open_to_answers(), 1), else_=0)
    submitted = case((DIALOGUE.c.progress == Progress.SUBMITTED, 1), else_=0)
    return connection.execute(
        select(
            _COMMITTEE.c.code,
            _DIVISION.c.code.label("division"),
            func.sum(asked).label("asked"),
            func.sum(submitted).label("submitted"),
            func.max(DIALOGUE.c.submitted_at).label("last_submitted_at"),
        )
        .select_from(DIALOGUE)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id)
        .join(_DIVISION, _DIVISION.c.id == ORGANISATION.c.division_id, isouter=True)
        .where(DIALOGUE.c.cycle_id == cycle_id)
        .group_by(_COMMITTEE.c.code, _DIVISION.c.code, _COMMITTEE.c.position, _DIVISION.c.position)
        .order_by(_COMMITTEE.c.position, _DIVISION.c.position)
    )


def _hr(
    connection: Connection,
    cycle_id: int,
    kind: OrganisationKind = OrganisationKind.COMMITTEE,
) -> dict[str, dict[int, str]]:
    """By organisation's code: the people's addresses by their id."""
    people: dict[str, dict[int, str]] = defaultdict(dict)
    query = (
        select(ORGANISATION.c.code, PERSON.c.id, PERSON.c.email)
        .select_from(ASSIGNMENT)
        .join(ORGANISATION, ORGANISATION.c.id == ASSIGNMENT.c.organisation_id)
        .join(PERSON, PERSON.c.id == ASSIGNMENT.c.person_id)
        .where(
            ASSIGNMENT.c.cycle_id == cycle_id,
            ASSIGNMENT.c.role == Role.HR,
            ORGANISATION.c.kind == kind,
        )
        .order_by(ASSIGNMENT.c.id)
    )
    for code, person_id, email in connection.execute(query):
        people[code][person_id] = email
    return people


def _shared_address(connection: Connection, cycle_id: int) -> str | None:
    query = select(CYCLE.c.hr_email).where(CYCLE.c.id == cycle_id)
    return connection.execute(query).scalar_one() or None
