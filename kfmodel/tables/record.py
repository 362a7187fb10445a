"""What happened: append-only rows, which the database refuses to change or delete."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from kfmodel.tables.columns import UtcDateTime, primary_key, reference


class Revision(SQLModel, table=True):
    """One press: who, when, what before and after.

    `number` is the dialogue's revision afterwards; None marks what was typed on an outdated card
    and kept without being applied. `press` is a digest of what was pressed, so that a second
    delivery of the same press is known.
    """

    __table_args__ = (UniqueConstraint("dialogue_id", "number"),)

    id: int | None = primary_key()
    dialogue_id: int = Field(foreign_key="dialogue.id")
    number: int | None = None
    base_number: int
    at: datetime = Field(sa_type=UtcDateTime)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    verb: str
    step: str | None = None
    press: str
    before: dict[str, Any] = Field(sa_type=JSON)
    after: dict[str, Any] = Field(sa_type=JSON)


class AuditEntry(SQLModel, table=True):
    """Everything else that must be answerable: imports, bindings, compilations, downloads."""

    __tablename__ = "audit_entry"

    id: int | None = primary_key()
    at: datetime = Field(sa_type=UtcDateTime)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    cycle_id: int | None = reference("cycle.id", default=None)
    event: str
    detail: dict[str, Any] = Field(sa_type=JSON)


class Summary(SQLModel, table=True):
    """A compilation as it was sent: its time, its files and the workbook's hash.

    An `occasion` on which it is sent unasked, or to more than who asked, has one version, whoever
    compiles it. `facts` are a `SummaryFacts`; versions from before them are downloaded, not sent.
    """

    __table_args__ = (Index("ix_summary_cycle_id_occasion", "cycle_id", "occasion", unique=True),)

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    organisation_id: int = Field(foreign_key="organisation.id")
    compiled_at: datetime = Field(sa_type=UtcDateTime)
    compiled_by: int | None = Field(default=None, foreign_key="person.id")
    sha256: str
    workbook: bytes = Field(sa_type=LargeBinary)
    report: bytes = Field(sa_type=LargeBinary)
    occasion: str | None = None
    facts: dict[str, Any] | None = Field(default=None, sa_type=JSON)
