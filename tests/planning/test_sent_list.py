"""What reached whom, message by message, as HR gets it."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, Engine, select, update

from kfmodel.database import reading, writing
from kfmodel.delivery import Channel, DeliveryState, Reason
from kfmodel.organisation import Role
from kfmodel.repository.delivered import delivered_in
from kfmodel.repository.deliveries import (
    Delivery,
    record_dropped,
    record_failed,
    record_sent,
)
from kfmodel.repository.foreseen import foreseen_in
from kfmodel.repository.organisations import organisations_in
from kfmodel.repository.planned_cycles import planned_cycle
from kfmodel.repository.schema import CYCLE, DELIVERY
from kfmodel.repository.sent import sent_in
from kfmodel.sent_list import Attempt, Delivered, Foreseen
from tests.planning.ledger import at, claimed, everything_sent, plan, rows
from tests.repository.build import Answering, cycle_file, people, stored
from tests.repository.test_material import TWO_COMMITTEES

TEAMS, EMAIL = Channel.TEAMS, Channel.EMAIL
OPENING = at(9, 15)


def held_of(engine: Engine, name: str, channel: Channel = TEAMS) -> Delivery:
    [row] = [r for r in rows(engine) if (r.name, r.channel) == (name, channel)]
    held = claimed(engine, row.id)
    assert held is not None
    return held


def fail(engine: Engine, held: Delivery, reason: Reason) -> None:
    with writing(engine) as connection:
        record_failed(connection, held, reason, "SomeCode", at(9, 15, 10))


def send(engine: Engine, held: Delivery, minute: int) -> None:
    with writing(engine) as connection:
        assert record_sent(connection, held, at(9, 15, 10, minute), "1:abc")


def drop(engine: Engine, name: str, state: DeliveryState) -> None:
    held = held_of(engine, name)
    with writing(engine) as connection:
        assert record_dropped(connection, held, state)


def _committee(connection: Connection, cycle_id: int, code: str | None) -> int | None:
    return organisations_in(connection, cycle_id)[code].id if code else None


def listed(engine: Engine, committee: str | None = None) -> list[Delivered]:
    with reading(engine) as connection:
        cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
        place = _committee(connection, cycle_id, committee)
        found = delivered_in(connection, cycle_id, place)
        read = list(found)
    assert len(found) == len(read)
    return read


def by_name(engine: Engine, committee: str | None = None) -> Mapping[str, Delivered]:
    return {one.name: one for one in listed(engine, committee)}


def ahead(engine: Engine, committee: str | None = None) -> list[Foreseen]:
    with reading(engine) as connection:
        cycle = connection.execute(select(CYCLE)).one()
        place = _committee(connection, cycle.id, committee)
        return foreseen_in(connection, planned_cycle(cycle), OPENING, place)


def test_every_fate_of_an_invitation(engine: Engine) -> None:
    stored(engine)
    plan(engine, OPENING)
    fail(engine, held_of(engine, "Anton"), Reason.BLOCKED)
    send(engine, held_of(engine, "Anton", EMAIL), 2)
    fail(engine, held_of(engine, "Bo"), Reason.NOT_INSTALLED)
    fail(engine, held_of(engine, "Bo", EMAIL), Reason.NO_ADDRESS)
    with writing(engine) as connection:
        agnes = next(row.id for row in rows(engine) if row.name == "Agnes")
        connection.execute(update(DELIVERY).where(DELIVERY.c.id == agnes).values(retried=True))
    send(engine, held_of(engine, "Agnes"), 3)
    drop(engine, "Disa", DeliveryState.NOT_NEEDED)
    drop(engine, "Bea", DeliveryState.EXPIRED)
    found = by_name(engine)
    assert found.keys() == {"Agnes", "Anna", "Anton", "Bea", "Bo", "Disa"}

    anton = found["Anton"]
    assert (anton.state, anton.sent_at) == (DeliveryState.SENT, at(9, 15, 10, 2))
    assert anton.attempts == (
        Attempt(TEAMS, DeliveryState.FAILED, Reason.BLOCKED),
        Attempt(EMAIL, DeliveryState.SENT, None),
    )
    bo = found["Bo"]
    assert (bo.state, bo.sent_at) == (DeliveryState.FAILED, None)
    assert [one.reason for one in bo.attempts] == [Reason.NOT_INSTALLED, Reason.NO_ADDRESS]
    assert (found["Agnes"].retried, anton.retried) == (True, False)
    assert found["Disa"].state is DeliveryState.NOT_NEEDED
    assert found["Bea"].state is DeliveryState.EXPIRED
    assert found["Anna"].state is DeliveryState.PLANNED
    assert (found["Anna"].email, found["Anna"].kind) == ("anna@exempelstad.example", "invitation")
    in_time = [one.planned_for for one in listed(engine)]
    assert in_time == sorted(in_time)


def test_the_newest_message_before_an_answer_is_what_brought_it(engine: Engine) -> None:
    stored(engine)
    plan(engine, OPENING)
    everything_sent(engine)
    Answering(engine, "bea", "B1").submit(at(9, 16))
    Answering(engine, "bea", "B2").submit(at(9, 17))
    plan(engine, at(9, 19))
    everything_sent(engine)
    Answering(engine, "anna", "A1").submit(at(9, 22))
    found = {(one.name, one.kind.value): one.answered_at for one in listed(engine)}
    brought = {key: answered_at for key, answered_at in found.items() if answered_at}
    assert brought == {("Bea", "invitation"): at(9, 16), ("Anna", "reminder"): at(9, 22)}


def test_recipients_are_told_with_what_they_are(engine: Engine) -> None:
    more = people(("anna", Role.UNIT_MANAGER, "B2"), ("anna", Role.DIVISION_HEAD, "A"))
    stored(engine, replace(cycle_file(), assignments=(*cycle_file().assignments, *more)))
    plan(engine, OPENING)
    anna = by_name(engine)["Anna"]
    assert anna.organisations == "Enhet A; Enhet A1; Enhet B2"
    assert set(anna.roles) == {Role.DIVISION_HEAD, Role.UNIT_MANAGER}


def test_what_hr_gets_is_about_a_committee_and_goes_two_ways_at_once(engine: Engine) -> None:
    stored(engine)
    foreseen = [one.name for one in ahead(engine, "ASN") if one.kind == "summary"]
    assert sorted(foreseen) == ["HR", "Hanna"]
    plan(engine, at(10, 20))
    summaries = [one for one in listed(engine, "ASN") if one.kind == "summary"]
    assert {one.name for one in summaries} == {"Hanna", "HR"}
    hanna, address = sorted(summaries, key=lambda one: one.name == "HR")
    assert (hanna.organisations, hanna.roles) == ("Enhet ASN", (Role.HR,))
    assert [one.channel for one in hanna.attempts] == [TEAMS, EMAIL]
    assert (address.email, address.roles) == ("hr@exempelstad.example", (Role.HR,))
    assert [one.channel for one in address.attempts] == [EMAIL]
    waiting = [one.name for one in ahead(engine, "ASN") if one.kind == "summary"]
    assert sorted(waiting) == ["HR", "Hanna"]


def test_a_committee_sees_its_own_and_the_whole_cycle_is_both(engine: Engine) -> None:
    """Hanna is HR of both: what she gets about the one is not shown to the other."""
    both = people(("hanna", Role.HR, "FSN"))
    stored(engine, replace(TWO_COMMITTEES, assignments=(*TWO_COMMITTEES.assignments, *both)))
    plan(engine, OPENING)
    assert {one.name for one in ahead(engine, "FSN")} == {"Frida", "Hanna"}
    everything_sent(engine)
    plan(engine, at(10, 6))
    own = [(one.name, one.kind.value, one.organisations) for one in listed(engine, "FSN")]
    assert sorted(own) == [
        ("Frida", "invitation", "Enhet F1"),
        ("Frida", "reminder", "Enhet F1"),
        ("Hanna", "digest", "Enhet FSN"),
    ]
    others = listed(engine, "ASN")
    assert "Frida" not in {one.name for one in others}
    assert len(listed(engine)) == len(own) + len(others)
    assert len(ahead(engine)) == len(ahead(engine, "ASN")) + len(ahead(engine, "FSN"))


def test_the_card_counts_what_the_list_lists(engine: Engine) -> None:
    stored(engine)
    plan(engine, OPENING)
    fail(engine, held_of(engine, "Bo"), Reason.LEFT)
    fail(engine, held_of(engine, "Bo", EMAIL), Reason.REFUSED)
    everything_sent(engine)
    Answering(engine, "anna", "A1").submit(at(9, 16))
    rows_of = listed(engine)
    with reading(engine) as connection:
        cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
        sent = sent_in(connection, cycle_id, None, at(9, 17).date())
    [counted] = sent.kinds
    states = [one.state for one in rows_of]
    assert counted.sent == states.count(DeliveryState.SENT) == 5
    assert counted.failed == states.count(DeliveryState.FAILED) == 1
    assert counted.answered == len([one for one in rows_of if one.answered_at]) == 1
    assert [one.reasons for one in sent.unreached] == [(Reason.LEFT, Reason.REFUSED)]
