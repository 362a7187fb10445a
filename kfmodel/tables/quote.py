"""What HR has picked of the managers' words for the report."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from kfmodel.quotes import Source
from kfmodel.tables.columns import UtcDateTime, one_of, primary_key


class PickedQuote(SQLModel, table=True):
    """`original` is the text when it was picked: a quote whose answer says otherwise now is not
    printed. `driver` is "" where the answer names none; `picked_by` None on the command line."""

    __tablename__ = "picked_quote"
    __table_args__ = (
        UniqueConstraint("dialogue_id", "driver", "source"),
        one_of("source", Source),
    )

    id: int | None = primary_key()
    dialogue_id: int = Field(foreign_key="dialogue.id")
    driver: str
    source: str
    original: str
    shortened: str | None = None
    picked_at: datetime = Field(sa_type=UtcDateTime)
    picked_by: int | None = Field(default=None, foreign_key="person.id")
