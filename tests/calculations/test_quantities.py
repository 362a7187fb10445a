import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kfmodel.calculations import (
    Change,
    change,
    exact,
    implied_need,
    plain,
    recruitment_need,
    round_half_away,
    share_pct,
)
from kfmodel.scales import Likelihood, Need, ScaleValue, Severity


def test_recruitment_of_the_published_row() -> None:
    assert recruitment_need(-5, 46, 1) == 52


def test_a_surplus_stays_negative() -> None:
    assert recruitment_need(gap=30, turnover=4, retirements=1) == -25


def test_full_time_equivalents_add_up_exactly() -> None:
    assert recruitment_need(gap=-0.1, turnover=0.2, retirements=0) == 0.3


def test_implied_need() -> None:
    assert implied_need(7, -3, 168) == Fraction(57, 8)
    assert implied_need(7, 0, 168) == 7
    assert implied_need(7.5, 16.8, 168) == Fraction(27, 4)
    with pytest.raises(ZeroDivisionError):
        implied_need(7, -3, 0)


@pytest.mark.parametrize(
    ("previous", "current", "direction"),
    [
        (Severity.NOT_SERIOUS, Severity.LESS_SERIOUS, Change.UP),
        (Severity.SERIOUS, Severity.LESS_SERIOUS, Change.DOWN),
        (Likelihood.LOW, Likelihood.LOW, Change.SAME),
        (Need.MUCH_LESS, Need.MUCH_MORE, Change.UP),
        (None, Need.SAME, None),
        (Need.SAME, None, None),
    ],
)
def test_change(
    previous: ScaleValue | None, current: ScaleValue | None, direction: Change | None
) -> None:
    assert change(previous, current) is direction


@pytest.mark.parametrize(
    ("part", "whole", "pct"), [(1, 200, 1), (1, 201, 0), (2, 3, 67), (0.1, 0.8, 13), (5, 0, None)]
)
def test_share(part: float, whole: float, pct: int | None) -> None:
    assert share_pct(part, whole) == pct


def test_exact_reads_numbers_as_written() -> None:
    assert exact(0.1) == exact(Decimal("0.1")) == Fraction(1, 10)
    assert exact(7) == 7
    for nothing in (math.nan, math.inf):
        with pytest.raises(ValueError, match="Invalid literal"):
            exact(nothing)


@given(st.fractions(min_value=-1000, max_value=1000))
def test_rounding_is_symmetric_and_near(value: Fraction) -> None:
    assert round_half_away(-value) == -round_half_away(value)
    assert abs(round_half_away(value) - value) <= Fraction(1, 2)


@given(st.integers(-(10**6), 10**6))
def test_whole_numbers_print_whole(number: int) -> None:
    assert type(plain(Fraction(number))) is int
