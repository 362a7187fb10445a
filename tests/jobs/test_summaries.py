"""The summary to HR: when a division is complete, and when somebody asks; not when paused, not
twice, to nobody else."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.clock import Clock
from bot.documents.summaries import Summaries
from bot.jobs.summary_ready import SummaryMaker
from bot.mail import EmailSender, SmtpPost
from bot.mail.compose import Composer
from bot.mail.smtp import Encryption
from kfmodel.database import reading, writing
from kfmodel.delivery import Channel, Kind
from kfmodel.organisation import OrganisationKind
from kfmodel.planning.message import SummaryReady
from kfmodel.repository.asked_summaries import asked_for, store_asked
from kfmodel.repository.deliveries import SENDING_LASTS, Delivery
from kfmodel.repository.organisations import organisations_in
from kfmodel.repository.schema import AUDIT_ENTRY, CYCLE, DIALOGUE, SUMMARY
from kfmodel.repository.summaries import Version
from kfmodel.summary_facts import Coverage
from tests.jobs.conftest import Service, Time, service_on
from tests.jobs.station import Station
from tests.planning.ledger import at, change_cycle, rows
from tests.repository.build import CHIEF, SOCIAL, Answering, dialogue_id
from tests.repository.threads import at_once
from tests.sending.mail_server import Certificate, Inbox, running


def ask(service: Service, code: str, now: datetime) -> Sequence[int]:
    with writing(service.engine) as connection:
        cycle_id = connection.execute(select(CYCLE.c.id)).scalar_one()
        wanted = asked_for(connection, cycle_id, organisations_in(connection, cycle_id)[code])
        assert wanted
        return store_asked(connection, cycle_id, [wanted], now)


def summaries(service: Service) -> list[str]:
    return sorted(
        f"{row.name or 'HR'} {row.channel} {row.state}"
        for row in rows(service.engine)
        if row.kind == "summary"
    )


def complete(service: Service) -> None:
    """Division B."""
    for name, code, category in (
        ("bo", "B", CHIEF),
        ("bea", "B1", SOCIAL),
        ("bea", "B2", SOCIAL),
        ("bea", "B2", CHIEF),
    ):
        Answering(service.engine, name, code, category).submit(at(9, 15, 11))


TO_HR = ["HR email", "Hanna email", "Hanna teams"]


async def test_a_division_that_is_complete_is_told_of_once(
    service: Service, station: Station, time: Time
) -> None:
    await service.make_pass()
    assert summaries(service) == []
    complete(service)
    for _ in range(2):
        await service.make_pass()
        time.now += timedelta(days=1)
    assert summaries(service) == [f"{one} sent" for one in TO_HR]
    assert len([one for one in station.received if one["kind"] == "summary"]) == len(TO_HR)


async def test_a_summary_that_takes_long_to_compile_is_sent_once(
    service: Service, station: Station, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete(service)
    content = service.deliverer._summaries.content

    def slowly(held: Delivery) -> SummaryReady:
        """Another pass, after the lease has run out, takes what is still being compiled."""
        monkeypatch.setattr(SummaryMaker, "content", lambda _, held: content(held))
        time.now += 2 * SENDING_LASTS
        taken.extend(service.planner.take(100))
        return content(held)

    taken: list[int] = []
    monkeypatch.setattr(SummaryMaker, "content", lambda _, held: slowly(held))
    service.planner.plan()
    to_hr = [row.id for row in rows(service.engine) if row.kind == "summary"]
    await service.deliverer.deliver(to_hr[0])
    assert to_hr[0] in taken
    assert station.received == []
    await service.deliverer.deliver_all(taken)
    assert summaries(service) == [f"{one} sent" for one in TO_HR]
    assert len([one for one in station.received if one["kind"] == "summary"]) == len(TO_HR)


async def test_a_division_that_reopens_meanwhile_is_not_told_of(service: Service) -> None:
    complete(service)
    service.planner.plan()
    due = service.planner.take(100)
    with writing(service.engine) as connection:
        reopened = DIALOGUE.c.id == dialogue_id(connection, "B1")
        values = {"progress": "in_progress", "submitted_at": None}
        connection.execute(update(DIALOGUE).where(reopened).values(**values))
    await service.deliverer.deliver_all(due)
    assert summaries(service) == [f"{one} expired" for one in TO_HR]


async def test_what_is_asked_for_is_sent_at_once_and_once(
    service: Service, station: Station, time: Time
) -> None:
    time.now = at(9, 20, 21)  # a Saturday evening
    for _ in range(2):
        await service.deliverer.deliver_all(ask(service, "ASN", time.now))
    assert summaries(service) == ["HR email sent", "Hanna email sent", "Hanna teams sent"]
    assert len(station.received) == 3
    assert stored_versions(service) == (1, 1)


@pytest.mark.parametrize(("values", "state"), [("paused_at", "planned"), ("closed_at", "sent")])
async def test_a_pause_holds_what_is_asked_for_and_a_closed_cycle_does_not(
    service: Service, time: Time, values: str, state: str
) -> None:
    ids = ask(service, "A", time.now)
    change_cycle(service.engine, **{values: time.now})
    await service.deliverer.deliver_all(ids)
    assert {row.split()[-1] for row in summaries(service)} == {state}


async def test_what_was_asked_for_long_ago_is_not_sent(service: Service, time: Time) -> None:
    ids = ask(service, "ASN", time.now)
    time.now += timedelta(days=14)
    await service.deliverer.deliver_all(ids)
    assert {row.split()[-1] for row in summaries(service)} == {"expired"}


def held_by(service: Service, ids: Sequence[int]) -> list[Delivery]:
    found = [service.deliverer._claim(one) for one in ids]
    return [one for one in found if one and one.kind is Kind.SUMMARY]


def made(service: Service, ids: Sequence[int]) -> list[SummaryReady]:
    """What each delivery brings."""
    return [service.deliverer._summaries.content(held) for held in held_by(service, ids)]


def stored_versions(service: Service) -> tuple[int, int]:
    """How many there are, and how many the audit tells of."""
    compiled = AUDIT_ENTRY.c.event == "summary_compiled"
    with reading(service.engine) as connection:
        versions = connection.execute(select(SUMMARY.c.id)).all()
        return len(versions), len(connection.execute(select(AUDIT_ENTRY).where(compiled)).all())


def test_a_divisions_summary_says_what_the_division_lacks(service: Service, time: Time) -> None:
    facts = made(service, ask(service, "A", time.now))[0].facts
    assert facts.progress
    assert facts.organisation == "Enhet A"
    assert [one.division for one in facts.progress.divisions] == ["Enhet A"]
    assert facts.figures.level is OrganisationKind.DIVISION
    assert (facts.figures.submitted, facts.figures.asked) == (0, 4)
    assert facts.committee == Coverage(0, 8)


def test_a_division_that_is_complete_is_compiled_by_itself(service: Service, time: Time) -> None:
    complete(service)
    service.planner.plan()
    contents = made(service, service.planner.take(100))
    assert len(contents) == len(TO_HR)
    assert len({one.version for one in contents}) == 1
    facts, url = contents[0].facts, contents[0].url
    assert facts.organisation == "Enhet B"
    assert facts.figures.level is OrganisationKind.DIVISION
    assert facts.figures.submitted == facts.figures.asked == 4
    assert facts.committee == Coverage(4, 8)
    summaries = Summaries(service.engine, Clock(real=lambda: time.now), "", "secret")
    download = summaries.download(url.rpartition("/")[2])  # by the HR of its committee
    assert download.content == contents[0].files.workbook
    assert download.filename == "Kompetensförsörjning 2025 Enhet B.xlsx"


def test_who_gets_it_after_a_restart_is_told_of_the_same(
    service: Service, station: Station, time: Time
) -> None:
    """Though more has been answered meanwhile."""
    first, *others = held_by(service, ask(service, "ASN", time.now))
    before = service.deliverer._summaries.content(first)
    complete(service)
    time.now += timedelta(days=1)
    restarted = service_on(service.engine, station)
    for held in (first, *others):
        after = restarted.deliverer._summaries.content(held)
        assert (after.version, after.facts, after.files) == (
            before.version,
            before.facts,
            before.files,
        )
    assert before.facts.figures.submitted == 0
    assert stored_versions(service) == (1, 1)
    [later] = {one.facts for one in made(restarted, ask(service, "ASN", time.now))}
    assert later.figures.submitted == 4
    restarted.turns.close()


class Together(Summaries):
    """Each has found none stored before the first stores one."""

    barrier = Barrier(2)

    def store_version(self, *given: Any) -> Version:
        self.barrier.wait()
        return super().store_version(*given)


def test_of_two_replicas_that_compile_at_once_one_stores(service: Service, time: Time) -> None:
    held = held_by(service, ask(service, "ASN", time.now))[:2]
    makers = [
        SummaryMaker(
            service.engine, Together(service.engine, Clock(real=lambda: time.now), "", "secret")
        )
        for _ in held
    ]
    works = zip(makers, held, strict=True)
    contents = at_once(*(partial(maker.content, one) for maker, one in works))
    assert contents[0].version == contents[1].version
    assert contents[0].files == contents[1].files
    assert contents[0].facts == contents[1].facts
    assert stored_versions(service) == (1, 1)


async def test_what_cannot_be_compiled_is_tried_again(
    service: Service, station: Station, time: Time
) -> None:
    ids = ask(service, "ASN", time.now)
    change_cycle(service.engine, method="unheard-of")
    await service.deliverer.deliver_all(ids)
    assert {row.state for row in rows(service.engine)} == {"sending"}
    assert stored_versions(service) == (0, 0)
    assert station.received == []
    change_cycle(service.engine, method="five-level")
    time.now += timedelta(minutes=3)
    await service.deliverer.deliver_all(service.planner.take(100))
    assert summaries(service) == [f"{one} sent" for one in TO_HR]
    assert stored_versions(service) == (1, 1)


def test_a_citys_goes_to_the_citys_own_hr_alone(service: Service, time: Time) -> None:
    assert ask(service, "STAD", time.now) == []


async def test_files_that_the_mail_server_refuses_are_left_out_and_recorded(
    service: Service, time: Time, tmp_path: Path
) -> None:
    inbox = Inbox(largest=15_000)
    async with running(inbox, Encryption.NONE, Certificate(tmp_path)) as there:
        composer = Composer("kf@stad.example", "https://chat.example")
        post = SmtpPost(there.server, timeout=5)
        mail = EmailSender(post, composer, Clock(real=lambda: time.now))
        service.deliverer._senders = {Channel.EMAIL: mail}
        await service.deliverer.deliver_all(ask(service, "ASN", time.now))
        await mail.close()
    assert len(inbox.taken) == 2
    assert not [part for letter in inbox.taken for part in letter.iter_attachments()]
    by_mail = [row for row in rows(service.engine) if row.channel == "email"]
    assert {(row.state, row.reason, row.detail) for row in by_mail} == {
        ("sent", "too_large", "552 5.3.4")
    }
