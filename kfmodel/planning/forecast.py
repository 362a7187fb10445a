"""The plan ahead: what somebody will get if nothing changes from now on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from kfmodel.delivery import Kind
from kfmodel.planning.answerer import Answerer
from kfmodel.planning.committee import AskedCommittee
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.office_hours import next_day, send_at
from kfmodel.planning.rules import due, due_to_hr, occasions, snoozed
from kfmodel.planning.working_days import on_or_after, working_days_after

Foreseen = tuple[datetime, Occasion]


def foreseen_for(dates: Dates, who: Answerer, now: datetime) -> Iterator[Foreseen]:
    """What the rules will say day by day, each message taken for sent at its time."""
    for day in _days(dates, now, who.snoozed_until):
        if occasion := due(dates, who, day):
            at = max(now, send_at(day, who.person_id))
            yield at, occasion
            counts = occasion.kind is Kind.REMINDER and not snoozed.is_asked_for(occasion.key)
            reminded = who.reminded + counts
            escalated_at = at if occasion.kind is Kind.ESCALATION else who.escalated_at
            who = replace(who, contacted_at=at, escalated_at=escalated_at, reminded=reminded)


def foreseen_for_hr(dates: Dates, committee: AskedCommittee, now: datetime) -> Iterator[Foreseen]:
    """Of what hangs on the dates; when a division will be complete nobody knows."""
    told: set[tuple[Kind, str]] = set()
    for day in _days(dates, now, None):
        for occasion in due_to_hr(dates, committee, day):
            if (occasion.kind, occasion.key) not in told:
                told.add((occasion.kind, occasion.key))
                yield max(now, send_at(day, 0)), occasion


def _days(dates: Dates, now: datetime, snoozed_until: date | None) -> list[date]:
    """The days on which something may come due, from the next that messages leave on."""
    first = on_or_after(max(next_day(now), dates.opens_on))
    days = {occasion.on for occasion in occasions(dates)} | {first, working_days_after(first, 1)}
    if snoozed_until:
        days.add(on_or_after(snoozed_until))
    return sorted(day for day in days if day >= first)
