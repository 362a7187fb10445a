"""HR's table of what reached whom."""

from sqlalchemy import Engine, select

from kfmodel.database import reading, writing
from kfmodel.delivery import Reason
from kfmodel.repository.delivered import delivered_in
from kfmodel.repository.deliveries import record_failed
from kfmodel.repository.schema import CYCLE
from tests.planning.ledger import at, claimed, everything_sent, plan, rows
from tests.repository.build import Answering, stored


def test_hr_sees_what_was_sent_what_failed_and_who_answered_after(engine: Engine) -> None:
    stored(engine)
    plan(engine, at(9, 15))
    anton = next(row.id for row in rows(engine) if row.name == "Anton")
    held = claimed(engine, anton)
    assert held
    with writing(engine) as connection:
        record_failed(connection, held, Reason.BLOCKED, "", at(9, 15))
    everything_sent(engine)
    Answering(engine, "bea", "B1").submit(at(9, 16))
    plan(engine, at(9, 19))
    everything_sent(engine)
    Answering(engine, "anna", "A1").submit(at(9, 22))
    with reading(engine) as connection:
        lines = delivered_in(connection, connection.execute(select(CYCLE.c.id)).scalar_one())
    shown = {(line.name, line.kind.value, line.channel.value): line for line in lines}
    assert shown["Bea", "invitation", "teams"].answered_at == at(9, 16)
    assert shown["Bea", "reminder", "teams"].answered_at is None
    assert shown["Anna", "invitation", "teams"].answered_at is None, "after the reminder, not this"
    assert shown["Anna", "reminder", "teams"].answered_at == at(9, 22)
    failed = shown["Anton", "invitation", "teams"]
    assert (failed.state, failed.reason) == ("failed", "blocked")
    assert shown["Anton", "invitation", "email"].state == "sent"
    assert list(lines) == sorted(lines, key=lambda line: line.at.date(), reverse=True)
