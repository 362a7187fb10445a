"""The planning pass: what is due now, as a function of the database and the time alone.

It may run twice, on two replicas, after a week's stop: what has a row has one, and of what came due
meanwhile the rules give the newest.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from kfmodel.delivery import DROPPED, TO_HR, Channel, DeliveryState, Kind
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.office_hours import CLOSES, STOCKHOLM, day_of, send_at
from kfmodel.planning.rules import due, due_to_hr
from kfmodel.planning.working_days import is_working_day
from kfmodel.repository.answerers import answerers_in
from kfmodel.repository.committees import FollowedCommittee, committees_in
from kfmodel.repository.insert import Insert, insert_into
from kfmodel.repository.planned_cycles import PlannedCycle
from kfmodel.repository.schema import DELIVERY


class Planned(NamedTuple):
    """A delivery to be. `organisation` is the code of the committee that it is about."""

    cycle_id: int
    person_id: int | None
    address: str | None
    kind: Kind
    occasion: str
    channel: Channel
    planned_for: datetime
    organisation: str | None = None


def due_in(connection: Connection, cycle: PlannedCycle, now: datetime) -> Iterator[Planned]:
    """What is due today and has no row yet, or one that was dropped. Nothing after office hours:
    tomorrow something newer may be."""
    if not is_working_day(day_of(now)) or now.astimezone(STOCKHOLM).time() >= CLOSES:
        return
    yield from _to_people(connection, cycle, now)
    yield from _to_hr(connection, cycle, now)


def _to_people(connection: Connection, cycle: PlannedCycle, now: datetime) -> Iterator[Planned]:
    today = day_of(now)
    for who in answerers_in(connection, cycle.id, today):
        if occasion := due(cycle.dates, who, today):
            at = max(now, send_at(today, who.person_id))
            kind, key = occasion.kind, occasion.key
            yield Planned(cycle.id, who.person_id, None, kind, key, Channel.TEAMS, at)


def _to_hr(connection: Connection, cycle: PlannedCycle, now: datetime) -> Iterator[Planned]:
    today = day_of(now)
    there = there_in(connection, cycle.id)
    for followed in committees_in(connection, cycle.id):
        at = max(now, send_at(today, 0))
        for occasion in due_to_hr(cycle.dates, followed.committee, today):
            for one in copies(cycle.id, followed, occasion, at):
                if (one.person_id, one.address, one.kind, one.occasion) not in there:
                    yield one


def copies(
    cycle_id: int, followed: FollowedCommittee, occasion: Occasion, at: datetime
) -> Iterator[Planned]:
    """To everyone of HR in Teams, a summary by e-mail as well for the workbook; to the shared
    address what nobody else would get, and every summary."""
    summary = occasion.kind is Kind.SUMMARY
    code = followed.committee.code
    key = occasion_of(code, occasion.key)
    for person_id in followed.hr:
        for channel in tuple(Channel) if summary else (Channel.TEAMS,):
            yield Planned(cycle_id, person_id, None, occasion.kind, key, channel, at, code)
    if followed.address and (summary or not followed.hr):
        to = followed.address
        yield Planned(cycle_id, None, to, occasion.kind, key, Channel.EMAIL, at, code)


def occasion_of(committee: str, key: str) -> str:
    """The occasion of one committee among a cycle's: somebody may be HR of several."""
    return f"{committee}: {key}"


def key_in(committee: str, occasion: str) -> str:
    """The key that `occasion_of` was made from."""
    return occasion.removeprefix(f"{committee}: ")


def there_in(connection: Connection, cycle_id: int) -> set[tuple[int | None, str | None, str, str]]:
    """What HR has in the ledger, but for what was dropped: person or address, kind and occasion."""
    columns = (DELIVERY.c.person_id, DELIVERY.c.address, DELIVERY.c.kind, DELIVERY.c.occasion)
    query = select(*columns).where(
        DELIVERY.c.cycle_id == cycle_id,
        DELIVERY.c.kind.in_(TO_HR),
        DELIVERY.c.state.not_in(DROPPED),
    )
    return {(p, a, k, o) for p, a, k, o in connection.execute(query)}


def store_planned(connection: Connection, planned: Sequence[Planned]) -> None:
    """Make rows of them. One that is there already stays as it is, unless it was dropped: what is
    due once more, since a date moved back or an answer was taken back, is sent after all."""
    for recipient in ("person_id", "address"):
        if rows := [one._asdict() for one in planned if getattr(one, recipient) is not None]:
            connection.execute(_planned_again(connection, recipient), rows)


def store_sent(connection: Connection, planned: Sequence[Planned]) -> None:
    """Make rows of what went out when it was planned for: of an example that plays from the midst
    of its cycle."""
    fate = {"state": DeliveryState.SENT, "attempts": 1}
    rows = [one._asdict() | fate | {"sent_at": one.planned_for} for one in planned]
    if rows:
        connection.execute(DELIVERY.insert(), rows)


def _planned_again(connection: Connection, recipient: str) -> Insert:
    """`attempts` goes on: it says whose a row is."""
    fresh = {"state": DeliveryState.PLANNED, "attempts": 0, "retried": False}
    insert = insert_into(connection, DELIVERY).values(fresh)
    again = {"state": DeliveryState.PLANNED, "planned_for": insert.excluded.planned_for}
    return insert.on_conflict_do_update(
        index_elements=["cycle_id", recipient, "kind", "occasion", "channel"],
        set_=again | {"lease_until": None, "detail": None},
        where=or_(*(DELIVERY.c.state == state for state in DROPPED)),
    )
