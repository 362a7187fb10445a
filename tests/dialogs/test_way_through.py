"""From the start card to the receipt."""

from dialogs.press import Verb
from dialogs.screen import REVIEW, Ask, Review, Submitted
from kfmodel.answers import Answers
from kfmodel.dialogue import Progress
from tests.dialogs.build import COMPLETE, INPUTS, METHOD, PREVIOUS, Sitting, facts, in_progress


def test_a_category_takes_six_presses() -> None:
    sitting = Sitting()
    screens = [sitting.press(Verb.START, revision=None).screen]
    screens += [sitting.answer(step, **INPUTS[step]).screen for step in METHOD.steps]
    screens.append(sitting.press(Verb.SUBMIT, REVIEW).screen)
    assert len(screens) == 6
    steps = [screen.step for screen in screens if isinstance(screen, Ask)]
    assert steps == ["need", "levels", "risk", "drivers"]
    review, receipt = screens[4:]
    assert isinstance(review, Review)
    assert not review.missing
    assert isinstance(receipt, Submitted)
    assert receipt.just_now
    assert receipt.may_reopen
    assert sitting.answers.with_values({"move_high_very_high": 0}) == COMPLETE
    assert sitting.state.progress is Progress.SUBMITTED
    assert not sitting.state.late


def test_as_last_time_takes_two_presses() -> None:
    sitting = Sitting()
    review = sitting.press(Verb.SAME).screen
    assert isinstance(review, Review)
    assert not review.missing
    assert isinstance(sitting.press(Verb.SUBMIT, REVIEW).screen, Submitted)
    assert sitting.answers == Answers(
        need_2y=PREVIOUS.need_2y,
        need_5y=PREVIOUS.need_5y,
        level_some=-10,
        level_good=0,
        level_high=10,
        level_very_high=0,
        severity=PREVIOUS.severity,
        likelihood=PREVIOUS.likelihood,
    )


def test_as_last_time_replaces_moves_and_keeps_what_was_written() -> None:
    sitting = Sitting(in_progress())
    sitting.press(Verb.SAME)
    assert sitting.answers.moves is None
    assert sitting.answers.levels == PREVIOUS.levels
    assert (sitting.answers.comment, sitting.answers.activities) == (
        COMPLETE.comment,
        COMPLETE.activities,
    )


def test_as_last_time_without_a_last_time_changes_nothing() -> None:
    sitting = Sitting(facts=facts(previous=None))
    turn = sitting.press(Verb.SAME)
    assert turn.state is None
    assert isinstance(turn.screen, Ask)


def test_a_last_time_without_levels_leaves_them_to_be_answered() -> None:
    before = facts(previous=type(PREVIOUS)(2023, PREVIOUS.need_2y, PREVIOUS.need_5y))
    review = Sitting(facts=before).press(Verb.SAME).screen
    assert isinstance(review, Review)
    assert [problem.input_id for problem in review.missing] == [
        "move_some_good",
        "severity",
        "likelihood",
    ]


def test_back_goes_step_by_step_and_keeps_what_was_typed() -> None:
    sitting = Sitting(in_progress(Answers(), "drivers"))
    went = []
    for step in ("drivers", "risk", "levels"):
        screen = sitting.press(Verb.BACK, step, INPUTS[step]).screen
        assert isinstance(screen, Ask)
        went.append(screen.step)
    assert went == ["risk", "levels", "need"]
    kept = sitting.answers
    assert (kept.comment, kept.severity, kept.moves) == ("Vi är få.", COMPLETE.severity, (2, 1, 0))


def test_back_from_the_first_step_stays_there_and_keeps_what_was_typed() -> None:
    sitting = Sitting()
    screen = sitting.press(Verb.BACK, "need", INPUTS["need"]).screen
    assert isinstance(screen, Ask)
    assert screen.step == "need"
    assert sitting.answers.need_2y is COMPLETE.need_2y


def test_back_with_something_unreadable_goes_back_and_keeps_it_aside() -> None:
    sitting = Sitting(in_progress(step="levels"))
    turn = sitting.press(Verb.BACK, "levels", {"move_some_good": "många"})
    assert isinstance(turn.screen, Ask)
    assert turn.screen.step == "need"
    assert turn.kept
    assert sitting.answers == COMPLETE


def test_back_from_the_review() -> None:
    sitting = Sitting(in_progress())
    screen = sitting.press(Verb.BACK, REVIEW).screen
    assert isinstance(screen, Ask)
    assert screen.step == "drivers"
    assert sitting.answers == COMPLETE


def test_from_the_review_to_a_step_and_back_when_it_is_saved() -> None:
    sitting = Sitting(in_progress())
    step = sitting.press(Verb.START, "levels", from_review=True).screen
    assert isinstance(step, Ask)
    assert (step.step, step.from_review) == ("levels", True)
    review = sitting.press(Verb.ANSWER, "levels", {"move_some_good": "5"}, from_review=True).screen
    assert isinstance(review, Review)
    assert sitting.answers.moves == (5, 0, 0)


def test_from_the_review_to_a_step_and_back_without_saving() -> None:
    sitting = Sitting(in_progress())
    screen = sitting.press(Verb.BACK, "risk", INPUTS["risk"], from_review=True).screen
    assert isinstance(screen, Review)
    assert sitting.answers == COMPLETE


def test_a_mistake_on_the_way_from_the_review_keeps_the_way_back() -> None:
    sitting = Sitting(in_progress())
    refused = sitting.press(Verb.ANSWER, "levels", {"move_some_good": "x"}, from_review=True).screen
    assert isinstance(refused, Ask)
    assert refused.from_review
    sitting.press(Verb.ANSWER, "levels", {"move_some_good": "3"}, from_review=True)
    assert sitting.state.step == REVIEW


def test_straight_to_the_review_stores_the_step() -> None:
    sitting = Sitting(in_progress(step="need"))
    screen = sitting.press(Verb.REVIEW, "need", {**INPUTS["need"], "need_5y": "LESS"}).screen
    assert isinstance(screen, Review)
    assert sitting.answers.need_5y == "LESS"


def test_to_the_review_with_something_unreadable_keeps_it_aside() -> None:
    sitting = Sitting(in_progress(step="need"))
    turn = sitting.press(Verb.REVIEW, "need", {**INPUTS["need"], "need_5y": "?"})
    assert isinstance(turn.screen, Review)
    assert turn.kept
    assert sitting.answers == COMPLETE


def test_a_dialogue_is_resumed_where_it_was_left() -> None:
    sitting = Sitting()
    sitting.answer("need", **INPUTS["need"])
    screen = sitting.press(Verb.START, revision=None).screen
    assert isinstance(screen, Ask)
    assert (screen.step, screen.state.answers.need_2y) == ("levels", COMPLETE.need_2y)


def test_a_step_that_the_method_has_lost_is_resumed_at_its_first() -> None:
    screen = Sitting(in_progress(step="goals")).press(Verb.START, revision=None).screen
    assert isinstance(screen, Ask)
    assert screen.step == "need"


def test_nothing_incomplete_is_submitted() -> None:
    sitting = Sitting(in_progress(Answers(headcount_ok=False)))
    turn = sitting.press(Verb.SUBMIT, REVIEW)
    assert turn.state is None
    assert isinstance(turn.screen, Review)
    assert turn.screen.notice
    assert turn.screen.notice.code == "answers_missing"
    assert [(p.input_id, p.code) for p in turn.screen.missing] == [
        ("headcount_actual", "headcount_missing"),
        ("need_2y", "required"),
        ("need_5y", "required"),
        ("move_some_good", "levels_missing"),
        ("severity", "required"),
        ("likelihood", "required"),
    ]
