"""Numbers as people type them, and what is no number."""

from typing import Any

import pytest

from dialogs.screen import Ask, Problem
from tests.dialogs.build import Sitting, in_progress


def typed(value: Any, name: str = "level_some") -> tuple[int | None, tuple[Problem, ...]]:
    """What is stored of it in an empty step, and what is wrong with it."""
    sitting = Sitting(in_progress(type(in_progress().answers)(), "levels"))
    screen = sitting.answer("levels", **{name: value}).screen
    return getattr(sitting.answers, name), screen.problems if isinstance(screen, Ask) else ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        (7, 7),
        (7.0, 7),
        ("7,0", 7),
        ("7.0", 7),
        (" 7 ", 7),
        ("+10", 10),
        ("+10 %", 10),
        ("10%", 10),
        ("-10", -10),
        ("−10", -10),
        ("– 10 %", -10),
        ("‒10", -10),
        ("1 0", 10),
        ("1\u00a00", 10),
        ("007", 7),
        ("0", 0),
        ("-0", 0),
        ("-100", -100),
        ("100", 100),
    ],
)
def test_numbers(text: Any, number: int) -> None:
    assert typed(text) == (number, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("7,5", "not_whole"),
        (7.5, "not_whole"),
        ("abc", "not_a_number"),
        ("sju", "not_a_number"),
        ("1e2", "not_a_number"),
        ("1e9", "not_a_number"),
        (1e9, "out_of_range"),
        (1e300, "not_a_number"),
        (10**30, "out_of_range"),
        ("9" * 400, "not_a_number"),
        ("--7", "not_a_number"),
        ("7-8", "not_a_number"),
        ("5%%", "not_a_number"),
        ("=1+1", "not_a_number"),
        ("NaN", "not_a_number"),
        ("∞", "not_a_number"),
        ("0x10", "not_a_number"),
        (True, "not_a_number"),
        ("101", "out_of_range"),
        ("−101", "out_of_range"),
    ],
)
def test_no_numbers(text: Any, code: str) -> None:
    stored, problems = typed(text)
    assert stored is None
    assert [(problem.input_id, problem.code) for problem in problems] == [("level_some", code)]


@pytest.mark.parametrize("text", ["", "   ", "\n", None])
def test_an_empty_input_is_no_answer(text: str | None) -> None:
    assert [problem.code for problem in typed(text)[1]] == ["levels_missing"]


def test_what_was_typed_is_told_back_in_short() -> None:
    [problem] = typed("x" * 500)[1]
    assert problem.params == {"typed": "x" * 40}


def test_the_bounds_are_told() -> None:
    [problem] = typed("8", "move_some_good")[1]
    assert problem.params == {"low": 0, "high": 7}
