"""Achieved of a goal, in percent."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kfmodel.calculations import percent_of_goal


@pytest.mark.parametrize(
    ("achieved", "goal", "percent"),
    [
        (-1, 7, -14),
        (7, 14, 50),
        (-7, 14, -50),
        (1, 8, 13),  # 12.5: a half goes away from zero
        (-1, 8, -13),
        (1, 200, 1),
        (-1, 200, -1),
        (1, 201, 0),
        (20, 20, 100),
        (21, 14, 150),
        (-3, -4, 75),
        (1, -4, -25),
        (0, 9, 0),
        (0, 0, None),
        (5, 0, None),
        (0.1, 0.3, 33),
        (2.5, 1000, 0),
        (0.15, 10, 2),  # 1.5 exactly, whatever the binary fraction
    ],
)
def test_percent_of_goal(achieved: float, goal: float, percent: int | None) -> None:
    assert percent_of_goal(achieved, goal) == percent


@given(st.integers(-10_000, 10_000), st.integers(-500, 500).filter(bool))
def test_the_nearest_whole_percent(achieved: int, goal: int) -> None:
    percent = percent_of_goal(achieved, goal)
    assert percent is not None
    assert abs(Fraction(100 * achieved, goal) - percent) <= Fraction(1, 2)
    assert percent_of_goal(-achieved, goal) == -percent
