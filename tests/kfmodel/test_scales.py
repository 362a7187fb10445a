import pytest

from kfmodel.scales import Level, Likelihood, Need, ScaleValue, Severity, label, rank, wording

EVERY_VALUE = [*Need, *Level, *Severity, *Likelihood]


@pytest.mark.parametrize("value", EVERY_VALUE, ids=repr)
def test_every_value_has_words_in_both_languages(value: ScaleValue) -> None:
    assert label(value, "sv")
    assert label(value, "en")


@pytest.mark.parametrize("value", [*Level, *Severity], ids=repr)
def test_levels_and_severities_are_defined(value: ScaleValue) -> None:
    assert wording(value).definition("sv").endswith(".")
    assert wording(value).definition("en").endswith(".")


def test_values_of_two_scales_with_the_same_text_keep_their_own_words() -> None:
    assert wording(Level.HIGH) != wording(Likelihood.HIGH)


def test_the_order_of_a_scale_is_that_of_its_members() -> None:
    assert [rank(value) for value in Need] == [0, 1, 2, 3, 4]
    assert next(iter(Severity)) is Severity.OTHER
