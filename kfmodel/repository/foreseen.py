"""A cycle's whole plan with names and times, before anything is sent."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, select

from kfmodel.controls import Dispatch
from kfmodel.delivery import Kind
from kfmodel.planning.forecast import foreseen_for, foreseen_for_hr
from kfmodel.planning.office_hours import day_of, next_day
from kfmodel.repository.answerers import answerers_in
from kfmodel.repository.committees import committees_in
from kfmodel.repository.deliveries import waiting_in
from kfmodel.repository.ledger import people_of
from kfmodel.repository.plan import occasion_of, there_in
from kfmodel.repository.planned_cycles import PlannedCycle
from kfmodel.repository.schema import ORGANISATION, PERSON
from kfmodel.sent_list import Foreseen

_IN_TIME = attrgetter("at", "name", "email")


def foreseen_in(
    connection: Connection, cycle: PlannedCycle, now: datetime, committee_id: int | None = None
) -> list[Foreseen]:
    """In order of time: what waits in the ledger, and what will come due if nothing changes. To
    one committee's people; to all where none is given."""
    found = [
        *_waiting(connection, cycle),
        *_to_people(connection, cycle, now),
        *_to_hr(connection, cycle, now),
    ]
    if committee_id is not None:
        found = list(_theirs(connection, cycle, found, committee_id))
    return sorted(found, key=_IN_TIME)


def dispatches(
    connection: Connection, cycle: PlannedCycle, now: datetime, committee_id: int | None
) -> tuple[Dispatch, ...]:
    """The plan by day and kind."""
    plan = foreseen_in(connection, cycle, now, committee_id)
    return tuple(
        Dispatch(on, kind, tuple((one.at, one.name) for one in to))
        for (on, kind), to in groupby(sorted(plan, key=_by_day_and_kind), _by_day_and_kind)
    )


def _theirs(
    connection: Connection, cycle: PlannedCycle, plan: Iterable[Foreseen], committee_id: int
) -> Iterator[Foreseen]:
    """What HR gets about a committee is that committee's; the rest is of whoever gets it."""
    query = select(PERSON.c.email).where(PERSON.c.id.in_(people_of(cycle.id, committee_id)))
    roster = set(connection.execute(query).scalars())
    code = connection.execute(
        select(ORGANISATION.c.code).where(ORGANISATION.c.id == committee_id)
    ).scalar_one()
    for one in plan:
        if one.about == code or (one.about is None and one.email in roster):
            yield one


def _by_day_and_kind(one: Foreseen) -> tuple[date, Kind]:
    return day_of(one.at), one.kind


def _people(connection: Connection) -> dict[int, tuple[str, str]]:
    rows = connection.execute(select(PERSON.c.id, PERSON.c.name, PERSON.c.email))
    return {row.id: (row.name, row.email) for row in rows}


def _waiting(connection: Connection, cycle: PlannedCycle) -> Iterator[Foreseen]:
    """A message that waits on both channels is one."""
    people = _people(connection)
    waiting = waiting_in(connection, cycle.id)
    once = {(row.person_id, row.address, row.kind, row.occasion): row for row in waiting}
    for row in once.values():
        name, email = people[row.person_id] if row.person_id else ("HR", row.address)
        yield Foreseen(row.planned_for, name, email, Kind(row.kind), row.organisation)


def _to_people(connection: Connection, cycle: PlannedCycle, now: datetime) -> Iterator[Foreseen]:
    people = _people(connection)
    for who in answerers_in(connection, cycle.id, next_day(now)):
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
            about = followed.committee.code
            for person_id in followed.hr:
                yield Foreseen(at, *people[person_id], occasion.kind, about)
            if followed.address and (occasion.kind is Kind.SUMMARY or not followed.hr):
                yield Foreseen(at, "HR", followed.address, occasion.kind, about)
