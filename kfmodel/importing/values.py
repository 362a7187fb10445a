"""What HR's workbook says, as plain values, once every cell has been checked."""

from dataclasses import dataclass, field
from datetime import date

from kfmodel.answers import Answers
from kfmodel.importing.plan_values import PlanRows
from kfmodel.organisation import Counting, OrganisationKind, Role
from kfmodel.scales import Likelihood, Need, Severity

__all__ = [
    "AnswerRow",
    "AssignmentRow",
    "CategoryRow",
    "Counting",
    "CycleFile",
    "CycleRow",
    "OrganisationKind",
    "OrganisationRow",
    "PreviousRow",
    "Problem",
    "ProjectionRow",
    "Role",
    "StaffingRow",
]


@dataclass(frozen=True, slots=True)
class CycleRow:
    """The sheet Omgång."""

    name: str
    year: int
    method: str
    opens_on: date
    deadline_on: date
    hr_email: str
    measured_on: date | None = None
    counting: Counting | None = None
    source: str | None = None
    reminder_days: str | None = None


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """One row of Organisation."""

    code: str
    name: str
    kind: OrganisationKind
    parent_code: str | None
    method: str | None
    cell: str


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One row of Personer: one role of one person at one organisation. `email` is lower case."""

    email: str
    name: str
    role: Role
    organisation_code: str
    entra_id: str | None
    language: str
    cell: str


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """One row of Yrkeskategorier."""

    name: str
    aid_code: str | None
    focus_area: str | None
    earlier_names: tuple[str, ...]
    cell: str


@dataclass(frozen=True, slots=True)
class ProjectionRow:
    """Gaps are available minus needed: −3 means three short. None: the cell was empty."""

    organisation_code: str
    category: str
    headcount: float
    gap_2y: float | None
    gap_5y: float | None
    turnover_2y: float | None
    retirements_2y: float | None
    cell: str


@dataclass(frozen=True, slots=True)
class StaffingRow:
    """One row of Bemanning: how many work there, in people or full-time equivalents."""

    organisation_code: str
    category: str
    heads: float
    cell: str


@dataclass(frozen=True, slots=True)
class PreviousRow:
    """What was answered (a unit) or settled (a committee) in an earlier cycle; levels in points."""

    year: int
    organisation_code: str
    category: str
    need_2y: Need | None
    need_5y: Need | None
    level_some: int | None
    level_good: int | None
    level_high: int | None
    level_very_high: int | None
    severity: Severity | None
    likelihood: Likelihood | None
    severity_operations: Severity | None
    severity_work_environment: Severity | None
    cell: str


@dataclass(frozen=True, slots=True)
class CycleFile:
    """One import workbook. `cell` of a row is its first cell, as `Sheet!A4`, for later errors."""

    cycle: CycleRow
    organisations: tuple[OrganisationRow, ...]
    assignments: tuple[AssignmentRow, ...]
    categories: tuple[CategoryRow, ...]
    projections: tuple[ProjectionRow, ...]
    staffing: tuple[StaffingRow, ...]
    previous: tuple[PreviousRow, ...]
    plan: PlanRows = field(default_factory=PlanRows)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row of the answers workbook."""

    organisation_code: str
    category: str
    answers: Answers
    cell: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a workbook; `cell` as `Sheet!A4`."""

    cell: str
    text: str

    def __str__(self) -> str:
        return f"{self.cell}: {self.text}"
