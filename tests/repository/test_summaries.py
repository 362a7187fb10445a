"""Summaries as they were handed out, and the audit."""

import hashlib

from sqlalchemy import Engine, select

from kfmodel.database import reading, writing
from kfmodel.repository.audit import note
from kfmodel.repository.schema import AUDIT_ENTRY, ORGANISATION, PERSON, SUMMARY
from kfmodel.repository.summaries import (
    StoredSummary,
    newest_version,
    store_summary,
    summary_of,
)
from kfmodel.summary_files import SummaryFiles
from tests.repository.build import NAME, NOW, email, stored

WORKBOOK = bytes(range(256)) * 40
FILES = SummaryFiles(WORKBOOK, b"report")


def test_every_version_is_kept_as_it_was(engine: Engine) -> None:
    cycle_id = stored(engine).cycle_id
    with writing(engine) as connection:
        committee = connection.execute(
            select(ORGANISATION.c.id).where(ORGANISATION.c.code == "ASN")
        ).scalar_one()
        hanna = connection.execute(
            select(PERSON.c.id).where(PERSON.c.email == email("hanna"))
        ).scalar_one()
        first, second = (
            store_summary(connection, cycle_id, committee, files, NOW, hanna)
            for files in (FILES, SummaryFiles(b"corrected", b"too"))
        )
    with reading(engine) as connection:
        assert summary_of(connection, first.id) == StoredSummary(
            cycle_id, NAME, committee, "Enhet ASN", committee, FILES
        )
        corrected = summary_of(connection, second.id)
        row = connection.execute(select(SUMMARY).where(SUMMARY.c.id == first.id)).one()
        assert summary_of(connection, second.id + 1) is None
        newest = newest_version(connection, cycle_id, committee)
        assert newest_version(connection, cycle_id + 1, committee) is None
    assert corrected is not None
    assert corrected.files == SummaryFiles(b"corrected", b"too")
    assert (first.number, second.number) == (1, 2)
    assert newest == second
    assert row.sha256 == first.sha256 == hashlib.sha256(WORKBOOK).hexdigest()
    assert (row.compiled_at, row.compiled_by) == (NOW, hanna)


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
