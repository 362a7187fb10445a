"""Competence levels as moves between them, or as percentage points for those who prefer."""

from collections.abc import Mapping
from math import ceil
from typing import Any

from dialogs.inputs import Inputs, Reader
from dialogs.screen import Problem
from dialogs.steps.step import Step
from kfmodel.answers import LEVELS, MOVES, Answers
from kfmodel.dialogue import Facts
from kfmodel.methods import Method

UNCHANGED = "unchanged"
"""Set by the button that says so: nobody needs to move."""

_NO_MOVES = dict.fromkeys(MOVES, 0)
_EMPTY = dict.fromkeys((*MOVES, *LEVELS))


def _read(
    reader: Reader, inputs: Inputs, _method: Method, facts: Facts, answers: Answers
) -> Mapping[str, Any]:
    if inputs.get(UNCHANGED):
        return _EMPTY | _NO_MOVES
    moves = _moves(reader, facts, answers)
    points = {name: reader.whole(name, -100, 100) for name in LEVELS}
    if reader.problems:
        return {}
    moves_given, points_given = reader.given(*MOVES), reader.given(*LEVELS)
    if moves_given and points_given:
        moves_given, points_given = _which_changed(reader, answers, moves, points)
    if points_given:
        return _EMPTY | {name: value or 0 for name, value in points.items()}
    if moves_given:
        return _EMPTY | {name: value or 0 for name, value in moves.items()}
    return {} if reader.problems else _EMPTY


def _moves(reader: Reader, facts: Facts, answers: Answers) -> dict[str, int | None]:
    most = max(ceil(facts.heads), answers.headcount_actual or 0)
    return {name: reader.whole(name, 0, most) for name in MOVES}


def _which_changed(
    reader: Reader,
    answers: Answers,
    moves: Mapping[str, int | None],
    points: Mapping[str, int | None],
) -> tuple[bool, bool]:
    """Both are filled in: the stored ones are left over where only the other ones were touched, and
    so are noughts beside numbers."""
    moves_changed = any(getattr(answers, name) != (value or 0) for name, value in moves.items())
    points_changed = any(getattr(answers, name) != (value or 0) for name, value in points.items())
    if moves_changed and points_changed and any(moves.values()) and any(points.values()):
        reader.refuse(LEVELS[0], "levels_twice")
        return False, False
    if moves_changed and points_changed:
        return not any(points.values()), any(points.values())
    return moves_changed, points_changed


def _missing(answers: Answers, _method: Method) -> tuple[Problem, ...]:
    if answers.moves is None and answers.levels is None:
        return (Problem(MOVES[0], "levels_missing"),)
    return ()


STEP = Step("levels", _read, _missing)
