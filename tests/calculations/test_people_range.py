import pytest
from hypothesis import given
from hypothesis import strategies as st

from kfmodel.calculations import PeopleRange, implied_need, people_range
from kfmodel.methods import Band, method_of
from kfmodel.scales import Need

FIVE_LEVEL = method_of("five-level")


@pytest.mark.parametrize(
    ("need", "low", "high"),
    [
        (Need.MUCH_LESS, None, 4),
        (Need.LESS, 6, 6),
        (Need.SAME, 7, 7),
        (Need.MORE, 8, 9),
        (Need.MUCH_MORE, 10, None),
    ],
)
def test_a_unit_of_seven_in_the_committee_of_168(
    need: Need, low: int | None, high: int | None
) -> None:
    baseline = implied_need(7, gap=-3, committee_headcount=168)
    assert people_range(baseline, FIVE_LEVEL.need_band(need)) == PeopleRange(low, high)


def test_an_end_that_is_whole_stays() -> None:
    assert people_range(10, Band(from_pct=30)) == PeopleRange(13, None)
    assert people_range(10, Band(to_pct=-30)) == PeopleRange(None, 7)


def test_a_half_person_rounds_away_from_zero_without_float_surprises() -> None:
    # 85 / 12 × 1.2 is 8.5 exactly, which floats miss
    baseline = implied_need(7, gap=-1, committee_headcount=84)
    assert people_range(baseline, Band(from_pct=10, to_pct=20)) == PeopleRange(8, 9)
    assert people_range(0.1, Band(from_pct=900, to_pct=1400)) == PeopleRange(1, 2)


def test_an_open_sum_stays_open() -> None:
    both = PeopleRange(8, 9) + PeopleRange(10, None)
    assert both == PeopleRange(18, None)
    assert both + PeopleRange(None, 4) == PeopleRange(None, None)


@given(st.decimals(min_value=-5, max_value=5000, places=2), st.sampled_from(Need))
def test_never_fewer_than_nobody_and_never_upside_down(heads: float, need: Need) -> None:
    people = people_range(heads, FIVE_LEVEL.need_band(need))
    ends = [end for end in (people.low, people.high) if end is not None]
    assert ends == sorted(ends)
    assert all(end >= 0 for end in ends)
