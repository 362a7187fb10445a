"""What a simulation must show, from what arrived and what the ledger says of it.

Days and holidays are written out here, taken from the almanac and from no code of the product.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from rich.table import Table

from kfmodel.delivery import Channel, Kind
from kfmodel.planning.office_hours import STOCKHOLM
from tests.simulation.receivers import Arrival
from tests.simulation.two_years import TwoYears

DAYS_OFF = {
    *(date(2025, 4, day) for day in (17, 18, 21, 30)),
    *(date(2025, 5, day) for day in (1, 29, 30)),
    *(date(2025, 6, day) for day in (6, 20)),
    date(2025, 10, 31),
    *(date(2025, 12, day) for day in (24, 25, 26, 31)),
    *(date(2026, 1, day) for day in (1, 5, 6)),
    *(date(2026, 4, day) for day in (2, 3, 6, 30)),
    *(date(2026, 5, day) for day in (1, 14, 15)),
    date(2026, 6, 19),
    date(2026, 10, 30),
    *(date(2026, 12, day) for day in (24, 25, 31)),
    *(date(2027, 1, day) for day in (1, 5, 6)),
}
TO_MANAGERS = {Kind.INVITATION, Kind.REMINDER, Kind.LAST_DAY, Kind.OVERDUE, Kind.RETURNED}
COUNTED = {Kind.REMINDER, Kind.HR_REMINDER, Kind.LAST_DAY, Kind.OVERDUE}
MOVED, ASKED_FOR = "moved-", "snoozed-"
MOST_REMINDERS = 6
RETURN_IS_TOLD_WITHIN = timedelta(8)
"""Over Easter, and a day more in bad weather; July aside."""


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=STOCKHOLM)


@dataclass(frozen=True, slots=True)
class Expected:
    """On which days those who wait are told, by the kind that the plan has then; and when nothing
    is to leave, each from a time until another."""

    told_on: Mapping[Kind, tuple[date, ...]]
    silent: tuple[tuple[datetime, datetime], ...]


UNDISTURBED = Expected(
    {
        Kind.INVITATION: (date(2025, 3, 3), date(2027, 3, 3)),
        # 29 April 2025, a Tuesday, is the last working day; Easter takes three of those before it
        Kind.REMINDER: (date(2025, 3, 27), date(2025, 4, 10), date(2025, 4, 22), date(2025, 4, 28)),
        Kind.LAST_DAY: (date(2025, 4, 29),),
        Kind.OVERDUE: (date(2025, 5, 2),),
    },
    ((local(2025, 8, 29), local(2027, 3, 3)),),
)


def _is_off(day: date) -> bool:
    return day.weekday() >= 5 or day in DAYS_OFF or day.month == 7


class Findings:
    def __init__(self, simulated: TwoYears, expected: Expected = UNDISTURBED) -> None:
        self.simulated = simulated
        self.expected = expected
        self.ledger = simulated.ledger()
        self._by_message: dict[tuple[str, str], list[Any]] = {}
        for row in self.ledger:
            if row.state == "sent":
                self._by_message.setdefault((row.channel, row.message_id), []).append(row)
        self.arrivals: list[tuple[Arrival, Any]] = [
            (one, row)
            for one in simulated.receivers.arrivals
            for row in self._by_message.get((one.channel, one.message_id), [None])
        ]

    def check(self) -> None:
        self.is_at_humane_times()
        self.is_to_nobody_who_had_submitted()
        self.is_not_lost()
        self.is_told_of_returns()
        self.is_not_twice()
        self.is_not_too_much()

    def is_at_humane_times(self) -> None:
        for one in self.simulated.receivers.arrivals:
            at = one.at.astimezone(STOCKHOLM)
            assert not _is_off(at.date()), one
            assert time(8) <= at.time() < time(16), one
            assert not any(start <= one.at < end for start, end in self.expected.silent), one

    def is_to_nobody_who_had_submitted(self) -> None:
        for one, row in self.arrivals:
            if row.organisation is None:
                assert one.left > 0, (one, row)

    def is_not_lost(self) -> None:
        """What is on its way at the end is nothing; what failed says why, on every channel; what
        expired was tried until its time was over, and says so, or gave way to something newer; who
        was to be told on a day of the plan was."""
        over = {"sent", "failed", "not_needed", "expired"}
        on_the_way = [row for row in self.ledger if row.state not in over]
        assert not on_the_way
        unsaid = [row for row in self.ledger if row.state == "expired" and not row.detail]
        assert all(map(self._gave_way, unsaid)), unsaid
        assert all(row.reason for row in self.ledger if row.state == "failed")
        assert sum(map(len, self._by_message.values())) == len(self.arrivals)
        for messages in self._messages().values():
            assert any(row.state != "failed" for row in messages) or {
                row.channel for row in messages
            } == set(Channel), messages
        told_on = self.expected.told_on
        for kind, day in ((kind, day) for kind, days in told_on.items() for day in days):
            found = self.simulated.days[day]
            enough = self._reminded_enough(day) if kind is Kind.REMINDER else set()
            assert found.waiting, day
            untold = found.waiting - found.told - enough
            assert not untold, (day, untold)

    def _reminded_enough(self, day: date) -> set[str]:
        """A moved deadline makes a new plan, of which some have had enough before this day; the
        last two are kept for the last day and after."""
        emails = {one.id: email for email, one in self.simulated.answering.everyone.items()}
        begin = datetime.combine(day, time(), tzinfo=STOCKHOLM)
        had = Counter(
            emails.get(row.person_id, "")
            for row in self.ledger
            if row.kind == Kind.REMINDER
            and not row.occasion.startswith(ASKED_FOR)
            and row.channel == Channel.TEAMS
            and row.state != "not_needed"
            and row.planned_for < begin
        )
        return {email for email, count in had.items() if count == MOST_REMINDERS - 2}

    def _gave_way(self, expired: Any) -> bool:
        """As a reminder does to a return of the same morning."""
        day = expired.planned_for.astimezone(STOCKHOLM).date()
        return any(
            row.person_id == expired.person_id
            and row.sent_at
            and row.sent_at.astimezone(STOCKHOLM).date() == day
            for row in self.ledger
        )

    def is_told_of_returns(self) -> None:
        """But for who submitted again before there was a day to tell it on."""
        people = self.simulated.answering.everyone
        for email, at in self.simulated.returned:
            told = [row for row in self._told_after(people[email].id, at) if row.kind != "summary"]
            assert told or self._submitted_again(email, at), (email, at)

    def _submitted_again(self, email: str, returned_at: datetime) -> bool:
        again = [at for who, at in self.simulated.submitted if who == email and at > returned_at]
        days = (min(again).date() - returned_at.date()).days + 1 if again else 0
        return days > 0 and all(_is_off(returned_at.date() + timedelta(n)) for n in range(days))

    def _told_after(self, person_id: int, at: datetime) -> list[Any]:
        until = at + RETURN_IS_TOLD_WITHIN
        if at.month == 7 or until.month == 7:
            until = datetime(2025, 8, 6, tzinfo=STOCKHOLM)
        return [
            row
            for row in self.ledger
            if row.person_id == person_id and at <= row.planned_for < until
        ]

    def is_not_twice(self) -> None:
        """No message in two pieces or by two ways; only HR's summary goes by both."""
        received = Counter((one.channel, one.message_id) for one, _ in self.arrivals)
        assert set(received.values()) == {1}
        for messages in self._messages().values():
            sent = [row for row in messages if row.state == "sent"]
            assert len(sent) == 1 or messages[0].kind == Kind.SUMMARY or not sent, messages

    def is_not_too_much(self) -> None:
        """At most six to a manager besides the invitation, the word of a moved deadline and what
        they asked for, and one a day; HR's own words come beside that."""
        per_person: Counter[tuple[int, int]] = Counter()
        per_day: defaultdict[tuple[int, date, bool], list[str]] = defaultdict(list)
        for one, row in self.arrivals:
            if row.organisation is None:
                counts = row.kind in COUNTED and not row.occasion.startswith((MOVED, ASKED_FOR))
                per_person[row.cycle_id, row.person_id] += counts
                day = one.at.astimezone(STOCKHOLM).date()
                of_hr = row.kind == Kind.MESSAGE
                per_day[row.person_id, day, of_hr].append(row.kind)
        assert max(per_person.values()) == MOST_REMINDERS
        several = {key: kinds for key, kinds in per_day.items() if len(kinds) > 1}
        assert not several, several

    def _messages(self) -> dict[Any, list[Any]]:
        """The rows of each message, one a channel."""

        def message(row: Any) -> tuple[Any, ...]:
            return row.cycle_id, row.person_id or 0, row.address or "", row.kind, row.occasion

        rows = sorted(self.ledger, key=message)
        return {key: list(found) for key, found in groupby(rows, message)}

    def table(self) -> Table:
        """How many messages of which kind went by which channel, and what became of the rest."""
        counts = Counter((row.kind, row.channel, row.state) for row in self.ledger)
        table = Table(
            f"{len(self.simulated.answering.everyone)} managers",
            "Teams",
            "e-mail",
            "not by Teams",
            "by neither",
            "not needed",
        )
        columns = (("teams", "sent"), ("email", "sent"), ("teams", "failed"), ("email", "failed"))
        for kind in Kind:
            of_kind = [counts[kind, channel, state] for channel, state in columns]
            needless = sum(counts[kind, channel, "not_needed"] for channel in Channel)
            table.add_row(kind, *map(str, (*of_kind, needless)))
        return table

    def reasons(self) -> str:
        found = Counter(
            (
                row.channel,
                row.reason or f"expired after {row.detail or 'something newer'}",
            )
            for row in self.ledger
            if row.state in ("failed", "expired")
        )
        return ", ".join(f"{channel} {why}: {n}" for (channel, why), n in sorted(found.items()))
