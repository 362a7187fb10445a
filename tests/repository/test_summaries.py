"""Summaries as they were handed out, and the audit."""

import hashlib
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import Engine, func, null, select, update

from kfmodel.compilation import main_figures
from kfmodel.database import reading, snapshot, writing
from kfmodel.repository.audit import note
from kfmodel.repository.schema import AUDIT_ENTRY, CYCLE, ORGANISATION, PERSON, SUMMARY
from kfmodel.repository.summaries import (
    NewSummary,
    StoredSummary,
    Version,
    newest_version,
    store_summary,
    summary_of,
    version_of,
)
from kfmodel.summary_facts import SummaryFacts
from kfmodel.summary_files import SummaryFiles
from tests.cards.committee import COMPLETE, FACTS, compilation
from tests.repository.build import NAME, NOW, email, stored
from tests.repository.threads import at_once

WORKBOOK = bytes(range(256)) * 40
FILES = SummaryFiles(WORKBOOK, b"report")
CITY = SummaryFacts("Exempelstad", FACTS.figures)
OCCASION = "ASN: 2025-10-17-over"


@pytest.fixture
def new(engine: Engine) -> NewSummary:
    """ASN's."""
    cycle_id = stored(engine).cycle_id
    with reading(engine) as connection:
        committee = connection.execute(
            select(ORGANISATION.c.id).where(ORGANISATION.c.code == "ASN")
        ).scalar_one()
    return NewSummary(cycle_id, committee, FACTS, FILES, NOW)


def kept(engine: Engine, new: NewSummary) -> tuple[Version, bool]:
    with writing(engine) as connection:
        return store_summary(connection, new)


def test_every_version_is_kept_as_it_was(engine: Engine, new: NewSummary) -> None:
    with reading(engine) as connection:
        hanna = connection.execute(
            select(PERSON.c.id).where(PERSON.c.email == email("hanna"))
        ).scalar_one()
    corrected = SummaryFiles(b"corrected", b"too")
    (first, _), (second, is_new) = (
        kept(engine, replace(new, files=files, compiled_by=hanna)) for files in (FILES, corrected)
    )
    assert is_new
    cycle_id, committee = new.cycle_id, new.organisation_id
    with reading(engine) as connection:
        assert summary_of(connection, first.stored.id) == StoredSummary(
            first.stored.id, 1, cycle_id, NAME, committee, "Enhet ASN", committee, FILES
        )
        later = summary_of(connection, second.stored.id)
        row = connection.execute(select(SUMMARY).where(SUMMARY.c.id == first.stored.id)).one()
        assert summary_of(connection, second.stored.id + 1) is None
        newest = newest_version(connection, cycle_id, committee)
        assert newest_version(connection, cycle_id + 1, committee) is None
    assert later is not None
    assert (later.number, later.files) == (2, corrected)
    assert (first.stored.number, second.stored.number) == (1, 2)
    assert newest == second.stored
    assert row.sha256 == first.stored.sha256 == hashlib.sha256(WORKBOOK).hexdigest()
    assert (row.compiled_at, row.compiled_by) == (NOW, hanna)


@pytest.mark.parametrize("facts", [FACTS, COMPLETE, CITY], ids=["committee", "division", "city"])
def test_what_is_said_of_a_version_is_read_as_it_was_stored(
    engine: Engine, new: NewSummary, facts: SummaryFacts
) -> None:
    first, is_new = kept(engine, replace(new, facts=facts, occasion=OCCASION))
    kept(engine, new)
    with reading(engine) as connection:
        again = version_of(connection, new.cycle_id, OCCASION)
        assert version_of(connection, new.cycle_id, "ASN: division A") is None
    assert is_new
    assert again == first
    assert first == Version(first.stored, facts, FILES)
    assert first.stored.number == 1


def test_nothing_that_is_hidden_is_stored(engine: Engine, new: NewSummary) -> None:
    small = replace(FACTS, figures=main_figures(compilation(categories=1, category_heads=3)))
    kept(engine, replace(new, facts=small))
    with reading(engine) as connection:
        [row] = connection.execute(select(SUMMARY.c.facts)).scalar_one()["figures"]["rows"]
    told = {name: value for name, value in row.items() if value not in (None, [])}
    assert told == {
        "category": "Kategori 1",
        "committee": "Arbetsmarknads- och socialnämnden",
        "masked": True,
        "answers_hidden": True,
    }


def test_of_two_at_once_the_first_is_the_occasions(engine: Engine, new: NewSummary) -> None:
    both = [SummaryFiles(f"workbook of {n}".encode(), b"report") for n in range(4)]
    versions = at_once(
        *(partial(kept, engine, replace(new, files=one, occasion=OCCASION)) for one in both)
    )
    assert len({version.stored for version, _ in versions}) == 1
    assert [is_new for _, is_new in versions].count(True) == 1
    [winner] = [version for version, is_new in versions if is_new]
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(SUMMARY)).scalar_one() == 1
        assert version_of(connection, new.cycle_id, OCCASION) == winner


def test_versions_at_once_have_each_a_number(engine: Engine, new: NewSummary) -> None:
    versions = at_once(*[partial(kept, engine, new)] * 4)
    assert sorted(version.stored.number for version, _ in versions) == [1, 2, 3, 4]


def test_a_version_from_before_there_were_facts_is_counted_and_downloaded(
    engine: Engine, new: NewSummary
) -> None:
    old, _ = kept(engine, new)
    with writing(engine) as connection:
        connection.execute(update(SUMMARY).values(facts=null()))
    later, _ = kept(engine, new)
    with reading(engine) as connection:
        found = summary_of(connection, old.stored.id)
    assert found
    assert found.files == FILES
    assert later.stored.number == 2


def test_a_snapshot_is_of_one_moment(engine: Engine, new: NewSummary) -> None:
    name = select(CYCLE.c.name)
    with snapshot(engine) as connection:
        before = connection.execute(name).scalar_one()
        with writing(engine) as other:
            other.execute(update(CYCLE).values(name="Renamed"))
        assert connection.execute(name).scalar_one() == before
    with snapshot(engine) as connection:
        assert connection.execute(name).scalar_one() == "Renamed"


def test_an_audit_entry_tells_who_what_and_when(engine: Engine) -> None:
    cycle_id = stored(engine).cycle_id
    with writing(engine) as connection:
        note(connection, NOW, "downloaded", {"file": "åäö.xlsx"}, person_id=1, cycle_id=cycle_id)
        note(connection, NOW, "nobody", {})
    with reading(engine) as connection:
        entries = connection.execute(select(AUDIT_ENTRY).order_by(AUDIT_ENTRY.c.id)).all()[-2:]
    assert [(e.event, e.person_id, e.cycle_id, e.detail, e.at) for e in entries] == [
        ("downloaded", 1, cycle_id, {"file": "åäö.xlsx"}, NOW),
        ("nobody", None, None, {}, NOW),
    ]
