from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kfmodel.calculations import (
    LevelHeads,
    exact,
    heads_of_moves,
    heads_of_points,
    level_shares,
    round_half_away,
)

heads = st.integers(min_value=100, max_value=90_000).map(lambda hundredths: hundredths / 100)
moves = st.tuples(*[st.integers(min_value=0, max_value=60)] * 3)
points = st.tuples(*[st.integers(min_value=-100, max_value=100)] * 4)
moved = st.tuples(heads, moves.map(heads_of_moves))
pointed = st.builds(lambda unit, levels: (unit, heads_of_points(levels, unit)), heads, points)
Units = list[tuple[float, LevelHeads]]


def test_the_published_example() -> None:
    assert level_shares([(271, heads_of_moves((27, 54, 27)))]) == (-10, -10, 10, 10)


def test_points_of_one_unit_come_back_as_given() -> None:
    assert level_shares([(7.5, heads_of_points((-5, 0, 5, 0), 7.5))]) == (-5, 0, 5, 0)


def test_units_weigh_by_their_heads() -> None:
    units = [(30, heads_of_points((-20, 0, 20, 0), 30)), (10, heads_of_points((0, 0, 0, 0), 10))]
    assert level_shares(units) == (-15, 0, 15, 0)


def test_moves_and_points_add_up() -> None:
    units = [(10, heads_of_moves((1, 1, 0))), (10, heads_of_points((-30, 0, 30, 0), 10))]
    assert level_shares(units) == (-20, 0, 20, 0)


def test_no_moves_are_no_gap() -> None:
    assert level_shares([(12, heads_of_moves((0, 0, 0)))]) == (0, 0, 0, 0)


def test_of_equal_remainders_the_higher_level_goes_first() -> None:
    # 8 heads, one move each: −12.5 and +12.5 have the same remainder
    assert level_shares([(8, heads_of_moves((1, 0, 0)))]) == (-13, 13, 0, 0)
    assert level_shares([(8, heads_of_moves((0, 1, 0)))]) == (0, -13, 13, 0)


@pytest.mark.parametrize(("point", "rounded"), [(1, 1), (-1, -1)])
def test_a_raw_sum_of_a_half_rounds_away_from_zero(point: int, rounded: int) -> None:
    units = [(1, heads_of_points((point, 0, 0, 0), 1)), (1, heads_of_moves((0, 0, 0)))]
    shares = level_shares(units)
    assert shares is not None
    assert sum(shares) == rounded


def test_nobody_answered() -> None:
    assert level_shares([]) is None
    assert level_shares([(0, heads_of_moves((0, 0, 0)))]) is None


@given(st.lists(moved, min_size=1, max_size=8))
def test_moves_always_sum_to_zero(units: Units) -> None:
    shares = level_shares(units)
    assert shares is not None
    assert sum(shares) == 0


@given(st.lists(st.one_of(moved, pointed), min_size=1, max_size=8))
def test_shares_sum_to_the_rounded_raw_sum_and_stay_within_one(units: Units) -> None:
    shares = level_shares(units)
    assert shares is not None
    total = sum((exact(unit) for unit, _ in units), Fraction())
    raw = [100 * sum((levels[i] for _, levels in units), Fraction()) / total for i in range(4)]
    assert sum(shares) == round_half_away(sum(raw, Fraction()))
    assert all(abs(share - exactly) < 1 for share, exactly in zip(shares, raw, strict=True))


@given(st.lists(moved, min_size=2, max_size=8))
def test_order_does_not_matter(units: Units) -> None:
    assert level_shares(units) == level_shares(reversed(units))
