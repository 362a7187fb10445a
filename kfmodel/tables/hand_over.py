"""Somebody has said that it is not they who answer for an organisation."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from kfmodel.tables.columns import UtcDateTime, primary_key, reference


class HandOver(SQLModel, table=True):
    """HR is asked until they have settled it: `successor_id` answers from then on, None where the
    person still does. Asked again, the same row is open again."""

    __tablename__ = "hand_over"
    __table_args__ = (UniqueConstraint("organisation_id", "person_id"),)

    id: int | None = primary_key()
    cycle_id: int = reference("cycle.id")
    organisation_id: int = Field(foreign_key="organisation.id")
    person_id: int = reference("person.id")
    asked_at: datetime = Field(sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    settled_by: int | None = Field(default=None, foreign_key="person.id")
    successor_id: int | None = Field(default=None, foreign_key="person.id")
