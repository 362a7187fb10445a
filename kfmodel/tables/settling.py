"""What division heads and HR settle and approve, and every change of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from kfmodel.tables.columns import UtcDateTime, primary_key, reference


class Settlement(SQLModel, table=True):
    """The settled values of one category of a division or committee.

    `answers` are scale values by name, `basis` the digest of what they were settled on. A comment
    is HR's who has returned them: then they are a proposal again. `revision` is the number of the
    change that led here.
    """

    __table_args__ = (UniqueConstraint("organisation_id", "category_id"),)

    id: int | None = primary_key()
    cycle_id: int = reference("cycle.id")
    organisation_id: int = Field(foreign_key="organisation.id")
    category_id: int = reference("category.id")
    answers: dict[str, Any] = Field(sa_type=JSON)
    reason: str | None = None
    basis: str
    settled_at: datetime = Field(sa_type=UtcDateTime)
    settled_by: int | None = Field(default=None, foreign_key="person.id")
    revision: int
    return_comment: str | None = None
    returned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    returned_by: int | None = Field(default=None, foreign_key="person.id")


class Approval(SQLModel, table=True):
    """An organisation whose compilation is approved; no row where it is not."""

    organisation_id: int = Field(foreign_key="organisation.id", primary_key=True)
    approved_at: datetime = Field(sa_type=UtcDateTime)
    approved_by: int | None = Field(default=None, foreign_key="person.id")


class SettlingRevision(SQLModel, table=True):
    """One change of what is settled or approved, append-only: who, when, what before and after.

    `number` counts the organisation's changes; None marks what was typed on an outdated card and
    kept without being applied. `press` is a digest of what was pressed, so that a second delivery
    of the same press is known.
    """

    __tablename__ = "settling_revision"
    __table_args__ = (UniqueConstraint("organisation_id", "number"),)

    id: int | None = primary_key()
    organisation_id: int = Field(foreign_key="organisation.id")
    category_id: int | None = Field(default=None, foreign_key="category.id")
    number: int | None = None
    at: datetime = Field(sa_type=UtcDateTime)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    action: str
    press: str
    before: dict[str, Any] = Field(sa_type=JSON)
    after: dict[str, Any] = Field(sa_type=JSON)
