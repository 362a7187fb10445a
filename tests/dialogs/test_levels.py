"""Levels as moves, as percentage points, and from one to the other."""

from dataclasses import replace

import pytest

from dialogs.screen import Ask
from kfmodel.answers import LEVELS, MOVES, Answers
from tests.dialogs.build import COMPLETE, Sitting, facts, in_progress

POINTS = {"level_some": "-10", "level_high": "+10"}
IN_POINTS = replace(
    COMPLETE,
    move_some_good=None,
    move_good_high=None,
    move_high_very_high=None,
    level_some=-10,
    level_good=0,
    level_high=10,
    level_very_high=0,
)


def before(answers: Answers) -> Sitting:
    return Sitting(in_progress(answers, "levels"))


def codes(sitting: Sitting, **inputs: object) -> list[str]:
    screen = sitting.answer("levels", **inputs).screen
    assert isinstance(screen, Ask)
    return [problem.code for problem in screen.problems]


def test_moves_that_are_left_empty_are_none() -> None:
    sitting = before(Answers())
    assert codes(sitting, move_good_high="2") == []
    assert sitting.answers.moves == (0, 2, 0)
    assert sitting.answers.levels is None


def test_part_time_heads_leave_room_for_everyone() -> None:
    """7,5 full-time equivalents are at least eight people."""
    state = in_progress(Answers(), "levels")
    sitting = Sitting(state, facts=replace(facts(), heads=7.5))
    assert codes(sitting, move_some_good="8") == []
    assert codes(Sitting(state, facts=replace(facts(), heads=7.5)), move_some_good="9") == [
        "out_of_range"
    ]


def test_points_that_are_left_empty_are_zero() -> None:
    sitting = before(Answers())
    assert codes(sitting, **POINTS) == []
    assert sitting.answers.levels == (-10, 0, 10, 0)
    assert sitting.answers.moves is None


@pytest.mark.parametrize("stored", [Answers(), COMPLETE, IN_POINTS], ids=["new", "moves", "points"])
def test_unchanged_in_one_press(stored: Answers) -> None:
    sitting = before(stored)
    assert codes(sitting, unchanged=True, move_some_good="4", **POINTS) == []
    assert sitting.answers.moves == (0, 0, 0)
    assert sitting.answers.levels is None


def test_from_moves_to_points_with_the_old_moves_still_in_their_inputs() -> None:
    sitting = before(COMPLETE)
    left_over = {"move_some_good": "2", "move_good_high": "1", "move_high_very_high": "0"}
    assert codes(sitting, **left_over, **POINTS) == []
    assert sitting.answers == IN_POINTS


def test_from_points_to_moves_with_the_old_points_still_in_their_inputs() -> None:
    sitting = before(IN_POINTS)
    left_over = {"level_some": "−10", "level_good": "0", "level_high": "+10"}
    assert codes(sitting, move_some_good="2", move_good_high="1", **left_over) == []
    assert sitting.answers == COMPLETE


def test_from_moves_to_points_with_the_moves_emptied() -> None:
    sitting = before(COMPLETE)
    assert codes(sitting, **POINTS) == []
    assert sitting.answers == IN_POINTS


@pytest.mark.parametrize("stored", [Answers(), COMPLETE, IN_POINTS], ids=["new", "moves", "points"])
def test_both_anew_is_one_too_many(stored: Answers) -> None:
    sitting = before(stored)
    typed = {"move_some_good": "3", "level_some": "-20", "level_good": "20"}
    assert codes(sitting, **typed) == ["levels_twice"]
    assert sitting.answers == stored


@pytest.mark.parametrize("stored", [Answers(), COMPLETE, IN_POINTS], ids=["new", "moves", "points"])
def test_noughts_beside_numbers_are_nothing_anew(stored: Answers) -> None:
    sitting = before(stored)
    noughts = {"level_some": "", "level_good": "0", "level_high": "0", "level_very_high": "0"}
    assert codes(sitting, move_some_good="3", **noughts) == []
    assert sitting.answers.moves == (3, 0, 0)
    sitting = before(stored)
    points = {"level_some": "-20", "level_good": "20"}
    assert codes(sitting, move_some_good="0", move_good_high="0", **points) == []
    assert sitting.answers.levels == (-20, 20, 0, 0)


def test_neither_is_one_too_few() -> None:
    sitting = before(Answers())
    assert codes(sitting) == ["levels_missing"]


@pytest.mark.parametrize("number", ["-1", "8", "1,5", "många"])
def test_a_move_that_cannot_be_keeps_what_is_stored_and_what_is_typed(number: str) -> None:
    sitting = before(COMPLETE)
    screen = sitting.answer("levels", move_some_good="3", move_good_high=number).screen
    assert isinstance(screen, Ask)
    assert [problem.input_id for problem in screen.problems] == ["move_good_high"]
    assert screen.typed == {"move_some_good": "3", "move_good_high": number}
    assert sitting.answers == COMPLETE


def test_no_more_people_move_than_there_are() -> None:
    assert codes(before(Answers()), move_some_good="7") == []
    assert codes(before(Answers()), move_some_good="8") == ["out_of_range"]
    more = Answers(headcount_ok=False, headcount_actual=9)
    assert codes(before(more), move_some_good="9") == []


def test_points_need_not_sum_to_zero_to_be_stored() -> None:
    sitting = before(Answers())
    assert codes(sitting, level_some="-10") == []
    assert sitting.answers.levels == (-10, 0, 0, 0)


def test_every_problem_at_once() -> None:
    screen = before(Answers()).answer("levels", **dict.fromkeys((*MOVES, *LEVELS), "x")).screen
    assert isinstance(screen, Ask)
    assert [problem.input_id for problem in screen.problems] == [*MOVES, *LEVELS]
