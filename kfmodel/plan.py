"""Words of the plan: goals and what came of them, in people."""

from dataclasses import astuple, dataclass, fields
from enum import StrEnum


class GoalOrigin(StrEnum):
    """Where a cycle's goal comes from: HR's sheet says what the plan before it aimed at, and is
    followed up in the cycle itself; what the cycle sets is followed up in the next one."""

    IMPORTED = "imported"
    SET = "set"


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
