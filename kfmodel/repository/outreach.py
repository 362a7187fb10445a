"""What HR sends beyond the plan: reminders, and messages in their own words. Both go out by the
ledger, as what is planned does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select

from kfmodel.controls import Addressee, Audience
from kfmodel.delivery import Channel, Kind
from kfmodel.planning.office_hours import day_of, is_open, next_opening
from kfmodel.planning.working_days import working_days_after
from kfmodel.repository.audit import note
from kfmodel.repository.plan import Planned, store_planned
from kfmodel.repository.posts import HrPost
from kfmodel.repository.schema import ORGANISATION, OUTREACH, PERSON

SAME_WITHIN = timedelta(hours=1)
"""The same words to the same people within so long are one message, pressed twice."""
LASTS = 5
"""Working days: what a long pause has held up is not news any more."""


@dataclass(frozen=True, slots=True)
class Outreach:
    """`sender` is HR of the organisation, a committee or the city; the latter's `committee_id` is
    None. `audience` is as `Audience` reads it."""

    sender: str
    organisation_id: int
    committee_id: int | None
    audience: str
    text: str | None
    at: datetime

    @property
    def until(self) -> date:
        """The last day on which it is worth sending."""
        return working_days_after(day_of(self.at), LASTS)


def outreach_of(connection: Connection, occasion: str) -> Outreach:
    """What HR sent, by the occasion of its deliveries."""
    query = (
        select(
            PERSON.c.name,
            ORGANISATION.c.id,
            ORGANISATION.c.committee_id,
            OUTREACH.c.audience,
            OUTREACH.c.text,
            OUTREACH.c.at,
        )
        .join(PERSON, PERSON.c.id == OUTREACH.c.person_id)
        .join(
            ORGANISATION,
            (ORGANISATION.c.cycle_id == OUTREACH.c.cycle_id)
            & (ORGANISATION.c.code == OUTREACH.c.organisation),
        )
        .where(OUTREACH.c.id == int(occasion.rpartition(" ")[2]))
    )
    return Outreach(*connection.execute(query).one())


def leaves_at(now: datetime) -> datetime:
    """At once in office hours, else when the office opens next."""
    return now if is_open(now) else next_opening(now)


def send(
    connection: Connection,
    post: HrPost,
    by: int,
    audience: Audience,
    to: Sequence[Addressee],
    now: datetime,
    text: str | None = None,
) -> None:
    """Plan it for each of them; a reminder where there is no text. Audited, and its text kept."""
    kind = Kind.HR_REMINDER if text is None else Kind.MESSAGE
    insert = OUTREACH.insert().returning(OUTREACH.c.id)
    values = {
        "cycle_id": post.cycle_id,
        "person_id": by,
        "organisation": post.organisation_code,
        "at": now,
        "audience": str(audience),
        "text": text,
        "recipients": len(to),
    }
    outreach_id = connection.execute(insert, values).scalar_one()
    occasion = f"{now:%Y-%m-%dT%H:%M:%S} {outreach_id}"
    at = leaves_at(now)
    store_planned(
        connection,
        [
            Planned(post.cycle_id, one.person_id, None, kind, occasion, Channel.TEAMS, at)
            for one in to
        ],
    )
    detail = {"outreach": outreach_id, "audience": str(audience), "recipients": len(to)}
    note(connection, now, f"sent_{kind}", detail, person_id=by, cycle_id=post.cycle_id)


def is_sent_already(
    connection: Connection, post: HrPost, by: int, audience: Audience, text: str, now: datetime
) -> bool:
    """By the same person, shortly before."""
    query = select(OUTREACH.c.id).where(
        OUTREACH.c.cycle_id == post.cycle_id,
        OUTREACH.c.person_id == by,
        OUTREACH.c.audience == str(audience),
        OUTREACH.c.text == text,
        OUTREACH.c.at > now - SAME_WITHIN,
    )
    return connection.execute(query).first() is not None
