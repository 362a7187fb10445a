"""Summaries as they were compiled and handed out."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from kfmodel.repository.schema import CYCLE, ORGANISATION, SUMMARY
from kfmodel.summary_files import SummaryFiles, SummaryVersion


def store_summary(
    connection: Connection,
    cycle_id: int,
    organisation_id: int,
    files: SummaryFiles,
    compiled_at: datetime,
    compiled_by: int | None,
) -> SummaryVersion:
    """Store a version with its time and the hash of its workbook."""
    sha256 = hashlib.sha256(files.workbook).hexdigest()
    summary_id: int = connection.execute(
        SUMMARY.insert()
        .values(
            cycle_id=cycle_id,
            organisation_id=organisation_id,
            compiled_at=compiled_at,
            compiled_by=compiled_by,
            sha256=sha256,
            workbook=files.workbook,
            report=files.report,
        )
        .returning(SUMMARY.c.id)
    ).scalar_one()
    number = connection.execute(_count(cycle_id, organisation_id)).scalar_one()
    return SummaryVersion(summary_id, number, compiled_at, sha256)


def newest_version(
    connection: Connection, cycle_id: int, organisation_id: int
) -> SummaryVersion | None:
    """None where none has been compiled."""
    query = (
        select(SUMMARY.c.id, _count(cycle_id, organisation_id).scalar_subquery())
        .add_columns(SUMMARY.c.compiled_at, SUMMARY.c.sha256)
        .where(SUMMARY.c.cycle_id == cycle_id, SUMMARY.c.organisation_id == organisation_id)
        .order_by(SUMMARY.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return SummaryVersion(*row) if row else None


def _count(cycle_id: int, organisation_id: int) -> Select[Any]:
    counted = SUMMARY.alias()
    same = counted.c.cycle_id == cycle_id, counted.c.organisation_id == organisation_id
    return select(func.count()).select_from(counted).where(*same)


@dataclass(frozen=True, slots=True)
class StoredSummary:
    """`committee_id` is that of a division's."""

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
    query = (
        select(
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
    return StoredSummary(*row[:5], files=SummaryFiles(*row[5:]))
