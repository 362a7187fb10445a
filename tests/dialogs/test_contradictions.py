"""Answers that do not sit well together are pointed out, and never refused."""

from dataclasses import replace
from typing import Any

import pytest

from dialogs.contradictions import contradictions
from dialogs.press import Verb
from dialogs.screen import REVIEW, Review, Submitted
from kfmodel.answers import MOVES, Answers
from kfmodel.scales import Need, Severity
from tests.dialogs.build import COMPLETE, Sitting, in_progress

LESS_BUT_SERIOUS = "contradiction.less_need_but_serious"
NO_ACTIVITY = "contradiction.large_gap_without_activity"
SUM = "contradiction.levels_do_not_sum"


def points(*levels: int) -> dict[str, Any]:
    names = ("level_some", "level_good", "level_high", "level_very_high")
    return dict.fromkeys(MOVES) | dict(zip(names, levels, strict=True))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"need_2y": Need.LESS, "severity": Severity.SERIOUS}, [LESS_BUT_SERIOUS]),
        ({"need_2y": Need.MUCH_LESS, "severity": Severity.SERIOUS}, [LESS_BUT_SERIOUS]),
        ({"need_2y": Need.LESS, "severity": Severity.LESS_SERIOUS}, []),
        ({"need_2y": Need.SAME, "severity": Severity.SERIOUS}, []),
        ({"need_5y": Need.LESS, "severity": Severity.SERIOUS}, []),
        ({"need_2y": Need.MUCH_MORE}, []),
        ({"need_2y": Need.MUCH_MORE, "activities": ()}, [NO_ACTIVITY]),
        ({"severity": Severity.SERIOUS, "activities": ()}, [NO_ACTIVITY]),
        ({"need_2y": Need.MORE, "activities": ()}, []),
        (points(-10, 0, 10, 0), []),
        (points(-10, 0, 0, 0), [SUM]),
        (points(0, 0, 0, 0), []),
        (
            {"need_2y": Need.LESS, "severity": Severity.SERIOUS, "activities": ()}
            | points(5, 5, 0, 0),
            [LESS_BUT_SERIOUS, NO_ACTIVITY, SUM],
        ),
    ],
)
def test_contradictions(changes: dict[str, Any], found: list[str]) -> None:
    answers = replace(COMPLETE, **changes)
    assert [notice.code for notice in contradictions(answers)] == found
    sitting = Sitting(in_progress(answers))
    review = sitting.press(Verb.START).screen
    assert isinstance(review, Review)
    assert [notice.code for notice in review.contradictions] == found
    assert isinstance(sitting.press(Verb.SUBMIT, REVIEW).screen, Submitted)


def test_nothing_answered_is_no_contradiction() -> None:
    assert contradictions(Answers()) == ()


def test_the_sum_is_told() -> None:
    [notice] = contradictions(replace(COMPLETE, **points(-10, 0, 4, 0)))
    assert notice.params == {"total": -6}


def test_what_looks_personal_is_told_and_not_refused() -> None:
    sitting = Sitting(in_progress(replace(COMPLETE, comment="Lisa Berg går i pension")))
    review = sitting.press(Verb.START).screen
    assert isinstance(review, Review)
    assert review.personal == ("Lisa Berg",)
    assert isinstance(sitting.press(Verb.SUBMIT, REVIEW).screen, Submitted)


def counted(now: int, in_2y: int, in_5y: int, **more: Any) -> Answers:
    """Everyone at one level, and something done about it."""
    heads: dict[str, Any] = {}
    for start, number in {"now": now, "need_2y": in_2y, "need_5y": in_5y}.items():
        heads |= {f"{start}_some": number, f"{start}_good": 0}
        heads |= {f"{start}_high": 0, f"{start}_very_high": 0}
    return Answers(**heads, **more, activities=COMPLETE.activities)


@pytest.mark.parametrize(
    ("heads", "severity", "found"),
    [
        ((7, 8, 9), Severity.SERIOUS, []),
        ((7, 6, 9), Severity.SERIOUS, [LESS_BUT_SERIOUS]),
        ((7, 6, 9), Severity.OTHER, []),
        ((7, 7, 7), Severity.SERIOUS, ["contradiction.no_change_but_serious"]),
        ((7, 7, 7), Severity.OTHER, []),
        ((7, 7, 8), Severity.SERIOUS, []),
        ((7, 14, 4), Severity.OTHER, []),
        ((7, 15, 7), Severity.OTHER, ["contradiction.need_far_from_today"]),
        ((7, 7, 3), Severity.OTHER, ["contradiction.need_far_from_today"]),
        ((0, 1, 0), Severity.OTHER, ["contradiction.need_far_from_today"]),
    ],
)
def test_contradictions_between_heads(
    heads: tuple[int, int, int], severity: Severity, found: list[str]
) -> None:
    apart = counted(*heads, severity_operations=Severity.OTHER, severity_work_environment=severity)
    assert [notice.code for notice in contradictions(apart)] == found


def test_a_serious_risk_on_either_side_wants_an_activity() -> None:
    answers = replace(counted(7, 8, 8, severity_operations=Severity.SERIOUS), activities=())
    assert [notice.code for notice in contradictions(answers)] == [NO_ACTIVITY]


def test_the_horizon_that_is_far_is_told() -> None:
    [notice] = contradictions(counted(7, 8, 50))
    assert notice.params == {"years": 5, "needed": 50, "today": 7}
