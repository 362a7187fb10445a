"""What a compilation holds: plain values, each figure beside the dialogues it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from kfmodel.answers import Answers
from kfmodel.calculations import Change, Levels, PeopleRange, change
from kfmodel.compilation.followed_plan import FollowedPlan
from kfmodel.compilation.material import Committee, Dialogue, Projection, Uncounted
from kfmodel.compilation.table import Table
from kfmodel.compilation.voice import Voice
from kfmodel.dialogue import Previous
from kfmodel.methods import Method
from kfmodel.organisation import Counting, OrganisationKind
from kfmodel.scales import Likelihood, Need, Severity, rank
from kfmodel.settling import Settled


@dataclass(frozen=True, slots=True)
class DialogueRow:
    """One dialogue; `masked` where its group is too small to be shown, or where a small one could
    be worked out if it were."""

    committee: Committee
    method: Method
    dialogue: Dialogue
    masked: bool

    @property
    def submitted(self) -> bool:
        return self.dialogue.answers is not None


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One answer to one question: who gave it. `share_pct` is of the heads that answered it;
    a question's are together 100 where none is hidden.

    A masked row stands for the answers that are hidden, or for a whole hidden category."""

    committee: Committee
    method: Method
    category: str
    question: str | None = None
    answer: Need | Severity | Likelihood | None = None
    units: int = 0
    heads: int | float = 0
    share_pct: int | None = None
    masked: bool = False


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """One category of a committee, or of the division that is compiled: what was projected and what
    the submitted answers come to.

    Gap and recruitment come from the projection alone, the rest from `dialogues` and what divisions
    have settled. None is what nobody gave. A masked row keeps its values, but no table prints them;
    where `answers_hidden` it has none that come from answers.
    """

    committee: Committee
    method: Method
    category: str
    dialogues: tuple[DialogueRow, ...]
    headcount: int | float
    staffed_heads: int | float | None
    gap_2y: int | float | None
    gap_5y: int | float | None
    turnover_2y: int | float | None
    retirements_2y: int | float | None
    recruitment_2y: int | float | None
    masked: bool
    answers_hidden: bool
    staffing_hidden: bool
    answers: Answers
    """What the row says: as it is settled, else as it was compiled."""
    compiled: Answers
    voices: tuple[Voice, ...]
    """Whose answers `compiled` is made from; none where they are hidden."""
    assessed_2y: PeopleRange | None
    assessed_5y: PeopleRange | None
    heads_answered_pct: int | None
    all_speak: bool
    """Whether every unit has answered, or its division settled for it."""
    projected: bool
    """Whether headcount is the projection's, else it is the units' staffing."""
    baseline: Projection | None
    """The committee's projection, on which units' needs are set; None where there is none."""
    has_specific_gap: bool = False
    """Whether a unit whose answers are shown has told of one."""
    has_activity: bool = False
    """Whether one of them has proposed an activity."""
    settlement: Settled | None = None
    previous: Previous | None = None
    """As HR's file says, else as the earlier cycle came to."""
    earlier: "EarlierRow | None" = None

    @property
    def settled(self) -> bool:
        return self.settlement is not None

    @property
    def projected_above(self) -> bool:
        """Whether it is a division's, and the projection is its committee's alone."""
        return self.baseline is not None and not self.projected

    @property
    def need_2y(self) -> Need | None:
        return self.answers.need_2y

    @property
    def need_5y(self) -> Need | None:
        return self.answers.need_5y

    @property
    def levels(self) -> Levels | None:
        return self.answers.levels

    @property
    def severity(self) -> Severity | None:
        return self.answers.severity

    @property
    def severity_operations(self) -> Severity | None:
        return self.answers.severity_operations

    @property
    def severity_work_environment(self) -> Severity | None:
        return self.answers.severity_work_environment

    @property
    def likelihood(self) -> Likelihood | None:
        return self.answers.likelihood

    @property
    def change(self) -> Change | None:
        """Which way the risk has moved since the last cycle: where it is judged apart, the more
        severe of the two."""
        return change(self.severity_before, worst(self.answers.severities))

    @property
    def severity_before(self) -> Severity | None:
        """The last cycle's risk; where it was judged apart, the more severe of the two."""
        return worst(self.previous.severities) if self.previous else None

    @property
    def submitted(self) -> tuple[DialogueRow, ...]:
        return tuple(row for row in self.dialogues if row.submitted)

    @property
    def shown(self) -> tuple[DialogueRow, ...]:
        """Those whose answers and comments may be shown one by one."""
        return tuple(row for row in self.submitted if not row.masked)

    @property
    def serious_units(self) -> tuple[str, ...]:
        """Names of the units that answered "Allvarlig" and may be shown.

        One that covers a small group is left out too: the median beside it would give the small
        group's answer away.
        """
        return tuple(
            row.dialogue.organisation_name
            for row in self.dialogues
            if row.dialogue.answers is not None
            and Severity.SERIOUS in row.dialogue.answers.severities
            and not row.masked
        )

    @property
    def units_answered(self) -> int:
        """How many units the submitted dialogues speak for: one may stand for several small
        ones."""
        return sum(row.dialogue.units for row in self.dialogues if row.submitted)

    @property
    def units_total(self) -> int:
        """How many units are asked."""
        return sum(row.dialogue.units for row in self.dialogues)


def worst(severities: Iterable[Severity]) -> Severity | None:
    """The most severe; None of none."""
    return max(severities, key=rank, default=None)


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """The category in the committee's newest earlier cycle that is stored."""

    year: int
    row: CategoryRow


class Status(StrEnum):
    """How what a check looked at stands."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Check:
    """What one check found; `detail` is Swedish text for HR."""

    name: str
    status: Status
    detail: str


@dataclass(frozen=True, slots=True)
class Compilation:
    """A cycle compiled at one moment (UTC)."""

    cycle: str
    year: int
    deadline_on: date
    measured_on: date | None
    counting: Counting | None
    source: str | None
    compiled_at: datetime
    committees: tuple[Committee, ...]
    methods: tuple[Method, ...]
    rows: tuple[CategoryRow, ...]
    """One a committee and category, in HR's order; of a division's, one a category."""
    dialogues: tuple[DialogueRow, ...]
    """Every dialogue, answered or not, in the material's order."""
    uncounted: tuple[Uncounted, ...] = ()
    plan: FollowedPlan = field(default_factory=FollowedPlan)
    checks: tuple[Check, ...] = ()
    tables: tuple[Table[Any], ...] = ()
    divisions: tuple[CategoryRow, ...] = ()
    """The rows of a committee's divisions; `committee` is the division."""
    level: OrganisationKind = OrganisationKind.COMMITTEE
    not_approved: tuple[Committee, ...] = ()
    """Committees whose compilation the city may not see yet."""
