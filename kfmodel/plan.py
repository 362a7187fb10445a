"""Words of the plan: goals and what came of them, activities, funding."""

from dataclasses import astuple, dataclass, fields
from enum import StrEnum


class GoalOrigin(StrEnum):
    """Where a cycle's goal comes from: HR's sheet says what the plan before it aimed at, and is
    followed up in the cycle itself; what the cycle sets is followed up in the next one."""

    IMPORTED = "imported"
    SET = "set"


STATUSES = ("Planerad", "Pågår", "Genomförd", "Avslutad i förtid")
"""Where an activity may stand: the words that are offered; any other is taken too."""

FINISHED = frozenset({"Genomförd", "Avslutad i förtid"})


@dataclass(frozen=True, slots=True)
class Measures:
    """People: the increase, and the moves to each level. A decrease is negative, None not said."""

    increase: float | None = None
    to_some: float | None = None
    to_good: float | None = None
    to_high: float | None = None
    to_very_high: float | None = None

    def __add__(self, other: "Measures") -> "Measures":
        """Both together; what one of them does not say is the other's."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Measures(*(_sum(one, another) for one, another in pairs))


MEASURES = tuple(field.name for field in fields(Measures))


def _sum(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else round(one + other, 2)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a row of the plan belongs to: a committee, and the division where it is one's own or
    that of a unit in it."""

    committee_code: str
    division_code: str | None = None

    def is_within(self, code: str) -> bool:
        """Whether the committee or division with the code has it in its plan."""
        return code in (self.committee_code, self.division_code)


@dataclass(frozen=True, slots=True)
class Goal:
    """What is aimed at for a category by a year."""

    owner: Owner
    category: str
    to_year: int
    measures: Measures


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a source says was achieved by a year."""

    owner: Owner
    category: str
    year: int
    source: str
    measures: Measures


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """An activity of a committee; `category` is None where it is for all of them."""

    owner: Owner
    category: str | None
    area: str | None
    description: str
    time_plan: str | None = None
    responsible: str | None = None
    follow_up: str | None = None
    challenge: str | None = None
    anchoring: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Funding:
    """Funding that a committee has asked for, in whole kronor; None: not said."""

    owner: Owner
    period: str | None
    measure: str
    purpose: str | None = None
    asked_sek: int | None = None
    granted_sek: int | None = None
    financing: str | None = None
    deviations: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A cycle's plan. `goals` are those that it follows up, `next_goals` those that it sets."""

    goals: tuple[Goal, ...] = ()
    next_goals: tuple[Goal, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    activities: tuple[PlannedActivity, ...] = ()
    funding: tuple[Funding, ...] = ()
