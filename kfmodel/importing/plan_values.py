"""What HR's workbook says of the plan, once every cell has been checked."""

from dataclasses import dataclass

from kfmodel.plan import Measures


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One row of Mål."""

    organisation_code: str
    category: str
    to_year: int
    measures: Measures
    cell: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One row of Utfall."""

    organisation_code: str
    category: str
    year: int
    source: str
    measures: Measures
    cell: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity of a committee. `category` is None where it is for all of them."""

    committee_code: str
    area: str | None
    category: str | None
    description: str
    time_plan: str | None
    responsible: str | None
    follow_up: str | None
    challenge: str | None
    anchoring: str | None
    status: str | None
    cell: str


@dataclass(frozen=True, slots=True)
class FundingRow:
    """Amounts in whole kronor; None: not said."""

    committee_code: str
    period: str | None
    measure: str
    purpose: str | None
    asked_sek: int | None
    granted_sek: int | None
    financing: str | None
    deviations: str | None
    cell: str


@dataclass(frozen=True, slots=True)
class PlanRows:
    """The sheets Mål, Utfall, Aktiviteter and Medel."""

    goals: tuple[GoalRow, ...] = ()
    outcomes: tuple[OutcomeRow, ...] = ()
    activities: tuple[ActivityRow, ...] = ()
    funding: tuple[FundingRow, ...] = ()
