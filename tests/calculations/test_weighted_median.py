from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kfmodel.calculations import weighted_median
from kfmodel.scales import Likelihood, Need, Severity

weights = st.integers(min_value=1, max_value=400).map(lambda hundredths: hundredths / 100)
answers = st.lists(st.tuples(st.sampled_from(Need), weights), min_size=1, max_size=12)


def test_the_middle_head_decides_not_the_middle_unit() -> None:
    assert weighted_median([(Need.SAME, 5), (Need.SAME, 5), (Need.MORE, 40)]) is Need.MORE


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (Need.SAME, Need.MUCH_MORE),
        (Severity.NOT_SERIOUS, Severity.SERIOUS),
        (Likelihood.LOW, Likelihood.MEDIUM),
    ],
)
def test_a_tie_goes_to_the_later_on_the_scale(
    less: Need | Severity | Likelihood, more: Need | Severity | Likelihood
) -> None:
    assert weighted_median([(more, 10), (less, 10)]) is more
    assert weighted_median([(more, 9.99), (less, 10)]) is less


def test_a_tie_in_hundredths_is_a_tie() -> None:
    assert weighted_median([(Need.SAME, 0.1), (Need.SAME, 0.2), (Need.MORE, 0.3)]) is Need.MORE


def test_a_weightless_answer_does_not_decide_a_tie() -> None:
    assert weighted_median([(Need.LESS, 3), (Need.SAME, 0), (Need.MORE, 3)]) is Need.MORE


def test_no_answer_no_median() -> None:
    nobody: list[tuple[Need, int]] = []
    assert weighted_median(nobody) is None
    assert weighted_median([(Need.MORE, 0)]) is None


def test_a_negative_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="negative weight -1"):
        weighted_median([(Need.MORE, -1)])


@given(answers)
def test_the_median_is_one_of_the_answers(given_answers: list[tuple[Need, float]]) -> None:
    assert weighted_median(given_answers) in {value for value, _ in given_answers}


@given(answers)
def test_order_does_not_matter(given_answers: list[tuple[Need, float]]) -> None:
    assert weighted_median(reversed(given_answers)) is weighted_median(given_answers)


@given(answers, st.integers(min_value=2, max_value=5))
def test_splitting_a_unit_changes_nothing(
    given_answers: list[tuple[Need, float]], parts: int
) -> None:
    split = [
        (value, Fraction(repr(weight)) / parts)
        for value, weight in given_answers
        for _ in range(parts)
    ]
    assert weighted_median(split) is weighted_median(given_answers)


@given(answers, weights)
def test_one_more_great_need_never_lowers_it(
    given_answers: list[tuple[Need, float]], weight: float
) -> None:
    before = weighted_median(given_answers)
    after = weighted_median([*given_answers, (Need.MUCH_MORE, weight)])
    assert before is not None
    assert after is not None
    assert list(Need).index(after) >= list(Need).index(before)
