"""Risk and likelihood."""

from dialogs.screen import Ask
from kfmodel.answers import Answers
from tests.dialogs.build import COMPLETE, RISK, Sitting, in_progress


def problems(sitting: Sitting, **inputs: object) -> list[tuple[str, str]]:
    screen = sitting.answer("risk", **inputs).screen
    assert isinstance(screen, Ask)
    return [(problem.input_id, problem.code) for problem in screen.problems]


def test_both_are_asked_for() -> None:
    assert problems(Sitting(in_progress(Answers(), "risk"))) == [
        ("severity", "required"),
        ("likelihood", "required"),
    ]


def test_one_is_stored_where_the_other_is_none() -> None:
    sitting = Sitting(in_progress())
    assert problems(sitting, severity="SERIOUS", likelihood="OFTEN") == [
        ("likelihood", "unknown_choice")
    ]
    assert (sitting.answers.severity, sitting.answers.likelihood) == (
        "SERIOUS",
        COMPLETE.likelihood,
    )


def test_both_are_stored() -> None:
    sitting = Sitting(in_progress(Answers(), "risk"))
    assert problems(sitting, **RISK) == []
    assert sitting.state.step == "drivers"
