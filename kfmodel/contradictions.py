"""Answers that do not sit well together. They are pointed out, never refused."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from kfmodel.answers import HEADS_NEEDED, Answers
from kfmodel.scales import Need, Severity


class Contradiction(StrEnum):
    """In the order the questions are asked."""

    NEED_FAR_FROM_TODAY = "need_far_from_today"
    LESS_NEED_BUT_SERIOUS = "less_need_but_serious"
    NO_CHANGE_BUT_SERIOUS = "no_change_but_serious"
    LARGE_GAP_WITHOUT_ACTIVITY = "large_gap_without_activity"
    LEVELS_DO_NOT_SUM = "levels_do_not_sum"


class FarNeed(NamedTuple):
    """A number of people needed in so many years, and today's that it is far from."""

    years: int
    needed: int
    today: int


def contradictions(answers: Answers) -> tuple[Contradiction, ...]:
    """Every contradiction in the answers."""
    return tuple(found for found, rule in _RULES.items() if rule(answers))


def levels_total(answers: Answers) -> int:
    """What the percentage points sum to; moves always sum to 0."""
    return sum(answers.levels or ())


def need_far_from_today(answers: Answers) -> FarNeed | None:
    """The first horizon that needs more than twice as many as today, or fewer than half: a slip of
    the finger more often than a plan. The limits are the project's own."""
    if answers.heads_now is None:
        return None
    today = sum(answers.heads_now)
    for years in HEADS_NEEDED:
        heads = answers.heads_needed(years)
        if heads is not None and not today <= 2 * sum(heads) <= 4 * today:
            return FarNeed(years, sum(heads), today)
    return None


def _is_serious(answers: Answers) -> bool:
    return Severity.SERIOUS in answers.severities


def _less_need_but_serious(answers: Answers) -> bool:
    return _is_serious(answers) and (
        answers.need_2y in (Need.LESS, Need.MUCH_LESS) or _fewer_needed(answers)
    )


def _fewer_needed(answers: Answers) -> bool:
    now, needed = answers.heads_now, answers.heads_needed(2)
    return now is not None and needed is not None and sum(needed) < sum(now)


def _no_change_but_serious(answers: Answers) -> bool:
    """Of heads alone: other methods ask of gaps that no number tells."""
    now = answers.heads_now
    unchanged = now is not None and all(
        answers.heads_needed(years) == now for years in HEADS_NEEDED
    )
    return unchanged and _is_serious(answers)


def _large_gap_without_activity(answers: Answers) -> bool:
    large = answers.need_2y is Need.MUCH_MORE or _is_serious(answers)
    return large and not answers.activities


def _levels_do_not_sum(answers: Answers) -> bool:
    return levels_total(answers) != 0


_RULES: dict[Contradiction, Callable[[Answers], bool]] = {
    Contradiction.NEED_FAR_FROM_TODAY: lambda answers: need_far_from_today(answers) is not None,
    Contradiction.LESS_NEED_BUT_SERIOUS: _less_need_but_serious,
    Contradiction.NO_CHANGE_BUT_SERIOUS: _no_change_but_serious,
    Contradiction.LARGE_GAP_WITHOUT_ACTIVITY: _large_gap_without_activity,
    Contradiction.LEVELS_DO_NOT_SUM: _levels_do_not_sum,
}
