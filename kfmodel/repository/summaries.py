"""Summaries as they were compiled and handed out."""

import hashlib
from datetime import datetime

from sqlalchemy import Connection, select

from kfmodel.repository.schema import SUMMARY


def store_summary(
    connection: Connection,
    cycle_id: int,
    organisation_id: int,
    workbook: bytes,
    compiled_at: datetime,
    compiled_by: int,
) -> int:
    """Store a version with its time and hash; its id."""
    summary_id: int = connection.execute(
        SUMMARY.insert()
        .values(
            cycle_id=cycle_id,
            organisation_id=organisation_id,
            compiled_at=compiled_at,
            compiled_by=compiled_by,
            sha256=hashlib.sha256(workbook).hexdigest(),
            workbook=workbook,
        )
        .returning(SUMMARY.c.id)
    ).scalar_one()
    return summary_id


def summary_workbook(connection: Connection, summary_id: int) -> bytes | None:
    query = select(SUMMARY.c.workbook).where(SUMMARY.c.id == summary_id)
    return connection.execute(query).scalar_one_or_none()
