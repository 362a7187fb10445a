"""Facts and need."""

import pytest

from dialogs.screen import Ask
from kfmodel.answers import Answers
from tests.dialogs.build import COMPLETE, NEED, Sitting, facts, in_progress


def problems(sitting: Sitting, **inputs: object) -> list[tuple[str, str]]:
    screen = sitting.answer("need", **inputs).screen
    assert isinstance(screen, Ask)
    return [(problem.input_id, problem.code) for problem in screen.problems]


def test_both_horizons_are_asked_for() -> None:
    assert problems(Sitting()) == [("need_2y", "required"), ("need_5y", "required")]


def test_a_valid_answer_beside_a_missing_one_is_stored() -> None:
    sitting = Sitting()
    assert problems(sitting, need_2y="LESS") == [("need_5y", "required")]
    assert sitting.answers.need_2y == "LESS"


def test_a_choice_that_is_none_is_refused_and_the_stored_one_stays() -> None:
    sitting = Sitting(in_progress())
    assert problems(sitting, **(NEED | {"need_2y": "mer"})) == [("need_2y", "unknown_choice")]
    assert sitting.answers == COMPLETE


def test_a_headcount_that_holds() -> None:
    sitting = Sitting()
    assert problems(sitting, **NEED) == []
    assert (sitting.answers.headcount_ok, sitting.answers.headcount_actual) == (True, None)


@pytest.mark.parametrize("tick", ["true", "false", "True", ""])
def test_a_number_that_differs_is_a_deviation_whatever_the_tick(tick: str) -> None:
    sitting = Sitting()
    assert problems(sitting, **(NEED | {"headcount_ok": tick, "headcount_actual": "9"})) == []
    assert (sitting.answers.headcount_ok, sitting.answers.headcount_actual) == (False, 9)


def test_nobody_at_all_is_a_deviation() -> None:
    sitting = Sitting()
    assert problems(sitting, **(NEED | {"headcount_actual": "0"})) == []
    assert sitting.answers.headcount_actual == 0


def test_the_number_that_stands_already_is_no_deviation() -> None:
    sitting = Sitting()
    assert problems(sitting, **(NEED | {"headcount_actual": "7,0"})) == []
    assert (sitting.answers.headcount_ok, sitting.answers.headcount_actual) == (True, None)


def test_what_is_wrong_and_what_is_missing_is_told_at_once() -> None:
    typed = {"headcount_ok": "false", "need_2y": "mer"}
    assert problems(Sitting(), **typed) == [
        ("headcount_actual", "headcount_missing"),
        ("need_2y", "unknown_choice"),
        ("need_5y", "required"),
    ]


def test_unticked_without_a_number() -> None:
    sitting = Sitting()
    refused = problems(sitting, **(NEED | {"headcount_ok": "false"}))
    assert refused == [("headcount_actual", "headcount_missing")]


def test_unticked_with_the_number_that_stands_already() -> None:
    refused = problems(Sitting(), **(NEED | {"headcount_ok": "false", "headcount_actual": "7"}))
    assert refused == [("headcount_actual", "headcount_same")]


def test_full_time_equivalents_may_differ_by_less_than_a_whole() -> None:
    sitting = Sitting(facts=facts(heads=6.5))
    assert problems(sitting, **(NEED | {"headcount_actual": "7"})) == []
    assert sitting.answers.headcount_actual == 7


@pytest.mark.parametrize("tick", ["true", "false"])
def test_an_unreadable_number_leaves_tick_and_number_as_they_were(tick: str) -> None:
    deviation = Answers(headcount_ok=False, headcount_actual=9)
    for stored in (deviation, Answers(headcount_ok=True)):
        sitting = Sitting(in_progress(stored))
        refused = problems(sitting, **(NEED | {"headcount_ok": tick, "headcount_actual": "nio"}))
        assert refused == [("headcount_actual", "not_a_number")]
        assert sitting.answers.headcount_ok is stored.headcount_ok
        assert sitting.answers.headcount_actual == stored.headcount_actual


def test_ticking_again_takes_a_deviation_back() -> None:
    sitting = Sitting(in_progress(Answers(headcount_ok=False, headcount_actual=9)))
    assert problems(sitting, **NEED) == []
    assert (sitting.answers.headcount_ok, sitting.answers.headcount_actual) == (True, None)
