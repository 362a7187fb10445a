"""Words of the dialogue: where it stands, who answers it and as what."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum

from kfmodel.answers import Answers, HeadsByLevel
from kfmodel.organisation import Counting, OrganisationKind
from kfmodel.scales import Likelihood, Need, Severity


class Progress(StrEnum):
    """Where a dialogue stands."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"


class Capacity(StrEnum):
    """In which capacity a person may answer: for their own organisation, or for a vacant post."""

    MANAGER = "manager"
    VACANCY = "vacancy"


class AnsweredAs(StrEnum):
    """In which capacity someone answered."""

    MANAGER = "manager"
    VACANCY = "vacancy"
    ENTERED_BY_HR = "entered_by_hr"


@dataclass(frozen=True, slots=True)
class Previous:
    """What was answered or settled in an earlier cycle; levels in percentage points."""

    year: int
    need_2y: Need | None = None
    need_5y: Need | None = None
    levels: tuple[int, int, int, int] | None = None
    severity: Severity | None = None
    likelihood: Likelihood | None = None
    severity_operations: Severity | None = None
    severity_work_environment: Severity | None = None
    heads_now: HeadsByLevel | None = None
    heads_2y: HeadsByLevel | None = None
    heads_5y: HeadsByLevel | None = None
    specific_gap: str | None = None

    @property
    def severities(self) -> tuple[Severity, ...]:
        """Every severity known, whether risk was judged as one or apart."""
        known = (self.severity, self.severity_operations, self.severity_work_environment)
        return tuple(severity for severity in known if severity is not None)


def newest(given: Previous | None, stored: Previous | None) -> Previous | None:
    """What HR's file says of the past beside what is stored: the newest year counts, and within a
    year HR's file goes first, value by value."""
    if given is None or stored is None:
        return given or stored
    if given.year != stored.year:
        return max(given, stored, key=lambda previous: previous.year)
    values = {field.name: getattr(given, field.name) for field in fields(Previous)}
    known = {name: value for name, value in values.items() if value is not None}
    return replace(stored, **known)


@dataclass(frozen=True, slots=True)
class Returned:
    """Why a division head or HR wants it answered again; `by` is None for whoever runs the
    service."""

    comment: str
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known before anyone answers. Heads may have decimals where HR counts årsarbetare.

    `locked` while the compilation that it is part of is approved.
    `previous` is the organisation's own last answer; `committee_previous` the committee's settled
    row, which is shown and never copied. `position` of `total` is the category's place among the
    person's own.
    """

    dialogue_id: int
    cycle: str
    year: int
    opens_on: date
    deadline_on: date
    closed: bool
    method: str
    organisation: str
    organisation_kind: OrganisationKind
    committee: str
    category: str
    heads: float
    units: int
    committee_headcount: float | None
    gap_2y: float | None
    gap_5y: float | None
    capacity: Capacity
    position: int
    total: int
    previous: Previous | None
    committee_previous: Previous | None
    locked: bool = False
    counting: Counting | None = None


@dataclass(frozen=True, slots=True)
class State:
    """Where a dialogue stands. `last_press` is the digest of the press that led here; `returned` is
    set from when it was returned until it is submitted again."""

    answers: Answers
    progress: Progress
    step: str | None
    revision: int
    changed_at: datetime | None = None
    changed_by: str | None = None
    submitted_at: datetime | None = None
    late: bool = False
    last_press: str | None = None
    returned: Returned | None = None
