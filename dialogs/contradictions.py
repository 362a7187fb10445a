"""Answers that do not sit well together. They are pointed out, never refused."""

from collections.abc import Callable

from dialogs.screen import Notice
from kfmodel.answers import Answers
from kfmodel.scales import Need, Severity


def less_need_but_serious(answers: Answers) -> Notice | None:
    if answers.need_2y in (Need.LESS, Need.MUCH_LESS) and answers.severity is Severity.SERIOUS:
        return Notice("contradiction.less_need_but_serious")
    return None


def large_gap_without_activity(answers: Answers) -> Notice | None:
    large = answers.need_2y is Need.MUCH_MORE or answers.severity is Severity.SERIOUS
    if large and not answers.activities:
        return Notice("contradiction.large_gap_without_activity")
    return None


def levels_do_not_sum_to_zero(answers: Answers) -> Notice | None:
    total = sum(answers.levels or ())
    if total:
        return Notice("contradiction.levels_do_not_sum", {"total": total})
    return None


_RULES: tuple[Callable[[Answers], Notice | None], ...] = (
    less_need_but_serious,
    large_gap_without_activity,
    levels_do_not_sum_to_zero,
)


def contradictions(answers: Answers) -> tuple[Notice, ...]:
    """Every contradiction in the answers, in the order the questions are asked."""
    return tuple(notice for rule in _RULES if (notice := rule(answers)))
