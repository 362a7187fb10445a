"""What has gone out of the example's plan before the demo begins, so that it begins quietly."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile

from sqlalchemy import Connection

from kfmodel.delivery import Channel, Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.committee import AskedCommittee
from kfmodel.planning.forecast import foreseen_for, foreseen_for_hr
from kfmodel.planning.office_hours import day_of, send_at
from kfmodel.repository.answerers import answerers_in
from kfmodel.repository.committees import committees_in
from kfmodel.repository.plan import Planned, copies, store_sent
from kfmodel.repository.planned_cycles import PlannedCycle, cycles_in_motion, planned_cycle


def deliver_the_past(connection: Connection, now: datetime) -> None:
    """Everyone was invited; who has something left has been reminded; HR has had its digests."""
    for row in cycles_in_motion(connection, day_of(now)):
        cycle = planned_cycle(row)
        store_sent(
            connection, [*_to_people(connection, cycle, now), *_to_hr(connection, cycle, now)]
        )


def _opening(cycle: PlannedCycle) -> datetime:
    return send_at(cycle.dates.first_day, 0) - timedelta(hours=1)


def _to_people(connection: Connection, cycle: PlannedCycle, now: datetime) -> Iterator[Planned]:
    for who in answerers_in(connection, cycle.id, day_of(now)):
        as_new = Answerer(who.person_id, asked=who.asked)
        plan = foreseen_for(cycle.dates, as_new, _opening(cycle))
        for at, occasion in takewhile(lambda one: one[0] <= now, plan):
            if who.left or occasion.kind is Kind.INVITATION:
                kind, key = occasion.kind, occasion.key
                yield Planned(cycle.id, who.person_id, None, kind, key, Channel.TEAMS, at)


def _to_hr(connection: Connection, cycle: PlannedCycle, now: datetime) -> Iterator[Planned]:
    for followed in committees_in(connection, cycle.id):
        as_new = AskedCommittee(followed.committee.code, followed.committee.asked, 0)
        plan = foreseen_for_hr(cycle.dates, as_new, _opening(cycle))
        for at, occasion in takewhile(lambda one: one[0] <= now, plan):
            yield from copies(cycle.id, followed, occasion, at)
