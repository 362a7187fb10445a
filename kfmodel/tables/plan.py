"""The plan of a cycle's committees: goals, what came of them, activities and funding."""

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from kfmodel.plan import GoalOrigin
from kfmodel.tables.columns import at_least_zero, one_of, primary_key, reference


class Goal(SQLModel, table=True):
    """People by `to_year`: an increase, and moves to each level. See GoalOrigin for which cycle
    follows it up."""

    __table_args__ = (
        UniqueConstraint("cycle_id", "origin", "organisation_id", "category_id", "to_year"),
        one_of("origin", GoalOrigin),
    )

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    organisation_id: int = reference("organisation.id")
    category_id: int = reference("category.id")
    to_year: int
    origin: str
    increase: float | None = None
    to_some: float | None = None
    to_good: float | None = None
    to_high: float | None = None
    to_very_high: float | None = None


class Outcome(SQLModel, table=True):
    """What HR's statistics say was achieved by a year."""

    __table_args__ = (
        UniqueConstraint("cycle_id", "organisation_id", "category_id", "year", "source"),
    )

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    organisation_id: int = reference("organisation.id")
    category_id: int = reference("category.id")
    year: int
    source: str
    increase: float | None = None
    to_some: float | None = None
    to_good: float | None = None
    to_high: float | None = None
    to_very_high: float | None = None


class PlannedActivity(SQLModel, table=True):
    """An activity of a committee; without a category it is for all of them. `position` is HR's
    order."""

    __tablename__ = "planned_activity"

    id: int | None = primary_key()
    cycle_id: int = reference("cycle.id")
    organisation_id: int = reference("organisation.id")
    category_id: int | None = reference("category.id", default=None)
    position: int
    area: str | None = None
    description: str
    time_plan: str | None = None
    responsible: str | None = None
    follow_up: str | None = None
    challenge: str | None = None
    anchoring: str | None = None
    status: str | None = None


class Funding(SQLModel, table=True):
    """Funding that a committee has asked for, in whole kronor; `position` is HR's order."""

    __table_args__ = (at_least_zero("asked_sek"), at_least_zero("granted_sek"))

    id: int | None = primary_key()
    cycle_id: int = reference("cycle.id")
    organisation_id: int = reference("organisation.id")
    position: int
    period: str | None = None
    measure: str
    purpose: str | None = None
    asked_sek: int | None = Field(default=None, sa_type=BigInteger)
    granted_sek: int | None = Field(default=None, sa_type=BigInteger)
    financing: str | None = None
    deviations: str | None = None
