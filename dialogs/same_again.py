"""The organisation's own last values, answered once more."""

from typing import Any

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, LEVELS, MOVES, Answers
from kfmodel.calculations.headcount import headcount_counted
from kfmodel.dialogue import Previous
from kfmodel.methods import Method


def can_be_same(method: Method, previous: Previous) -> bool:
    """Whether last time's values can be given again: heads by level are only known of a cycle that
    is stored."""
    return not method.counts_heads() or previous.heads_now is not None


def same_again(method: Method, answers: Answers, previous: Previous, heads: float) -> Answers:
    """The answers with last time's values: those that the method asks for and still offers; others
    are emptied, and so said to be missing. Levels come as percentage points. Words of the gap are
    only known where the last cycle is stored; else they are left as they are. `heads` is the
    group's headcount now, which what was counted then may differ from."""
    values = _scales(method, previous) | dict.fromkeys((*MOVES, *LEVELS))
    if method.asks_shares() and previous.levels:
        values |= zip(LEVELS, previous.levels, strict=True)
    if method.counts_heads():
        values |= _heads(previous) | headcount_counted(previous.heads_now, heads)
    if previous.specific_gap:
        values["specific_gap"] = previous.specific_gap
    return answers.with_values(values)


def _scales(method: Method, previous: Previous) -> dict[str, Any]:
    questions = ("need_2y", "need_5y", *method.risk_questions)
    values = {name: getattr(previous, name) for name in questions}
    return {name: v if v in method.offers(name) else None for name, v in values.items()}


def _heads(previous: Previous) -> dict[str, int]:
    by_name = {
        HEADS_NOW: previous.heads_now,
        HEADS_NEEDED[2]: previous.heads_2y,
        HEADS_NEEDED[5]: previous.heads_5y,
    }
    known = ((names, heads) for names, heads in by_name.items() if heads)
    return {
        name: number for names, heads in known for name, number in zip(names, heads, strict=True)
    }
