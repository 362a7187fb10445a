"""The last cycle's values, answered once more."""

from dataclasses import replace

from dialogs.same_again import same_again
from kfmodel.answers import Answers
from kfmodel.dialogue import Previous
from kfmodel.scales import Need, Severity
from tests.dialogs.build import COMPLETE, PREVIOUS


def test_levels_are_percentage_points_and_moves_are_gone() -> None:
    again = same_again(COMPLETE, PREVIOUS)
    assert again.moves is None
    assert (again.levels, again.need_5y) == ((-10, 0, 10, 0), Need.MUCH_MORE)
    assert (again.comment, again.activities) == (COMPLETE.comment, COMPLETE.activities)


def test_heads_by_level_and_the_words_of_the_gap() -> None:
    previous = Previous(
        2023,
        severity_operations=Severity.SERIOUS,
        severity_work_environment=Severity.OTHER,
        heads_now=(4, 3, 2, 1),
        heads_2y=(3, 3, 3, 2),
        heads_5y=(2, 3, 4, 3),
        specific_gap="Barns rätt",
    )
    again = same_again(Answers(), previous)
    assert (again.heads_now, again.heads_needed(2)) == ((4, 3, 2, 1), (3, 3, 3, 2))
    assert again.heads_needed(5) == (2, 3, 4, 3)
    assert again.severities == (Severity.SERIOUS, Severity.OTHER)
    assert again.specific_gap == "Barns rätt"


def test_what_the_last_cycle_does_not_know_is_left_as_it_is() -> None:
    given = replace(Answers(), now_some=1, now_good=2, now_high=3, now_very_high=4)
    again = same_again(replace(given, specific_gap="Ny lag"), PREVIOUS)
    assert (again.heads_now, again.specific_gap) == ((1, 2, 3, 4), "Ny lag")
