"""Summaries that somebody asks to have sent to HR, beside those of the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kfmodel.organisation import OrganisationKind
from kfmodel.planning.rules.summary import asked
from kfmodel.repository.committees import Followed, city_called, committees_in
from kfmodel.repository.organisations import Place
from kfmodel.repository.plan import Planned, copies, store_planned
from kfmodel.repository.schema import DELIVERY, ORGANISATION


@dataclass(frozen=True, slots=True)
class Asked:
    """The summary of one organisation and to whose HR it goes."""

    place: Place
    to: Followed

    @property
    def is_for_nobody(self) -> bool:
        return not (self.to.hr or self.to.address)


def asked_for(connection: Connection, cycle_id: int, place: Place) -> Asked | None:
    """To the HR of a committee its own and its divisions'; None where nothing is asked there."""
    if place.kind is OrganisationKind.CITY:
        return Asked(place, city_called(connection, cycle_id, place.code))
    query = select(ORGANISATION.c.code).where(ORGANISATION.c.id == place.committee_id)
    committee = connection.execute(query).scalar_one()
    followed = committees_in(connection, cycle_id)
    return next((Asked(place, one) for one in followed if one.committee.code == committee), None)


def store_asked(
    connection: Connection, cycle_id: int, summaries: Sequence[Asked], now: datetime
) -> Sequence[int]:
    """Make rows of them; their ids. The same second again is the same asking."""
    planned = [row for one in summaries for row in _rows(cycle_id, one, now)]
    store_planned(connection, planned)
    return [row_id for one in planned for row_id in _ids(connection, one)]


def _rows(cycle_id: int, one: Asked, now: datetime) -> Iterator[Planned]:
    return copies(cycle_id, one.to, asked(one.place.code, now), now)


def _ids(connection: Connection, planned: Planned) -> Sequence[int]:
    query = select(DELIVERY.c.id).where(
        DELIVERY.c.cycle_id == planned.cycle_id,
        DELIVERY.c.person_id == planned.person_id,
        DELIVERY.c.address == planned.address,
        DELIVERY.c.kind == planned.kind,
        DELIVERY.c.occasion == planned.occasion,
        DELIVERY.c.channel == planned.channel,
    )
    return connection.execute(query).scalars().all()
