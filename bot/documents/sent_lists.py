"""What an organisation's HR may see of what was sent: a committee its own, the city everything."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from kfmodel.organisation import OrganisationKind
from kfmodel.repository.delivered import delivered_in
from kfmodel.repository.foreseen import foreseen_in
from kfmodel.repository.organisations import organisation_with
from kfmodel.repository.planned_cycles import planned_cycle
from kfmodel.sent_list import SentList


def sent_list(
    connection: Connection, cycle: Row[Any], organisation_id: int | None, now: datetime
) -> SentList:
    """Of a committee its own; of the city, or where no organisation is given, everything. Written
    while the connection is open."""
    organisation = organisation_with(connection, organisation_id) if organisation_id else None
    is_committee = organisation and organisation.kind is OrganisationKind.COMMITTEE
    committee_id = organisation.id if organisation and is_committee else None
    planned, closed = planned_cycle(cycle), cycle.closed_at is not None
    ahead = [] if closed else foreseen_in(connection, planned, now, committee_id)
    delivered = delivered_in(connection, cycle.id, committee_id)
    return SentList(cycle.name, organisation.name if organisation else None, now, delivered, ahead)
