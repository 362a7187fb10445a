"""What happened beside the answers: who did what and when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from kfmodel.repository.schema import AUDIT_ENTRY


def note(
    connection: Connection,
    at: datetime,
    event: str,
    detail: Mapping[str, Any],
    *,
    person_id: int | None = None,
    cycle_id: int | None = None,
) -> None:
    """Append an audit entry in the transaction of what it tells."""
    connection.execute(
        AUDIT_ENTRY.insert().values(
            at=at, event=event, detail=dict(detail), person_id=person_id, cycle_id=cycle_id
        )
    )
