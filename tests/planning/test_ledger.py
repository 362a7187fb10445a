"""The ledger between senders: one takes a row, one records it, and a dead one's is sent again."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from kfmodel.database import writing
from kfmodel.delivery import DeliveryState, Reason
from kfmodel.repository.deliveries import (
    SENDING_LASTS,
    WAITING_LASTS,
    Delivery,
    put_off,
    record_dropped,
    record_failed,
    record_sent,
)
from tests.planning.ledger import MACHINE, at, change_cycle, claimed, plan, rows, take
from tests.repository.build import stored
from tests.repository.threads import at_once

NOON = at(9, 15, 12)
AFTER_SENDING = MACHINE + SENDING_LASTS + timedelta(seconds=1)
AFTER_WAITING = MACHINE + WAITING_LASTS + timedelta(seconds=1)


@pytest.fixture
def ledger(engine: Engine) -> Engine:
    """Six invitations, all due at noon."""
    stored(engine)
    plan(engine, at(9, 15))
    return engine


def one_held(ledger: Engine) -> Delivery:
    held = claimed(ledger, take(ledger, NOON)[0])
    assert held is not None
    return held


def state_of(ledger: Engine, held: Delivery) -> tuple[str, int, bool]:
    row = next(row for row in rows(ledger) if row.id == held.id)
    return row.state, row.attempts, row.retried


def test_what_went_without_its_files_says_why(ledger: Engine) -> None:
    held = one_held(ledger)
    with writing(ledger) as connection:
        assert record_sent(connection, held, NOON, "id", Reason.TOO_LARGE, "552 5.3.4")
    row = next(row for row in rows(ledger) if row.id == held.id)
    assert (row.state, row.reason, row.detail) == ("sent", "too_large", "552 5.3.4")


def test_only_what_is_due_is_taken_and_once(ledger: Engine) -> None:
    assert take(ledger, at(9, 15, 8, 59)) == []
    assert len(take(ledger, NOON, limit=4)) == 4
    assert len(take(ledger, NOON)) == 2
    assert take(ledger, NOON) == []


def test_the_longest_due_is_taken_first(ledger: Engine) -> None:
    in_time = [row.id for row in sorted(rows(ledger), key=lambda row: row.planned_for)]
    assert take(ledger, NOON, limit=1) == in_time[:1]


def test_what_a_queue_has_lost_is_taken_again(ledger: Engine) -> None:
    first = take(ledger, NOON)
    assert take(ledger, NOON, AFTER_WAITING) == first
    assert not any(row.retried for row in rows(ledger)), "nobody had begun to send it"


def test_takers_at_the_same_moment_share_without_overlap(ledger: Engine) -> None:
    taken = at_once(*(lambda: take(ledger, NOON, limit=2) for _ in range(4)))
    ids = [delivery_id for part in taken for delivery_id in part]
    assert ids
    assert len(ids) == len(set(ids))


def test_of_many_who_claim_at_once_one_gets_the_row(ledger: Engine) -> None:
    taken = take(ledger, NOON)
    assert taken
    for delivery_id in taken:
        held = at_once(*(lambda one=delivery_id: claimed(ledger, one) for _ in range(4)))
        assert len([one for one in held if one]) == 1


def test_what_is_sent_is_recorded_with_its_time_and_is_over(ledger: Engine) -> None:
    held = one_held(ledger)
    with writing(ledger) as connection:
        assert record_sent(connection, held, NOON, "1:abc")
    row = next(row for row in rows(ledger) if row.id == held.id)
    assert (row.state, row.sent_at, row.message_id, row.lease_until) == (
        "sent",
        NOON,
        "1:abc",
        None,
    )
    assert claimed(ledger, held.id) is None
    assert held.id not in take(ledger, NOON, AFTER_WAITING)


def test_a_dead_senders_row_is_sent_again_and_says_so(ledger: Engine) -> None:
    held = one_held(ledger)
    assert held.id not in take(ledger, NOON, AFTER_SENDING - timedelta(seconds=2))
    assert held.id in take(ledger, NOON, AFTER_SENDING)
    again = claimed(ledger, held.id, AFTER_SENDING)
    assert again is not None
    assert state_of(ledger, again) == ("sending", 2, True)
    assert again.key == held.key, "a receiver can see that the two are one"


def test_a_sender_that_was_only_slow_still_records_before_another_begins(ledger: Engine) -> None:
    held = one_held(ledger)
    take(ledger, NOON, AFTER_SENDING)
    with writing(ledger) as connection:
        assert record_sent(connection, held, NOON, "late")
    assert claimed(ledger, held.id) is None


def test_a_sender_that_was_too_slow_records_nothing_over_anothers(ledger: Engine) -> None:
    held = one_held(ledger)
    take(ledger, NOON, AFTER_SENDING)
    again = claimed(ledger, held.id, AFTER_SENDING)
    assert again is not None
    with writing(ledger) as connection:
        assert not record_sent(connection, held, NOON, "too late")
        assert record_failed(connection, held, Reason.BLOCKED, "", NOON) is None
        assert record_sent(connection, again, NOON, "in time")
    assert state_of(ledger, held) == ("sent", 2, True)


def test_what_teams_does_not_bring_e_mail_takes_over(ledger: Engine) -> None:
    held = one_held(ledger)
    with writing(ledger) as connection:
        email_id = record_failed(connection, held, Reason.BLOCKED, "MessageWritesBlocked", NOON)
    assert email_id is not None
    by_email = claimed(ledger, email_id)
    assert by_email is not None
    assert (by_email.channel, by_email.key) == ("email", held.key)
    row = next(row for row in rows(ledger) if row.id == held.id)
    assert (row.state, row.reason, row.detail) == ("failed", "blocked", "MessageWritesBlocked")
    with writing(ledger) as connection:
        assert record_failed(connection, by_email, Reason.NO_ADDRESS, "", NOON) is None
    assert state_of(ledger, by_email)[0] == "failed"


def test_what_is_put_off_is_due_then(ledger: Engine) -> None:
    held = one_held(ledger)
    with writing(ledger) as connection:
        assert put_off(connection, held, NOON + timedelta(minutes=5), "429")
    assert held.id not in take(ledger, NOON, AFTER_WAITING)
    assert held.id in take(ledger, NOON + timedelta(minutes=6), AFTER_WAITING)


def test_what_is_dropped_is_over(ledger: Engine) -> None:
    held = one_held(ledger)
    with writing(ledger) as connection:
        assert record_dropped(connection, held, DeliveryState.NOT_NEEDED)
    assert state_of(ledger, held)[0] == "not_needed"
    assert held.id not in take(ledger, NOON, AFTER_WAITING)


def test_a_paused_cycles_rows_wait(ledger: Engine) -> None:
    change_cycle(ledger, paused_at=NOON)
    assert take(ledger, NOON) == []
    change_cycle(ledger, paused_at=None)
    assert len(take(ledger, NOON)) == 6


def test_what_was_put_off_is_claimed_only_after_it_was_taken_again(ledger: Engine) -> None:
    held = one_held(ledger)
    with writing(ledger) as connection:
        assert put_off(connection, held, NOON + timedelta(minutes=10), "429")
    assert claimed(ledger, held.id) is None, "a queue that was restored has it still"
    assert take(ledger, NOON + timedelta(minutes=10), AFTER_SENDING)
    assert claimed(ledger, held.id, AFTER_SENDING)
