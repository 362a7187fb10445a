from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kfmodel.calculations import exact, round_half_away, shares_pct
from kfmodel.calculations.largest_remainder import largest_remainder

heads = st.integers(0, 90_000).map(lambda hundredths: hundredths / 100)


def test_the_largest_remainder_is_rounded_up_first() -> None:
    assert largest_remainder([Fraction(254, 10), Fraction(427, 10), Fraction(319, 10)]) == (
        25,
        43,
        32,
    )


def test_of_equal_remainders_the_later_is_rounded_up() -> None:
    assert largest_remainder([Fraction(1, 2), Fraction(1, 2)]) == (0, 1)
    assert largest_remainder([Fraction(-1, 2), Fraction(1, 2)]) == (-1, 1)


def test_nothing_to_round() -> None:
    assert largest_remainder([]) == ()


@given(st.lists(st.fractions(-1000, 1000), max_size=8))
def test_the_sum_is_kept_and_none_moves_by_a_whole(values: list[Fraction]) -> None:
    whole = largest_remainder(values)
    assert sum(whole) == round_half_away(sum(values, Fraction()))
    assert all(abs(one - exactly) <= 1 for one, exactly in zip(whole, values, strict=True))


def test_shares_that_each_round_up_are_together_a_hundred() -> None:
    # by themselves 26 + 42 + 33
    assert shares_pct([51, 84, 65]) == (25, 42, 33)
    assert shares_pct([0, 0]) == (None, None)
    assert shares_pct([]) == ()


@given(st.lists(heads, min_size=1, max_size=6))
def test_shares_are_together_a_hundred_and_nothing_has_none(parts: list[float]) -> None:
    shares = shares_pct(parts)
    if sum(map(exact, parts)):
        assert sum(share or 0 for share in shares) == 100
        assert not any(share for share, part in zip(shares, parts, strict=True) if part == 0)
