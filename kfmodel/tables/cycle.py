"""A cycle (omgång) and what belongs to it alone: organisation, categories, staffing, projection."""

from datetime import date, datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from kfmodel.organisation import Counting, OrganisationKind
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.tables.columns import (
    UtcDateTime,
    at_least_zero,
    between,
    one_of,
    primary_key,
    reference,
)


class Cycle(SQLModel, table=True):
    """Dates are days in Sweden; the deadline ends at 24:00 Europe/Stockholm. `reminder_days` are
    working days before it, as `schedule_of` reads them; `deadline_moved_at` is when it got another
    day than before, `earlier_deadlines` are the days before that and until when they were, oldest
    first; nothing is sent while it is paused."""

    __table_args__ = (one_of("counting", Counting),)

    id: int | None = primary_key()
    name: str = Field(unique=True)
    year: int = Field(index=True)
    method: str
    opens_on: date
    deadline_on: date
    deadline_moved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    earlier_deadlines: list[tuple[str, str]] | None = Field(default=None, sa_type=JSON)
    hr_email: str
    measured_on: date | None = None
    counting: str | None = None
    source: str | None = None
    reminder_days: str | None = None
    paused_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Organisation(SQLModel, table=True):
    """A city, committee, division or unit of one cycle; `committee_id` and `division_id` are the
    nearest of that kind, itself included. `position` is HR's order."""

    __table_args__ = (UniqueConstraint("cycle_id", "code"), one_of("kind", OrganisationKind))

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    position: int
    code: str
    name: str
    kind: str
    parent_id: int | None = reference("organisation.id", default=None)
    committee_id: int | None = reference("organisation.id", default=None)
    division_id: int | None = reference("organisation.id", default=None)
    method: str | None = None


class Category(SQLModel, table=True):
    """Occupational category (yrkeskategori); `position` is HR's order."""

    __table_args__ = (UniqueConstraint("cycle_id", "name"),)

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    position: int
    name: str
    aid_code: str | None = None
    focus_area: str | None = None


class CategoryEarlierName(SQLModel, table=True):
    """What a category was called in an earlier cycle; names link cycles."""

    __tablename__ = "category_earlier_name"

    category_id: int = Field(foreign_key="category.id", primary_key=True)
    name: str = Field(primary_key=True)


class Staffing(SQLModel, table=True):
    """Heads of a category in an organisation, and the dialogue that they are asked about in."""

    __table_args__ = (
        UniqueConstraint("cycle_id", "organisation_id", "category_id"),
        at_least_zero("heads"),
    )

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    organisation_id: int = reference("organisation.id")
    category_id: int = reference("category.id")
    heads: float
    dialogue_id: int | None = reference("dialogue.id", default=None)


class Projection(SQLModel, table=True):
    """Staffing projection as given; gaps are available minus needed."""

    __table_args__ = (
        UniqueConstraint("cycle_id", "organisation_id", "category_id"),
        at_least_zero("headcount"),
    )

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    organisation_id: int = reference("organisation.id")
    category_id: int = reference("category.id")
    headcount: float
    gap_2y: float | None = None
    gap_5y: float | None = None
    turnover_2y: float | None = None
    retirements_2y: float | None = None


class PreviousAnswer(SQLModel, table=True):
    """An earlier cycle's answer (of a unit) or settled row (of a committee)."""

    __tablename__ = "previous_answer"
    __table_args__ = (
        UniqueConstraint("cycle_id", "organisation_id", "category_id", "year"),
        one_of("need_2y", Need),
        one_of("need_5y", Need),
        one_of("severity", Severity),
        one_of("severity_operations", Severity),
        one_of("severity_work_environment", Severity),
        one_of("likelihood", Likelihood),
        *(between(f"level_{level}", -100, 100) for level in ("some", "good", "high", "very_high")),
    )

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    organisation_id: int = reference("organisation.id")
    category_id: int = reference("category.id")
    year: int
    need_2y: str | None = None
    need_5y: str | None = None
    level_some: int | None = None
    level_good: int | None = None
    level_high: int | None = None
    level_very_high: int | None = None
    severity: str | None = None
    severity_operations: str | None = None
    severity_work_environment: str | None = None
    likelihood: str | None = None
