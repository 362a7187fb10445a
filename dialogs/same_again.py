"""The organisation's own last values, answered once more."""

from typing import Any

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, LEVELS, MOVES, Answers
from kfmodel.dialogue import Previous


def same_again(answers: Answers, previous: Previous) -> Answers:
    """The answers with last time's values: levels as percentage points. Heads by level and the
    words of the gap are only known where the last cycle is stored; else they are left as they
    are."""
    values: dict[str, Any] = dict.fromkeys(MOVES)
    values |= zip(LEVELS, previous.levels or (None,) * 4, strict=True)
    scales = ("need_2y", "need_5y", "severity", "severity_operations", "severity_work_environment")
    values |= {name: getattr(previous, name) for name in (*scales, "likelihood")}
    for names, heads in (
        (HEADS_NOW, previous.heads_now),
        (HEADS_NEEDED[2], previous.heads_2y),
        (HEADS_NEEDED[5], previous.heads_5y),
    ):
        if heads:
            values |= zip(names, heads, strict=True)
    if previous.specific_gap:
        values["specific_gap"] = previous.specific_gap
    return answers.with_values(values)
