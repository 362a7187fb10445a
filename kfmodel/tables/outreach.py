"""What HR sent beyond the plan."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from kfmodel.tables.columns import UtcDateTime, primary_key, reference


class Outreach(SQLModel, table=True):
    """Append-only. A reminder has no text; `organisation` is the code of the committee or city that
    the sender is HR of, `audience` as `Audience` reads it."""

    id: int | None = primary_key()
    cycle_id: int = reference("cycle.id")
    person_id: int = Field(foreign_key="person.id")
    organisation: str
    at: datetime = Field(sa_type=UtcDateTime)
    audience: str
    text: str | None = None
    recipients: int
