"""Reminders that somebody has put off."""

from datetime import date, datetime

from sqlalchemy import Connection

from kfmodel.repository.insert import insert_into
from kfmodel.repository.schema import SNOOZE


def snooze(
    connection: Connection, cycle_id: int, person_id: int, until_on: date, now: datetime
) -> None:
    """Put off the cycle's reminders until a day; the newest choice holds."""
    insert = insert_into(connection, SNOOZE)
    newest = {name: insert.excluded[name] for name in ("until_on", "snoozed_at")}
    connection.execute(
        insert.on_conflict_do_update(index_elements=["cycle_id", "person_id"], set_=newest),
        {
            "cycle_id": cycle_id,
            "person_id": person_id,
            "until_on": until_on,
            "snoozed_at": now,
        },
    )
