"""Answers that do not sit well together. They are pointed out, never refused."""

from collections.abc import Callable
from enum import StrEnum

from kfmodel.answers import Answers
from kfmodel.scales import Need, Severity


class Contradiction(StrEnum):
    """In the order the questions are asked."""

    LESS_NEED_BUT_SERIOUS = "less_need_but_serious"
    LARGE_GAP_WITHOUT_ACTIVITY = "large_gap_without_activity"
    LEVELS_DO_NOT_SUM = "levels_do_not_sum"


def contradictions(answers: Answers) -> tuple[Contradiction, ...]:
    """Every contradiction in the answers."""
    return tuple(found for found, rule in _RULES.items() if rule(answers))


def levels_total(answers: Answers) -> int:
    """What the percentage points sum to; moves always sum to 0."""
    return sum(answers.levels or ())


def _less_need_but_serious(answers: Answers) -> bool:
    less = answers.need_2y in (Need.LESS, Need.MUCH_LESS)
    return less and answers.severity is Severity.SERIOUS


def _large_gap_without_activity(answers: Answers) -> bool:
    large = answers.need_2y is Need.MUCH_MORE or answers.severity is Severity.SERIOUS
    return large and not answers.activities


def _levels_do_not_sum(answers: Answers) -> bool:
    return levels_total(answers) != 0


_RULES: dict[Contradiction, Callable[[Answers], bool]] = {
    Contradiction.LESS_NEED_BUT_SERIOUS: _less_need_but_serious,
    Contradiction.LARGE_GAP_WITHOUT_ACTIVITY: _large_gap_without_activity,
    Contradiction.LEVELS_DO_NOT_SUM: _levels_do_not_sum,
}
