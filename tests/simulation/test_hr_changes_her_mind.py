"""A cycle whose HR pauses, moves, closes and takes back: nobody is lost, nobody hears of a slip."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import Engine
from structlog.testing import capture_logs

from kfmodel.delivery import Kind
from kfmodel.planning.office_hours import STOCKHOLM
from tests.databases import SQLITE
from tests.sending.mail_server import Certificate
from tests.simulation.findings import MOVED, Expected, Findings, local
from tests.simulation.hr import MOVED_AT, Hanna, deeds
from tests.simulation.two_years import Course, prepared

MANAGERS = 72
TOLD_OF_IT = date(2025, 4, 9)
"""The working day after the deadline was moved, and a reminder's in the new plan."""
EXPECTED = Expected(
    {
        Kind.INVITATION: (date(2025, 3, 3),),
        # that of 28 April when the pause is over; 14 May is the new last day
        Kind.REMINDER: (date(2025, 3, 27), TOLD_OF_IT, date(2025, 4, 29), date(2025, 5, 7)),
        Kind.MESSAGE: (date(2025, 4, 22),),
        Kind.HR_REMINDER: (date(2025, 5, 13),),
        Kind.LAST_DAY: (date(2025, 5, 14),),
        # that of 15 May when the cycle is open again
        Kind.OVERDUE: (date(2025, 5, 21),),
    },
    silent=(
        (local(2025, 3, 3, 9, 20), local(2025, 3, 3, 9, 50)),
        (local(2025, 4, 25, 13), local(2025, 4, 29, 10, 30)),
        (local(2025, 5, 7, 9, 20), local(2025, 5, 7, 9, 25)),
        (local(2025, 5, 14, 20), local(2025, 5, 21, 13)),
    ),
)


@pytest.mark.timeout(200)
@pytest.mark.parametrize("database_url", [SQLITE], indirect=True)
async def test_a_cycle_whose_hr_changes_her_mind(engine: Engine, tmp_path: Path) -> None:
    async with prepared(engine, MANAGERS, Certificate(tmp_path)) as simulated:
        course = Course(date(2025, 6, 30), date(2025, 5, 23), deeds(Hanna(simulated)))
        with capture_logs():  # what is not delivered is in the ledger
            await simulated.pass_by(MANAGERS, course)
    found = Findings(simulated, EXPECTED)
    Console(width=110).print(found.table(), found.reasons())
    found.check()
    tells_of_the_moved_deadline(found)
    follows_the_plan_in_force(found)


def tells_of_the_moved_deadline(found: Findings) -> None:
    """Once, to each who has something left, unless what they got meanwhile named it; a slip that
    was taken back is told to nobody."""
    told = [row for row in found.ledger if row.occasion.startswith(MOVED)]
    assert {row.occasion for row in told} == {f"{MOVED}2025-04-08T11:00:00"}
    emails = {one.id: email for email, one in found.simulated.answering.everyone.items()}
    on_the_day = {emails[row.person_id] for row in told if _day(row.planned_for) == TOLD_OF_IT}
    meanwhile = {
        emails.get(row.person_id)
        for row in found.ledger
        if MOVED_AT <= row.planned_for < MOVED_AT + timedelta(days=1)
        and not row.occasion.startswith(MOVED)
    }
    untold = found.simulated.days[TOLD_OF_IT].left - meanwhile - on_the_day
    assert not untold, untold
    later = {emails[row.person_id] for row in told} - on_the_day
    reopened = {email for email, at in found.simulated.reopened if at > MOVED_AT}
    assert later <= reopened, "who had submitted, and takes it back, is told then"
    arrived = [row.person_id for _, row in found.arrivals if row.occasion.startswith(MOVED)]
    assert arrived
    assert len(arrived) == len(set(arrived))


def follows_the_plan_in_force(found: Findings) -> None:
    planned = [row for row in found.ledger if row.kind in (Kind.REMINDER, Kind.LAST_DAY)]
    for row in planned:
        other = "2025-04-30" if row.planned_for >= MOVED_AT else "2025-05-14"
        assert not row.occasion.startswith(other), row


def _day(at: datetime) -> date:
    return at.astimezone(STOCKHOLM).date()
