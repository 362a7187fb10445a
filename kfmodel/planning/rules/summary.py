"""HR's summary: a division's own when it is complete, the committee's the working day after the
deadline, and anyone's when asked.

A division that was complete, was reopened and is complete again is a new occasion. On the day of
the deadline's summary that one says everything, also of what was complete before.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from kfmodel.delivery import Kind
from kfmodel.planning.committee import AskedCommittee, AskedDivision
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.office_hours import day_of
from kfmodel.planning.working_days import working_days_after

LASTS = 5
DIVISION = "division "
ASKED = "asked "


@lru_cache
def occasions(dates: Dates) -> tuple[Occasion, ...]:
    on = dates.day_after
    key = f"{dates.deadline_on}-over"
    return (Occasion(Kind.SUMMARY, key, on, working_days_after(on, LASTS)),)


def due(dates: Dates, committee: AskedCommittee, today: date) -> tuple[Occasion, ...]:
    if not committee.asked:
        return ()
    (at_deadline,) = occasions(dates)
    divisions = tuple(_complete(committee, at_deadline.on, today))
    return (at_deadline, *divisions) if at_deadline.covers(today) else divisions


def division_in(key: str) -> str | None:
    """The code of the division that an occasion's key names; None for the deadline's."""
    return key.removeprefix(DIVISION).rpartition(" ")[0] if key.startswith(DIVISION) else None


def asked(code: str, now: datetime) -> Occasion:
    """Somebody asks for the summary of the organisation with the code now; it is due at once, also
    outside office hours."""
    on = day_of(now)
    key = f"{ASKED}{code} {now:%Y-%m-%dT%H:%M:%S%z}"
    return Occasion(Kind.SUMMARY, key, on, working_days_after(on, LASTS))


def asked_in(key: str) -> tuple[str, datetime] | None:
    """Whose summary was asked for, and when; None for a key of the plan's own."""
    if not key.startswith(ASKED):
        return None
    code, _, at = key.removeprefix(ASKED).rpartition(" ")
    return code, datetime.fromisoformat(at)


def _complete(committee: AskedCommittee, told_on: date, today: date) -> Iterator[Occasion]:
    """`told_on`: the day of the deadline's summary."""
    if today == told_on:
        return
    for division in committee.divisions:
        occasion = _of(division)
        if occasion and occasion.covers(today) and (today < told_on or occasion.on >= told_on):
            yield occasion


def _of(division: AskedDivision) -> Occasion | None:
    at = division.last_submitted_at
    if at is None or not division.complete:
        return None
    key = f"{DIVISION}{division.code} {at:%Y-%m-%dT%H:%M:%S}"
    on = day_of(at)
    return Occasion(Kind.SUMMARY, key, on, working_days_after(on, LASTS))
