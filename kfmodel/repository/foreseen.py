"""A cycle's whole plan with names and times, before anything is sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Connection, select

from kfmodel.controls import Dispatch
from kfmodel.delivery import Kind
from kfmodel.planning.forecast import foreseen_for, foreseen_for_hr
from kfmodel.planning.office_hours import day_of
from kfmodel.repository.answerers import answerers_in
from kfmodel.repository.committees import committees_in
from kfmodel.repository.deliveries import waiting_in
from kfmodel.repository.plan import occasion_of, there_in
from kfmodel.repository.planned_cycles import PlannedCycle
from kfmodel.repository.schema import PERSON
from kfmodel.repository.sent import people_of


@dataclass(frozen=True, slots=True, order=True)
class Foreseen:
    """A message to be. `kind` where it stands in the plan, in the order of the day."""

    at: datetime
    name: str
    email: str
    kind: Kind


def foreseen_in(connection: Connection, cycle: PlannedCycle, now: datetime) -> list[Foreseen]:
    """In order of time: what waits in the ledger, and what will come due if nothing changes."""
    found = [*_waiting(connection, cycle), *_to_people(connection, cycle, now)]
    return sorted([*found, *_to_hr(connection, cycle, now)])


def dispatches(
    connection: Connection, cycle: PlannedCycle, now: datetime, committee_id: int | None
) -> tuple[Dispatch, ...]:
    """The plan by day and kind, to one committee's people; to all where none is given."""
    query = select(PERSON.c.email).where(PERSON.c.id.in_(people_of(cycle.id, committee_id)))
    theirs = set(connection.execute(query).scalars())
    plan = (
        one
        for one in foreseen_in(connection, cycle, now)
        if committee_id is None or one.email in theirs
    )
    return tuple(
        Dispatch(on, kind, tuple((one.at, one.name) for one in to))
        for (on, kind), to in groupby(sorted(plan, key=_by_day_and_kind), _by_day_and_kind)
    )


def _by_day_and_kind(one: Foreseen) -> tuple[date, Kind]:
    return day_of(one.at), one.kind


def _people(connection: Connection) -> dict[int, tuple[str, str]]:
    rows = connection.execute(select(PERSON.c.id, PERSON.c.name, PERSON.c.email))
    return {row.id: (row.name, row.email) for row in rows}


def _waiting(connection: Connection, cycle: PlannedCycle) -> Iterator[Foreseen]:
    people = _people(connection)
    for row in waiting_in(connection, cycle.id):
        name, email = people[row.person_id] if row.person_id else ("HR", row.address)
        yield Foreseen(row.planned_for, name, email, Kind(row.kind))


def _to_people(connection: Connection, cycle: PlannedCycle, now: datetime) -> Iterator[Foreseen]:
    people = _people(connection)
    for who in answerers_in(connection, cycle.id):
        for at, occasion in foreseen_for(cycle.dates, who, now):
            yield Foreseen(at, *people[who.person_id], occasion.kind)


def _to_hr(connection: Connection, cycle: PlannedCycle, now: datetime) -> Iterator[Foreseen]:
    people = _people(connection)
    there = {(kind, occasion) for _, _, kind, occasion in there_in(connection, cycle.id)}
    for followed in committees_in(connection, cycle.id):
        for at, occasion in foreseen_for_hr(cycle.dates, followed.committee, now):
            key = occasion_of(followed.committee.code, occasion.key)
            if (occasion.kind, key) in there:
                continue
            for person_id in followed.hr:
                yield Foreseen(at, *people[person_id], occasion.kind)
            if followed.address and (occasion.kind is Kind.SUMMARY or not followed.hr):
                yield Foreseen(at, "HR", followed.address, occasion.kind)
