"""Summaries that somebody asks to have sent to HR, beside those of the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kfmodel.organisation import OrganisationKind
from kfmodel.planning.rules.summary import asked
from kfmodel.repository.committees import FollowedCommittee, city_called, committees_in
from kfmodel.repository.organisations import Organisation
from kfmodel.repository.plan import Planned, copies, store_planned
from kfmodel.repository.schema import DELIVERY, ORGANISATION


@dataclass(frozen=True, slots=True)
class AskedSummary:
    """The summary of one organisation and to whose HR it goes."""

    organisation: Organisation
    to: FollowedCommittee

    @property
    def is_for_nobody(self) -> bool:
        """Whether the organisation has no HR to send it to."""
        return not (self.to.hr or self.to.address)


def asked_for(
    connection: Connection, cycle_id: int, organisation: Organisation
) -> AskedSummary | None:
    """To the HR of a committee its own and its divisions'; None where nothing is asked there."""
    if organisation.kind is OrganisationKind.CITY:
        return AskedSummary(organisation, city_called(connection, cycle_id, organisation.code))
    query = select(ORGANISATION.c.code).where(ORGANISATION.c.id == organisation.committee_id)
    committee = connection.execute(query).scalar_one()
    followed = committees_in(connection, cycle_id)
    to = next((one for one in followed if one.committee.code == committee), None)
    return AskedSummary(organisation, to) if to else None


def store_asked(
    connection: Connection, cycle_id: int, summaries: Sequence[AskedSummary], now: datetime
) -> Sequence[int]:
    """Make rows of them; their ids. The same second again is the same asking."""
    planned = [row for one in summaries for row in _rows(cycle_id, one, now)]
    store_planned(connection, planned)
    return [row_id for one in planned for row_id in _ids(connection, one)]


def _rows(cycle_id: int, one: AskedSummary, now: datetime) -> Iterator[Planned]:
    return copies(cycle_id, one.to, asked(one.organisation.code, now), now)


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
