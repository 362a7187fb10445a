"""What HR has picked of the managers' words for the report. Every change is audited, without the
text."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, select

from kfmodel.quotes import Key, PickedQuote, Source
from kfmodel.repository.audit import note
from kfmodel.repository.insert import insert_into
from kfmodel.repository.schema import DIALOGUE, PICKED_QUOTE


def picked_quotes(connection: Connection, cycle_id: int) -> tuple[PickedQuote, ...]:
    """Those of a cycle, in the order they were picked."""
    query = (
        select(PICKED_QUOTE)
        .join(DIALOGUE, DIALOGUE.c.id == PICKED_QUOTE.c.dialogue_id)
        .where(DIALOGUE.c.cycle_id == cycle_id)
        .order_by(PICKED_QUOTE.c.id)
    )
    return tuple(
        PickedQuote(
            Key(row.dialogue_id, row.driver, Source(row.source)), row.original, row.shortened
        )
        for row in connection.execute(query)
    )


def pick(
    connection: Connection, quote: PickedQuote, cycle_id: int, person_id: int | None, now: datetime
) -> None:
    """Store a pick, or what it is shortened to; one that is picked already as it was is left."""
    values = {
        "original": quote.original,
        "shortened": quote.shortened,
        "picked_at": now,
        "picked_by": person_id,
    }
    if quote in picked_quotes(connection, cycle_id):
        return
    key = {
        "dialogue_id": quote.key.dialogue_id,
        "driver": quote.key.driver,
        "source": quote.key.source,
    }
    insert = insert_into(connection, PICKED_QUOTE).values(**key, **values)
    connection.execute(insert.on_conflict_do_update(index_elements=list(key), set_=values))
    detail = {"quote": quote.key.id, "shortened": quote.shortened is not None}
    note(connection, now, "quote_picked", detail, person_id=person_id, cycle_id=cycle_id)


def drop(
    connection: Connection, key: Key, cycle_id: int, person_id: int | None, now: datetime
) -> None:
    """Take a pick back; nothing where there is none."""
    dropped = connection.execute(delete(PICKED_QUOTE).where(_is(key)))
    if dropped.rowcount:
        detail = {"quote": key.id}
        note(connection, now, "quote_dropped", detail, person_id=person_id, cycle_id=cycle_id)


def _is(key: Key) -> ColumnElement[bool]:
    return and_(
        PICKED_QUOTE.c.dialogue_id == key.dialogue_id,
        PICKED_QUOTE.c.driver == key.driver,
        PICKED_QUOTE.c.source == key.source,
    )
