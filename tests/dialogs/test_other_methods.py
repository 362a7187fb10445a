"""Ways through the methods that ask otherwise than in five levels."""

from dataclasses import replace

import pytest

from dialogs.press import Verb
from dialogs.screen import REVIEW, Ask, Review, Submitted
from dialogs.steps import STEPS
from kfmodel.answers import Answers
from kfmodel.dialogue import Previous, Progress
from kfmodel.methods import all_methods
from kfmodel.scales import Likelihood, Need, Severity
from tests.dialogs.build import PREVIOUS, Sitting, facts, in_progress

NOW = {"now_some": "3", "now_good": "4"}
NEEDED = {"need_2y_good": "5", "need_2y_high": "3", "need_5y_good": "2", "need_5y_very_high": "6"}
APART = {"severity_operations": "SERIOUS", "severity_work_environment": "OTHER"}


def three_level(**values: object) -> Sitting:
    return Sitting(facts=facts(method="three-level", gap_2y=None, gap_5y=None, **values))


def headcount(answers: Answers | None = None, step: str = "heads_now", **values: object) -> Sitting:
    sitting = Sitting(facts=facts(method="headcount-levels", **values))
    if answers is not None:
        sitting.state = in_progress(answers, step)
    return sitting


def problems(sitting: Sitting, step: str, **inputs: object) -> list[tuple[str, str]]:
    screen = sitting.answer(step, **inputs).screen
    return [(p.input_id, p.code) for p in screen.problems] if isinstance(screen, Ask) else []


def test_every_method_has_its_steps() -> None:
    assert {"five-level", "three-level", "headcount-levels"} <= set(all_methods())
    assert {step for method in all_methods().values() for step in method.steps} == set(STEPS)


def test_three_levels_take_five_presses() -> None:
    sitting = three_level()
    steps = {
        "need": {"headcount_ok": "true", "need_2y": "MORE", "need_5y": "SAME"},
        "risk": {"severity": "SERIOUS", "likelihood": "HIGH"},
        "drivers": {"specific_gap": "Upphandling", "comment": "Svårt att rekrytera"},
    }
    seen = [sitting.press(Verb.START, revision=None).screen]
    seen += [sitting.answer(step, **inputs).screen for step, inputs in steps.items()]
    assert [screen.step for screen in seen if isinstance(screen, Ask)] == list(steps)
    assert isinstance(seen[-1], Review)
    assert seen[-1].missing == ()
    assert isinstance(sitting.press(Verb.SUBMIT, REVIEW).screen, Submitted)
    assert sitting.answers == Answers(
        headcount_ok=True,
        need_2y=Need.MORE,
        need_5y=Need.SAME,
        severity=Severity.SERIOUS,
        likelihood=Likelihood.HIGH,
        specific_gap="Upphandling",
        comment="Svårt att rekrytera",
    )


def test_an_answer_of_another_method_is_refused() -> None:
    sitting = three_level()
    assert problems(sitting, "need", need_2y="MUCH_MORE", need_5y="LESS") == [
        ("need_2y", "unknown_choice")
    ]
    assert (sitting.answers.need_2y, sitting.answers.need_5y) == (None, Need.LESS)
    assert problems(sitting, "risk", severity="OTHER", likelihood="LOW") == [
        ("severity", "unknown_choice")
    ]
    counted = headcount()
    refused = problems(counted, "risk", severity_operations="LESS_SERIOUS", likelihood="HIGH")
    assert refused == [
        ("severity_operations", "unknown_choice"),
        ("severity_work_environment", "required"),
    ]
    assert counted.answers.likelihood is None


def test_a_step_of_another_method_is_not_guessed() -> None:
    sitting = three_level()
    turn = sitting.press(Verb.ANSWER, "levels", {"move_some_good": "1"})
    assert (turn.state, turn.kept) == (None, True)


def test_counting_heads_takes_six_presses() -> None:
    sitting = headcount()
    steps = {"heads_now": NOW, "heads_needed": NEEDED, "risk": APART, "drivers": {}}
    seen = [sitting.press(Verb.START, revision=None).screen]
    seen += [sitting.answer(step, **inputs).screen for step, inputs in steps.items()]
    assert [screen.step for screen in seen if isinstance(screen, Ask)] == list(steps)
    assert isinstance(seen[-1], Review)
    assert seen[-1].missing == ()
    assert isinstance(sitting.press(Verb.SUBMIT, REVIEW).screen, Submitted)
    answers = sitting.answers
    assert (answers.heads_now, answers.headcount_ok) == ((3, 4, 0, 0), True)
    assert (answers.heads_needed(2), answers.heads_needed(5)) == ((0, 5, 3, 0), (0, 2, 0, 6))
    assert answers.severities == (Severity.SERIOUS, Severity.OTHER)
    assert sitting.state.progress is Progress.SUBMITTED


def test_a_sum_other_than_the_units_heads_is_a_deviation() -> None:
    sitting = headcount()
    sitting.answer("heads_now", now_some="3", now_good="8")
    assert (sitting.answers.headcount_ok, sitting.answers.headcount_actual) == (False, 11)
    sitting.answer("heads_now", now_some="3", now_good="4")
    assert (sitting.answers.headcount_ok, sitting.answers.headcount_actual) == (True, None)


def test_full_time_equivalents_fit_the_whole_numbers_beside_them() -> None:
    for total, fits in ((9, True), (10, True), (8, False), (11, False)):
        sitting = headcount(heads=9.6)
        sitting.answer("heads_now", now_good=str(total))
        assert sitting.answers.headcount_ok is fits


def test_nothing_counted_is_missing_and_a_zero_is_not() -> None:
    assert problems(headcount(), "heads_now") == [("now_some", "heads_missing")]
    sitting = headcount()
    assert problems(sitting, "heads_now", now_some="0") == []
    assert sitting.answers.heads_now == (0, 0, 0, 0)
    assert problems(sitting, "heads_needed", need_2y_some="1") == [
        ("need_5y_some", "heads_missing")
    ]
    assert sitting.answers.heads_needed(2) == (1, 0, 0, 0)


def test_emptied_numbers_are_unanswered_again() -> None:
    sitting = headcount(Answers(headcount_ok=True, now_some=3, now_good=3))
    sitting.answer("heads_now", now_some="", now_good=" ")
    assert sitting.answers == Answers()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("tre", "not_a_number"),
        ("2,5", "not_whole"),
        ("-1", "out_of_range"),
        ("1e9", "not_a_number"),
    ],
)
def test_a_number_that_is_none_keeps_what_is_stored(typed: str, code: str) -> None:
    stored = Answers(now_some=1, now_good=2, now_high=3, now_very_high=1, headcount_ok=True)
    sitting = headcount(stored)
    assert problems(sitting, "heads_now", now_some=typed, now_good="9") == [("now_some", code)]
    assert sitting.answers == replace(stored, now_good=9, now_high=0, now_very_high=0)


def test_unchanged_is_as_many_as_today_at_both_horizons() -> None:
    sitting = headcount()
    sitting.answer("heads_now", **NOW)
    sitting.answer("heads_needed", unchanged="true", need_2y_some="8")
    assert sitting.answers.heads_needed(2) == sitting.answers.heads_needed(5) == (3, 4, 0, 0)


def test_unchanged_from_nothing_is_still_missing() -> None:
    assert problems(headcount(), "heads_needed", unchanged="true") == [
        ("need_2y_some", "heads_missing"),
        ("need_5y_some", "heads_missing"),
    ]


def test_heads_are_not_the_same_where_nobody_knows_them() -> None:
    sitting = headcount(previous=PREVIOUS)
    turn = sitting.press(Verb.SAME)
    assert turn.state is None
    assert isinstance(turn.screen, Ask)


def test_heads_as_last_time_take_two_presses() -> None:
    previous = Previous(
        2023,
        severity_operations=Severity.SERIOUS,
        severity_work_environment=Severity.OTHER,
        heads_now=(3, 4, 0, 0),
        heads_2y=(0, 5, 3, 0),
        heads_5y=(0, 2, 0, 6),
    )
    sitting = headcount(previous=previous)
    review = sitting.press(Verb.SAME).screen
    assert isinstance(review, Review)
    assert review.missing == ()
    assert isinstance(sitting.press(Verb.SUBMIT, REVIEW).screen, Submitted)
    assert sitting.answers.headcount_ok
