"""What a compilation is made from: plain values, loaded by the repository in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kfmodel.answers import Answers
from kfmodel.dialogue import AnsweredAs, Previous, Progress
from kfmodel.organisation import Counting
from kfmodel.plan import Plan
from kfmodel.settling import Settled


@dataclass(frozen=True, slots=True)
class Committee:
    """One whose rows are compiled: a committee, or the division that is compiled by itself."""

    code: str
    name: str
    method: str


@dataclass(frozen=True, slots=True)
class Division:
    """A division of one of the committees."""

    code: str
    name: str
    committee_code: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One (organisation, category) that is asked, answered or not.

    `heads` is its weight: the staffing of the category in the organisation (or the pool of small
    units it stands for). `answers` is set only where it has been submitted. Times are UTC.
    """

    id: int
    committee_code: str
    division_name: str | None
    organisation_code: str
    organisation_name: str
    category: str
    heads: float
    units: int
    progress: Progress
    responsible: str
    changed_at: datetime | None
    submitted_at: datetime | None
    late: bool
    answered_as: AnsweredAs | None
    answers: Answers | None
    division_code: str | None = None


@dataclass(frozen=True, slots=True)
class Projection:
    """A category's staffing projection, summed to an organisation. Gap: available − needed."""

    headcount: float
    gap_2y: float | None
    gap_5y: float | None
    turnover_2y: float | None
    retirements_2y: float | None


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A staffed unit that no dialogue counts, or that one counts with other heads than staffed."""

    committee_code: str
    division_code: str | None
    organisation_name: str
    category: str


CommitteeCategory = tuple[str, str]
"""(code of the committee or division, category)"""


@dataclass(frozen=True, slots=True)
class Material:
    """A cycle as it is stored, for the committees that are compiled."""

    cycle: str
    year: int
    deadline_on: date
    measured_on: date | None
    counting: Counting | None
    source: str | None
    committees: tuple[Committee, ...]
    categories: tuple[str, ...]
    """Names in HR's order."""
    dialogues: tuple[Dialogue, ...]
    projections: Mapping[CommitteeCategory, Projection]
    previous: Mapping[CommitteeCategory, Previous]
    staffing: Mapping[CommitteeCategory, float]
    settled: Mapping[tuple[str, str], Settled] = field(default_factory=dict)
    """By (organisation code, category), of divisions and committees."""
    divisions: tuple[Division, ...] = ()
    """In HR's order. Projections and earlier answers are theirs as well."""
    approved: frozenset[str] = frozenset()
    """Codes of the organisations whose compilation is approved."""
    uncounted: tuple[Uncounted, ...] = ()
    plan: Plan = field(default_factory=Plan)
    earlier: tuple["Material", ...] = ()
    """The committees' newest earlier cycles, newest first; each without earlier ones of its own."""
    earlier_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a category was called in earlier cycles."""
