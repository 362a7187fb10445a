"""The last cycle's values, answered once more."""

from dataclasses import replace

from dialogs.same_again import can_be_same, same_again
from kfmodel.answers import Answers
from kfmodel.dialogue import Previous
from kfmodel.methods import method_of
from kfmodel.scales import Need, Severity
from tests.dialogs.build import COMPLETE, METHOD, PREVIOUS

THREE, HEADS = method_of("three-level"), method_of("headcount-levels")


def test_levels_are_percentage_points_and_moves_are_gone() -> None:
    again = same_again(METHOD, COMPLETE, PREVIOUS, 7)
    assert again.moves is None
    assert (again.levels, again.need_5y) == ((-10, 0, 10, 0), Need.MUCH_MORE)
    assert (again.comment, again.activities) == (COMPLETE.comment, COMPLETE.activities)


COUNTED = Previous(
    2023,
    severity_operations=Severity.SERIOUS,
    severity_work_environment=Severity.OTHER,
    heads_now=(4, 3, 2, 1),
    heads_2y=(3, 3, 3, 2),
    heads_5y=(2, 3, 4, 3),
    specific_gap="Barns rätt",
)


def test_heads_by_level_and_the_words_of_the_gap() -> None:
    again = same_again(HEADS, Answers(), COUNTED, 10)
    assert (again.heads_now, again.heads_needed(2)) == ((4, 3, 2, 1), (3, 3, 3, 2))
    assert again.heads_needed(5) == (2, 3, 4, 3)
    assert again.severities == (Severity.SERIOUS, Severity.OTHER)
    assert again.specific_gap == "Barns rätt"
    assert again.headcount_ok


def test_as_many_as_last_time_may_be_others_than_today() -> None:
    again = same_again(HEADS, Answers(), COUNTED, 12)
    assert (again.headcount_ok, again.headcount_actual) == (False, 10)


def test_what_the_last_cycle_does_not_know_is_left_as_it_is() -> None:
    given = replace(COMPLETE, specific_gap="Ny lag")
    assert same_again(METHOD, given, PREVIOUS, 7).specific_gap == "Ny lag"


def test_what_the_method_does_not_offer_is_emptied() -> None:
    """Last time was in five levels: its Mycket mer and its levels are no answers in three."""
    again = same_again(THREE, Answers(), PREVIOUS, 7)
    assert again == Answers(
        need_2y=Need.MORE, severity=PREVIOUS.severity, likelihood=PREVIOUS.likelihood
    )
    assert same_again(HEADS, Answers(), PREVIOUS, 7) == Answers()


def test_heads_by_level_are_the_same_only_where_they_are_known() -> None:
    assert can_be_same(METHOD, PREVIOUS)
    assert can_be_same(THREE, PREVIOUS)
    assert not can_be_same(HEADS, PREVIOUS)
    assert can_be_same(HEADS, COUNTED)
