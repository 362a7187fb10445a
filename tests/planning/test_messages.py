"""What a message says, read from the database when it leaves."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from dialogs.press import Verb
from kfmodel.database import reading, writing
from kfmodel.delivery import Situation
from kfmodel.dialogue import Capacity, Progress
from kfmodel.organisation import Role
from kfmodel.planning.message import Digest, Message, Post, ToHead, ToManager
from kfmodel.repository.deliveries import Delivery
from kfmodel.repository.messages import message_of
from kfmodel.repository.schema import DIALOGUE, PERSON
from tests.planning.ledger import at, change_cycle, claimed, everything_sent, plan, rows
from tests.repository.build import CHIEF, SOCIAL, Answering, dialogue_id, stored


@pytest.fixture
def cycle(engine: Engine) -> Engine:
    stored(engine)
    return engine


def held(engine: Engine, name: str, kind: str) -> Delivery:
    found = [row.id for row in rows(engine) if (row.name, row.kind) == (name, kind)]
    delivery = claimed(engine, found[-1])
    assert delivery is not None
    return delivery


def message(engine: Engine, name: str, kind: str, now: Any) -> Message:
    delivery = held(engine, name, kind)
    with reading(engine) as connection:
        return message_of(connection, delivery, now)


def to_manager(engine: Engine, name: str, kind: str, now: Any) -> ToManager:
    content = message(engine, name, kind, now).content
    assert isinstance(content, ToManager)
    return content


def test_one_message_lists_everything_of_one_person(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    sent = message(cycle, "Bea", "invitation", at(9, 15))
    content = sent.content
    assert isinstance(content, ToManager)
    assert [(item.organisation, item.category) for item in content.items] == [
        ("Enhet B1", SOCIAL),
        ("Enhet B2", CHIEF),
        ("Enhet B2", SOCIAL),
    ]
    assert content.posts == (
        Post(Role.UNIT_MANAGER, "Enhet B1"),
        Post(Role.UNIT_MANAGER, "Enhet B2"),
    )
    assert (content.situation, content.asked, content.submitted) == (None, 3, 0)
    facts = sent.cycle
    assert (facts.committee, facts.hr, facts.hr_email) == (
        "Enhet ASN",
        ("Hanna",),
        "hr@exempelstad.example",
    )


def test_who_stalled_reads_where(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    answering = Answering(cycle, "bea", "B2")
    answering.press(
        Verb.ANSWER, "need", at(9, 16), headcount_ok="true", need_2y="MORE", need_5y="SAME"
    )
    plan(cycle, at(9, 19))
    content = to_manager(cycle, "Bea", "reminder", at(9, 19))
    assert content.situation is Situation.STALLED
    first = content.items[0]
    assert (first.progress, first.step, first.step_number, first.steps) == (
        Progress.IN_PROGRESS,
        "levels",
        2,
        4,
    )
    assert [item.step for item in content.items[1:]] == [None, None]
    assert to_manager(cycle, "Anna", "reminder", at(9, 19)).situation is Situation.NOT_STARTED


def test_a_moved_deadline_is_told_as_such(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    change_cycle(cycle, deadline_on=date(2025, 10, 24), deadline_moved_at=at(9, 15, 12))
    plan(cycle, at(9, 16))
    content = to_manager(cycle, "Anna", "reminder", at(9, 16))
    assert content.situation is Situation.NEW_DEADLINE


def test_what_was_returned_comes_first_with_its_comment(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    Answering(cycle, "bea", "B2").submit(at(9, 16))
    with writing(cycle) as connection:
        hanna = connection.execute(select(PERSON.c.id).where(PERSON.c.name == "Hanna"))
        connection.execute(
            update(DIALOGUE)
            .where(DIALOGUE.c.id == dialogue_id(connection, "B2"))
            .values(
                progress="in_progress",
                submitted_at=None,
                return_comment="Stämmer behovet?",
                returned_at=at(9, 17, 10),
                returned_by=hanna.scalar_one(),
            )
        )
    plan(cycle, at(9, 17, 11))
    content = to_manager(cycle, "Bea", "returned", at(9, 17, 11))
    assert content.situation is Situation.RETURNED
    first = content.items[0]
    assert (first.organisation, first.comment, first.returned_by) == (
        "Enhet B2",
        "Stämmer behovet?",
        "Hanna",
    )


def test_the_last_day_and_the_day_after_say_so(cycle: Engine) -> None:
    plan(cycle, at(9, 15))
    everything_sent(cycle)
    plan(cycle, at(10, 17))
    assert to_manager(cycle, "Anna", "last_day", at(10, 17)).situation is Situation.LAST_DAY
    everything_sent(cycle)
    plan(cycle, at(10, 20))
    assert to_manager(cycle, "Anna", "overdue", at(10, 20)).situation is Situation.OVERDUE


def test_a_head_reads_what_the_division_lacks_and_their_own(cycle: Engine) -> None:
    Answering(cycle, "anna", "A1").submit(at(9, 17))
    plan(cycle, at(10, 20))
    content = message(cycle, "Disa", "escalation", at(10, 20)).content
    assert isinstance(content, ToHead)
    assert content.divisions == ("Enhet A",)
    assert (content.asked, content.submitted) == (4, 1)
    assert [(one.organisation, one.responsible, one.vacant) for one in content.lacking] == [
        ("Enhet A", ("Disa",), False),
        ("Enhet A2", ("Agnes", "Anton"), False),
        ("Enhet A3", ("Disa", "Hanna"), True),
    ]
    assert [(item.organisation, item.capacity) for item in content.own] == [
        ("Enhet A", Capacity.MANAGER),
        ("Enhet A3", Capacity.VACANCY),
    ]


def test_a_digest_says_what_is_new_since_the_last_that_was_sent(cycle: Engine) -> None:
    Answering(cycle, "anna", "A1").submit(at(9, 17))
    plan(cycle, at(9, 22))
    first = message(cycle, "Hanna", "digest", at(9, 22)).content
    assert isinstance(first, Digest)
    assert (first.submitted_before, len(first.newly_submitted)) == (0, 1)
    everything_sent(cycle)
    Answering(cycle, "agnes", "A2").submit(at(9, 24))
    plan(cycle, at(9, 29))
    second = message(cycle, "Hanna", "digest", at(9, 29)).content
    assert isinstance(second, Digest)
    assert [one.organisation for one in second.newly_submitted] == ["Enhet A2"]
    assert (second.submitted_before, second.progress.submitted) == (1, 2)
