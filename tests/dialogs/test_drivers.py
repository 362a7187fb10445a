"""Drivers, texts and activities."""

import pytest

from dialogs.press import Verb
from dialogs.screen import Ask, Review
from dialogs.steps.activities import input_id
from kfmodel.answers import Activity, Answers
from tests.dialogs.build import COMPLETE, DRIVERS, Sitting, in_progress


def before(answers: Answers = COMPLETE) -> Sitting:
    return Sitting(in_progress(answers, "drivers"))


def problems(sitting: Sitting, **inputs: object) -> list[tuple[str, str]]:
    screen = sitting.answer("drivers", **inputs).screen
    return [(p.input_id, p.code) for p in screen.problems] if isinstance(screen, Ask) else []


def activities(count: int) -> dict[str, str]:
    return {input_id("description", place): f"Insats {place}" for place in range(1, count + 1)}


def test_nothing_is_required() -> None:
    sitting = before(Answers())
    assert isinstance(sitting.answer("drivers").screen, Review)
    assert sitting.answers == Answers()


def test_what_is_emptied_is_gone() -> None:
    sitting = before()
    assert problems(sitting) == []
    assert (sitting.answers.comment, sitting.answers.drivers, sitting.answers.activities) == (
        None,
        (),
        (),
    )


def test_several_drivers_in_the_methods_order() -> None:
    sitting = before()
    assert problems(sitting, drivers="work_environment, law,law") == []
    assert sitting.answers.drivers == ("law", "work_environment")


def test_an_unknown_driver_keeps_the_stored_ones() -> None:
    sitting = before()
    assert problems(sitting, **(DRIVERS | {"drivers": "law,väder"})) == [
        ("drivers", "unknown_choice")
    ]
    assert sitting.answers == COMPLETE


@pytest.mark.parametrize("name", ["comment", "specific_gap"])
@pytest.mark.parametrize("length", [2_000, 2_001, 10_000])
def test_how_long_a_text_may_be(name: str, length: int) -> None:
    sitting = before()
    stored = getattr(COMPLETE, name)
    text = "å" * length
    turn = sitting.answer("drivers", **(DRIVERS | {name: text}))
    if length == 2_000:
        assert getattr(sitting.answers, name) == text
        return
    assert isinstance(turn.screen, Ask)
    [problem] = turn.screen.problems
    assert (problem.input_id, problem.code) == (name, "too_long")
    assert problem.params == {"length": length, "longest": 2_000}
    assert turn.screen.typed
    assert turn.screen.typed[name] == text
    assert getattr(sitting.answers, name) == stored
    assert turn.kept


@pytest.mark.parametrize(
    "text",
    [
        "Vi behöver fler 👩‍👩‍👧 🇸🇪",
        "**fet** _kursiv_ [länk](https://example.org) # rubrik",
        "<b>fet</b><script>alert(1)</script> &amp;",
        "=1+1",
        "@SUM(A1)",
        "+46 40 123",
        "-1",
        "rad ett\nrad två\tkolumn",
        "Robert'); DROP TABLE dialogue;--",
        "{who} %s {0}",
        "مرحبا שלום",
        "true",
    ],
)
def test_texts_are_kept_as_they_are(text: str) -> None:
    sitting = before()
    inputs = {"comment": text, "specific_gap": text, "activity_description": text}
    assert problems(sitting, **inputs) == []
    kept = sitting.answers
    assert (kept.comment, kept.specific_gap, kept.activities[0].description) == (text, text, text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("   ", None),
        ("\n\t", None),
        ("\u200e\u202e", None),
        ("\x00", None),
        (" Ja ", "Ja"),
        ("a\x00b\x1bc\x7f\x9b", "abc"),
        ("gnp\u202etxt.exe\u2066", "gnptxt.exe"),
        ("a\ud800b", "ab"),
        ("A\u030angest", "Ångest"),
    ],
)
def test_what_nobody_can_see_is_left_out(text: str, kept: str | None) -> None:
    sitting = before()
    assert problems(sitting, comment=text) == []
    assert sitting.answers.comment == kept


def test_an_activity_with_everything() -> None:
    sitting = before(Answers())
    assert problems(sitting, **DRIVERS) == []
    assert sitting.answers.activities == (Activity("Mentorskap", "develop", "2026"),)


def test_ten_activities_and_no_eleventh() -> None:
    sitting = before()
    assert problems(sitting, **activities(11)) == []
    assert [a.description for a in sitting.answers.activities] == [
        f"Insats {place}" for place in range(1, 11)
    ]


def test_room_for_one_more() -> None:
    sitting = before(Answers())
    screen = sitting.press(Verb.ANSWER, "drivers", activities(2), more=True).screen
    assert isinstance(screen, Ask)
    assert screen.step == sitting.state.step == "drivers"
    assert len(screen.state.answers.activities) == 2


def test_an_emptied_activity_is_gone_and_the_others_move_up() -> None:
    sitting = before()
    assert problems(sitting, **(activities(3) | {"activity_description_2": " "})) == []
    assert [a.description for a in sitting.answers.activities] == ["Insats 1", "Insats 3"]


def test_a_time_plan_needs_an_activity() -> None:
    assert problems(before(), activity_time_plan="2026") == [
        ("activity_description", "activity_without_description")
    ]


def test_an_area_alone_is_no_activity() -> None:
    sitting = before()
    assert problems(sitting, activity_area="recruit") == []
    assert sitting.answers.activities == ()


def test_an_activity_that_is_too_long_is_told_once() -> None:
    inputs = {"activity_description": "å" * 2_001, "activity_time_plan": "2026"}
    assert problems(before(), **inputs) == [("activity_description", "too_long")]


def test_a_refused_activity_keeps_the_stored_one_and_the_others_are_stored() -> None:
    sitting = before()
    inputs = activities(2) | {"activity_time_plan": "å" * 201}
    assert problems(sitting, **inputs) == [("activity_time_plan", "too_long")]
    assert sitting.answers.activities == (COMPLETE.activities[0], Activity("Insats 2"))


FURTHER = {
    "activity_responsible": "HR-avdelningen",
    "activity_follow_up": "Enkät efter ett år",
    "activity_challenge": "recruitment",
    "activity_anchoring": "Få på hög nivå",
    "activity_asked_sek": "250 000",
}


def test_an_activity_with_all_that_is_folded_away() -> None:
    sitting = before(Answers())
    assert problems(sitting, **(DRIVERS | FURTHER)) == []
    assert sitting.answers.activities == (
        Activity(
            "Mentorskap",
            "develop",
            "2026",
            "HR-avdelningen",
            "Enkät efter ett år",
            "recruitment",
            "Få på hög nivå",
            250_000,
        ),
    )


@pytest.mark.parametrize("name", sorted(FURTHER.keys() - {"activity_challenge"}))
def test_what_is_folded_away_needs_an_activity(name: str) -> None:
    assert problems(before(), **{name: FURTHER[name]}) == [
        ("activity_description", "activity_without_description")
    ]


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("activity_responsible", "å" * 201, "too_long"),
        ("activity_follow_up", "å" * 201, "too_long"),
        ("activity_anchoring", "å" * 201, "too_long"),
        ("activity_challenge", "väder", "unknown_choice"),
        ("activity_asked_sek", "mycket", "not_a_number"),
        ("activity_asked_sek", "10,50", "not_whole"),
        ("activity_asked_sek", "-1", "out_of_range"),
        ("activity_asked_sek", "1000000001", "out_of_range"),
    ],
)
def test_what_is_folded_away_is_read_with_care(name: str, typed: str, code: str) -> None:
    sitting = before()
    assert problems(sitting, **(DRIVERS | FURTHER | {name: typed})) == [(name, code)]
    assert sitting.answers.activities == COMPLETE.activities


def test_an_unknown_area() -> None:
    sitting = before()
    assert problems(sitting, **(DRIVERS | {"activity_area": "väder"})) == [
        ("activity_area", "unknown_choice")
    ]
    assert sitting.answers == COMPLETE
