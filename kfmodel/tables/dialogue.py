"""A dialogue: what is asked and answered about one category of one organisation in one cycle."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, LEVELS, MOVES
from kfmodel.dialogue import AnsweredAs, Capacity, Progress
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.tables.columns import (
    UtcDateTime,
    at_least_zero,
    between,
    one_of,
    primary_key,
    reference,
)


class Dialogue(SQLModel, table=True):
    """`heads` (its weight), the committee's projection and the earlier answers are set by the
    import: `earlier_id` is the dialogue of the same group in the last cycle that has one. The rest
    is set by whoever answers. Levels are moves in people or whole percentage points, never both; or
    heads at each level, now and needed, as the method says. `locked` while the
    compilation of its division or committee is approved; a comment is of whoever has returned it,
    until it is submitted again."""

    __table_args__ = (
        UniqueConstraint("cycle_id", "organisation_id", "category_id"),
        one_of("progress", Progress),
        one_of("answered_as", AnsweredAs),
        one_of("need_2y", Need),
        one_of("need_5y", Need),
        one_of("severity", Severity),
        one_of("severity_operations", Severity),
        one_of("severity_work_environment", Severity),
        one_of("likelihood", Likelihood),
        at_least_zero("headcount_actual"),
        *(at_least_zero(move) for move in MOVES),
        *(between(level, -100, 100) for level in LEVELS),
        *(at_least_zero(heads) for heads in (*HEADS_NOW, *HEADS_NEEDED[2], *HEADS_NEEDED[5])),
        CheckConstraint("move_some_good IS NULL OR level_some IS NULL", name="levels_one_way"),
        CheckConstraint(
            "(progress = 'submitted') = (submitted_at IS NOT NULL)", name="submitted_has_time"
        ),
    )

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    organisation_id: int = reference("organisation.id")
    category_id: int = reference("category.id")
    heads: float
    units: int
    committee_headcount: float | None = None
    committee_gap_2y: float | None = None
    committee_gap_5y: float | None = None
    earlier_id: int | None = reference("dialogue.id", default=None)
    previous_id: int | None = Field(default=None, foreign_key="previous_answer.id")
    committee_previous_id: int | None = Field(default=None, foreign_key="previous_answer.id")

    progress: str = Progress.NOT_STARTED
    step: str | None = None
    revision: int = 0
    last_press: str | None = None
    changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    changed_by: int | None = Field(default=None, foreign_key="person.id")
    submitted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    submitted_by: int | None = Field(default=None, foreign_key="person.id")
    late: bool = False
    answered_as: str | None = None
    locked: bool = False
    return_comment: str | None = None
    returned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    returned_by: int | None = Field(default=None, foreign_key="person.id")

    headcount_ok: bool | None = None
    headcount_actual: int | None = None
    need_2y: str | None = None
    need_5y: str | None = None
    move_some_good: int | None = None
    move_good_high: int | None = None
    move_high_very_high: int | None = None
    level_some: int | None = None
    level_good: int | None = None
    level_high: int | None = None
    level_very_high: int | None = None
    now_some: int | None = None
    now_good: int | None = None
    now_high: int | None = None
    now_very_high: int | None = None
    need_2y_some: int | None = None
    need_2y_good: int | None = None
    need_2y_high: int | None = None
    need_2y_very_high: int | None = None
    need_5y_some: int | None = None
    need_5y_good: int | None = None
    need_5y_high: int | None = None
    need_5y_very_high: int | None = None
    severity: str | None = None
    severity_operations: str | None = None
    severity_work_environment: str | None = None
    likelihood: str | None = None
    specific_gap: str | None = None
    comment: str | None = None


class Responsibility(SQLModel, table=True):
    """Who may answer a dialogue, and in which capacity. `position` of `total` is the category's
    place among the person's own in that cycle."""

    __table_args__ = (one_of("capacity", Capacity),)

    dialogue_id: int = Field(foreign_key="dialogue.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    capacity: str
    position: int
    total: int


class DialogueDriver(SQLModel, table=True):
    """A driver (påverkansfaktor) that was chosen."""

    __tablename__ = "dialogue_driver"

    dialogue_id: int = Field(foreign_key="dialogue.id", primary_key=True)
    driver: str = Field(primary_key=True)


class DialogueActivity(SQLModel, table=True):
    """An activity that a manager proposed; `asked_sek` is in kronor."""

    __tablename__ = "dialogue_activity"
    __table_args__ = (at_least_zero("asked_sek"),)

    dialogue_id: int = Field(foreign_key="dialogue.id", primary_key=True)
    position: int = Field(primary_key=True)
    description: str
    area: str | None = None
    time_plan: str | None = None
    responsible: str | None = None
    follow_up: str | None = None
    challenge: str | None = None
    anchoring: str | None = None
    asked_sek: int | None = None
