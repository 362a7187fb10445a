"""Summaries as they were compiled and handed out."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kfmodel.repository.schema import CYCLE, ORGANISATION, SUMMARY
from kfmodel.summary_files import SummaryFiles


def store_summary(
    connection: Connection,
    cycle_id: int,
    organisation_id: int,
    files: SummaryFiles,
    compiled_at: datetime,
    compiled_by: int | None,
) -> int:
    """Store a version with its time and the hash of its workbook; its id."""
    summary_id: int = connection.execute(
        SUMMARY.insert()
        .values(
            cycle_id=cycle_id,
            organisation_id=organisation_id,
            compiled_at=compiled_at,
            compiled_by=compiled_by,
            sha256=hashlib.sha256(files.workbook).hexdigest(),
            workbook=files.workbook,
            report=files.report,
        )
        .returning(SUMMARY.c.id)
    ).scalar_one()
    return summary_id


@dataclass(frozen=True, slots=True)
class StoredSummary:
    cycle_id: int
    cycle: str
    organisation_id: int
    organisation: str
    files: SummaryFiles


def summary_of(connection: Connection, summary_id: int) -> StoredSummary | None:
    query = (
        select(
            SUMMARY.c.cycle_id,
            CYCLE.c.name,
            SUMMARY.c.organisation_id,
            ORGANISATION.c.name,
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
    return StoredSummary(*row[:4], files=SummaryFiles(*row[4:]))
