"""What a manager has answered about one category of one organisation."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from kfmodel.scales import Likelihood, Need, Severity

MOVES = ("move_some_good", "move_good_high", "move_high_very_high")
LEVELS = ("level_some", "level_good", "level_high", "level_very_high")
HEADS_NOW = ("now_some", "now_good", "now_high", "now_very_high")
HEADS_NEEDED = {
    2: ("need_2y_some", "need_2y_good", "need_2y_high", "need_2y_very_high"),
    5: ("need_5y_some", "need_5y_good", "need_5y_high", "need_5y_very_high"),
}
"""By horizon in years."""

HeadsByLevel = tuple[int, int, int, int]
"""Whole heads at Viss, God, Hög and Mycket hög."""


@dataclass(frozen=True, slots=True)
class Activity:
    """A measure proposed or under way.

    `area` is an area's id of the method, `challenge` the driver's whose strategic challenge it
    answers; `anchoring` says which gap it closes. `asked_sek` is funding asked for, in kronor.
    """

    description: str
    area: str | None = None
    time_plan: str | None = None
    responsible: str | None = None
    follow_up: str | None = None
    challenge: str | None = None
    anchoring: str | None = None
    asked_sek: int | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """Every answer; None means not answered.

    Levels are given either as moves (people who need to go from one level to the next) or as whole
    percentage points, missing (+) or in surplus (−), never as both. A method that counts heads asks
    instead for the heads at each level, now and as needed at each horizon. Risk is one severity,
    or one for operations and one for the work environment, as the method says.
    """

    headcount_ok: bool | None = None
    headcount_actual: int | None = None
    need_2y: Need | None = None
    need_5y: Need | None = None
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
    severity: Severity | None = None
    severity_operations: Severity | None = None
    severity_work_environment: Severity | None = None
    likelihood: Likelihood | None = None
    specific_gap: str | None = None
    comment: str | None = None
    drivers: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()

    @property
    def moves(self) -> tuple[int, int, int] | None:
        """People who need to go from each level to the next, where they were given as such."""
        if self.move_some_good is None:
            return None
        return self.move_some_good, self.move_good_high or 0, self.move_high_very_high or 0

    @property
    def levels(self) -> tuple[int, int, int, int] | None:
        """Percentage points, where they were given as such."""
        if self.level_some is None:
            return None
        return (
            self.level_some,
            self.level_good or 0,
            self.level_high or 0,
            self.level_very_high or 0,
        )

    @property
    def heads_now(self) -> HeadsByLevel | None:
        """Heads at each level today; None until all four are known."""
        return self._heads(HEADS_NOW)

    def heads_needed(self, horizon: int) -> HeadsByLevel | None:
        """Heads needed at each level in so many years; None until all four are known."""
        return self._heads(HEADS_NEEDED[horizon])

    def _heads(self, names: tuple[str, str, str, str]) -> HeadsByLevel | None:
        some, good, high, very_high = (getattr(self, name) for name in names)
        return None if None in (some, good, high, very_high) else (some, good, high, very_high)

    @property
    def severities(self) -> tuple[Severity, ...]:
        """Every severity given, whether risk is asked as one or apart."""
        given = (getattr(self, name) for name in SEVERITIES)
        return tuple(severity for severity in given if severity is not None)

    def with_values(self, values: Mapping[str, Any]) -> Self:
        """The same with other values, by their names."""
        return replace(self, **values)

    def as_record(self) -> dict[str, Any]:
        """Plain values for a revision row; what is not answered is absent."""
        given = {name: value for name in COLUMNS if (value := getattr(self, name)) is not None}
        if self.drivers:
            given["drivers"] = list(self.drivers)
        if self.activities:
            given["activities"] = [
                {name: value for name, value in asdict(activity).items() if value is not None}
                for activity in self.activities
            ]
        return given


ANSWER_FIELDS = tuple(field.name for field in fields(Answers))
"""Names of all answers, in the order they are asked."""

ACTIVITY_FIELDS = tuple(field.name for field in fields(Activity))
"""Names of what an activity has, in the order they are asked."""

SEVERITIES = tuple(name for name in ANSWER_FIELDS if name.startswith("severity"))
"""The answers that are a severity."""

COLUMNS = tuple(name for name in ANSWER_FIELDS if name not in {"drivers", "activities"})
"""The answers that are columns of a dialogue; the rest are rows of their own."""
