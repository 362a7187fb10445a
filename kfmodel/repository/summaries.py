"""Summaries as they were compiled and handed out."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from kfmodel.repository.insert import insert_into
from kfmodel.repository.schema import AUDIT_ENTRY, CYCLE, ORGANISATION, SUMMARY
from kfmodel.summary_facts import SummaryFacts
from kfmodel.summary_files import SummaryFiles, SummaryVersion

HANDED_OUT = "summary_downloaded"
"""The audit entry of a file that somebody got."""

_FACTS = TypeAdapter(SummaryFacts)


_EARLIER = SUMMARY.alias("earlier")
_NUMBER = (
    select(func.count())
    .select_from(_EARLIER)
    .where(
        _EARLIER.c.cycle_id == SUMMARY.c.cycle_id,
        _EARLIER.c.organisation_id == SUMMARY.c.organisation_id,
        _EARLIER.c.id <= SUMMARY.c.id,
    )
    .scalar_subquery()
    .label("number")
)
_VERSIONS: Select[Any] = select(SUMMARY.c.id, _NUMBER, SUMMARY.c.compiled_at, SUMMARY.c.sha256)
_WHOLE = _VERSIONS.add_columns(SUMMARY.c.facts, SUMMARY.c.workbook, SUMMARY.c.report)


@dataclass(frozen=True, slots=True)
class NewSummary:
    """What is to be stored. `compiled_by` is None where nobody asked for it in chat, `occasion`
    where somebody did."""

    cycle_id: int
    organisation_id: int
    facts: SummaryFacts
    files: SummaryFiles
    compiled_at: datetime
    compiled_by: int | None = None
    occasion: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A summary as it is stored, and what is said of it."""

    stored: SummaryVersion
    facts: SummaryFacts
    files: SummaryFiles


def store_summary(connection: Connection, new: NewSummary) -> tuple[Version, bool]:
    """Store a version with its time and the hash of its workbook; it, and True. Where another
    process has compiled the occasion meanwhile: the other's, and False."""
    _wait_for_others(connection, new.organisation_id)
    insert = insert_into(connection, SUMMARY).values(
        cycle_id=new.cycle_id,
        organisation_id=new.organisation_id,
        compiled_at=new.compiled_at,
        compiled_by=new.compiled_by,
        sha256=hashlib.sha256(new.files.workbook).hexdigest(),
        workbook=new.files.workbook,
        report=new.files.report,
        occasion=new.occasion,
        facts=_FACTS.dump_python(new.facts, mode="json"),
    )
    once = insert.on_conflict_do_nothing(index_elements=["cycle_id", "occasion"])
    summary_id = connection.execute(once.returning(SUMMARY.c.id)).scalar_one_or_none()
    is_new = summary_id is not None
    this = SUMMARY.c.id == summary_id if is_new else _is_of(new.cycle_id, new.occasion)
    return _version(connection.execute(_WHOLE.where(this)).one()), is_new


def _wait_for_others(connection: Connection, organisation_id: int) -> None:
    """One at a time of an organisation, so that a number once told stays the version's."""
    query = select(ORGANISATION.c.id).where(ORGANISATION.c.id == organisation_id)
    connection.execute(query.with_for_update(key_share=True))


def version_of(connection: Connection, cycle_id: int, occasion: str) -> Version | None:
    """The version of an occasion; None where none has been compiled."""
    row = connection.execute(_WHOLE.where(_is_of(cycle_id, occasion))).one_or_none()
    return _version(row) if row else None


def _is_of(cycle_id: int, occasion: str | None) -> ColumnElement[bool]:
    return and_(SUMMARY.c.cycle_id == cycle_id, SUMMARY.c.occasion == occasion)


def _version(row: Row[Any]) -> Version:
    files = SummaryFiles(row.workbook, row.report)
    return Version(_known_by(row), _FACTS.validate_python(row.facts), files)


def newest_version(
    connection: Connection, cycle_id: int, organisation_id: int
) -> SummaryVersion | None:
    """None where none has been compiled."""
    query = (
        _VERSIONS.where(
            SUMMARY.c.cycle_id == cycle_id, SUMMARY.c.organisation_id == organisation_id
        )
        .order_by(SUMMARY.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return _known_by(row) if row else None


def _known_by(row: Row[Any]) -> SummaryVersion:
    return SummaryVersion(row.id, row.number, row.compiled_at, row.sha256)


@dataclass(frozen=True, slots=True)
class StoredSummary:
    """`committee_id` is that of a division's; `number` counts as a SummaryVersion's."""

    id: int
    number: int
    cycle_id: int
    cycle: str
    organisation_id: int
    organisation: str
    committee_id: int | None
    files: SummaryFiles

    @property
    def seen_from(self) -> frozenset[int | None]:
        """A post at one of these lets its holder have the summary: HR gets its divisions' too."""
        return frozenset((self.organisation_id, self.committee_id))


def summary_of(connection: Connection, summary_id: int) -> StoredSummary | None:
    """With its files; None where there is none with the id."""
    query = (
        select(
            SUMMARY.c.id,
            _NUMBER,
            SUMMARY.c.cycle_id,
            CYCLE.c.name,
            SUMMARY.c.organisation_id,
            ORGANISATION.c.name,
            ORGANISATION.c.committee_id,
            SUMMARY.c.workbook,
            SUMMARY.c.report,
        )
        .join(CYCLE, CYCLE.c.id == SUMMARY.c.cycle_id)
        .join(ORGANISATION, ORGANISATION.c.id == SUMMARY.c.organisation_id)
        .where(SUMMARY.c.id == summary_id)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return StoredSummary(*row[:7], files=SummaryFiles(*row[7:]))


def is_used(connection: Connection, person_id: int, summary_id: int, consent: str) -> bool:
    """Whether the person has got a file on this consent of theirs. The summary is held until the
    transaction ends, so that of two presses at once the second sees the first."""
    held = select(SUMMARY.c.id).where(SUMMARY.c.id == summary_id).with_for_update()
    connection.execute(held)
    query = select(AUDIT_ENTRY.c.id).where(
        AUDIT_ENTRY.c.event == HANDED_OUT,
        AUDIT_ENTRY.c.person_id == person_id,
        AUDIT_ENTRY.c.detail["consent"].as_string() == consent,
    )
    return connection.execute(query).first() is not None
