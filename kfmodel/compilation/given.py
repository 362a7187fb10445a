"""What an answer says: to each question on a scale, and of each competence level."""

from collections.abc import Callable
from functools import lru_cache

from kfmodel.answers import Answers
from kfmodel.calculations import (
    LevelHeads,
    Levels,
    heads_of_moves,
    heads_of_points,
    level_shares,
)
from kfmodel.scales import Likelihood, Need, Severity

QUESTIONS: dict[str, Callable[[Answers], Need | Severity | Likelihood | None]] = {
    "need_2y": lambda answers: answers.need_2y,
    "need_5y": lambda answers: answers.need_5y,
    "severity": lambda answers: answers.severity,
    "severity_operations": lambda answers: answers.severity_operations,
    "severity_work_environment": lambda answers: answers.severity_work_environment,
    "likelihood": lambda answers: answers.likelihood,
}
"""The questions on a scale, in the order they are asked."""


def level_heads(answers: Answers, heads: float) -> LevelHeads | None:
    """Heads missing or in surplus at each level; None where levels were not answered."""
    if answers.moves is not None:
        return heads_of_moves(answers.moves)
    if answers.levels is not None:
        return heads_of_points(answers.levels, heads)
    return None


def unit_levels(answers: Answers | None, heads: float) -> Levels | None:
    """One unit's shares: as it gave them, or from its moves."""
    if answers is None:
        return None
    return answers.levels or (_shares_of_moves(answers.moves, heads) if answers.moves else None)


@lru_cache(maxsize=8192)
def _shares_of_moves(moves: tuple[int, int, int], heads: float) -> Levels | None:
    return level_shares([(heads, heads_of_moves(moves))])
