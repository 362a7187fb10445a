"""Where people are reached: the conversation that each was last met in."""

from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, select

from kfmodel.repository.insert import Insert, insert_in
from kfmodel.repository.schema import CONVERSATION


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a person's messages come from, and so where the bot can write."""

    channel_id: str
    service_url: str
    conversation_id: str
    tenant_id: str
    bot_id: str
    user_id: str


_REACH = tuple(Reach.__dataclass_fields__)


def reach_of(connection: Connection, person_id: int) -> Reach | None:
    """None where the bot has never met them."""
    columns = [CONVERSATION.c[name] for name in _REACH]
    row = connection.execute(
        select(*columns).where(CONVERSATION.c.person_id == person_id)
    ).one_or_none()
    return Reach(*row) if row else None


@cache
def _remembering(dialect: str) -> Insert:
    insert = insert_in(dialect, CONVERSATION)
    newest = {name: insert.excluded[name] for name in (*_REACH, "updated_at")}
    return insert.on_conflict_do_update(index_elements=["person_id"], set_=newest)


def remember_reach(connection: Connection, person_id: int, reach: Reach, now: datetime) -> None:
    """Keep where the person was last met; one row a person, also when two messages come at once."""
    values = {"person_id": person_id, "updated_at": now, **asdict(reach)}
    connection.execute(_remembering(connection.dialect.name), values)
