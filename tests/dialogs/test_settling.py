"""What a press of someone who settles comes to, before anything is stored."""

from dataclasses import replace
from typing import Any

import pytest

from dialogs.press import Verb
from dialogs.returning import COMMENT, WHOM, GiveBack, give_back, returnable
from dialogs.screen import Notice
from dialogs.settling import (
    Refusal,
    Settle,
    SettlingPress,
    approve,
    settle,
    to_point_out,
    withdraw,
)
from kfmodel.scales import Severity
from kfmodel.settling import Actor, Standing
from tests.cards.settling_samples import (
    APPROVED,
    COMMITTEE,
    DIVISION,
    DONE,
    HEADS,
    NOBODY,
    OF_2018,
    OF_COMMITTEE,
    PROPOSED,
    RETURNED,
    group,
    to_settle,
)

AS_COMPILED = {
    name: str(getattr(PROPOSED.compiled, name))
    for name in ("need_2y", "need_5y", "severity", "likelihood")
} | {
    name: str(getattr(PROPOSED.compiled, name))
    for name in ("level_some", "level_good", "level_high", "level_very_high")
}


def press(category: Any = PROPOSED, verb: Verb = Verb.SETTLE, **values: Any) -> SettlingPress:
    given = {"revision": category.revision, "basis": category.basis} | values
    return SettlingPress(verb, DIVISION.id, category.id, **given)


def problems(category: Any = PROPOSED, **inputs: str) -> list[tuple[str, str]]:
    decided = settle(DIVISION, category, press(category, inputs=AS_COMPILED | inputs))
    assert isinstance(decided, Refusal)
    return [(problem.input_id, problem.code) for problem in decided.problems]


def test_the_compiled_values_need_no_reason() -> None:
    for one in (press(as_compiled=True), press(inputs=AS_COMPILED)):
        assert settle(DIVISION, PROPOSED, one) == Settle(PROPOSED.compiled, None)


def test_other_values_need_a_reason() -> None:
    assert problems(severity="SERIOUS") == [("reason", "reason_missing")]
    assert problems(severity="SERIOUS", reason=" \n") == [("reason", "reason_missing")]
    given = AS_COMPILED | {"severity": "SERIOUS", "reason": "Två slutar"}
    changed = replace(PROPOSED.compiled, severity=Severity.SERIOUS)
    assert settle(DIVISION, PROPOSED, press(inputs=given)) == Settle(changed, "Två slutar")


@pytest.mark.parametrize(
    ("inputs", "problem"),
    [
        ({"severity": ""}, ("severity", "required")),
        ({"severity": "OTHER"}, ("severity", "unknown_choice")),
        ({"need_2y": "mycket"}, ("need_2y", "unknown_choice")),
        ({"level_some": "1,5"}, ("level_some", "not_whole")),
        ({"level_some": "-101"}, ("level_some", "out_of_range")),
        ({"level_some": "20"}, ("level_some", "levels_sum")),
        ({"reason": "x" * 2_001}, ("reason", "too_long")),
    ],
)
def test_what_cannot_be_settled_is_told_beside_it(
    inputs: dict[str, str], problem: tuple[str, str]
) -> None:
    assert problem in problems(**{"reason": "Därför"} | inputs)


def test_a_category_that_nobody_has_answered_needs_every_value() -> None:
    empty = dict.fromkeys(AS_COMPILED, "")
    decided = settle(DIVISION, NOBODY, press(NOBODY, as_compiled=True))
    asked = (
        {problem.input_id for problem in decided.problems} if isinstance(decided, Refusal) else {}
    )
    assert asked == AS_COMPILED.keys()
    assert ("level_some", "number_missing") in problems(NOBODY, **empty)


def test_heads_by_level_are_settled_as_heads() -> None:
    place = replace(DIVISION, method=HEADS)
    category = to_settle("Socionom", (group(1, OF_2018),), HEADS)
    assert settle(place, category, press(category, as_compiled=True)) == Settle(
        category.compiled, None
    )
    given = {"now_some": "4", "severity_operations": "OTHER"}
    decided = settle(place, category, press(category, inputs=given))
    assert isinstance(decided, Refusal)
    found = {(problem.input_id, problem.code) for problem in decided.problems}
    assert ("severity_work_environment", "required") in found
    assert ("need_2y_some", "number_missing") in found
    assert not [name for name, _ in found if name.startswith("now_")]


@pytest.mark.parametrize("old", [{"revision": 9}, {"basis": "another"}, {"revision": None}])
def test_an_outdated_card_settles_nothing(old: dict[str, Any]) -> None:
    decided = settle(DIVISION, PROPOSED, press(as_compiled=True, **old))
    assert decided == Refusal(Notice("settling_outdated"), outdated=True)


@pytest.mark.parametrize(
    ("standing", "actors", "said"),
    [
        (Standing.LOCKED, DIVISION.actors, "settling_approved"),
        (Standing.FINAL, DIVISION.actors, "settling_final"),
        (Standing.PROPOSED, COMMITTEE.actors, "settling_not_yours"),
        (Standing.PROPOSED, frozenset({Actor.CITY_HR}), "settling_not_yours"),
    ],
)
def test_a_refusal_says_why(standing: Standing, actors: frozenset[Actor], said: str) -> None:
    category = replace(PROPOSED, standing=standing)
    decided = settle(replace(DIVISION, actors=actors), category, press(as_compiled=True))
    assert isinstance(decided, Refusal)
    assert decided.notice is not None
    assert decided.notice.code == said


def test_approving_names_what_is_left() -> None:
    whole = SettlingPress(Verb.APPROVE, DIVISION.id, revision=DIVISION.revision)
    assert approve(DIVISION, (DONE,), whole) is None
    left = approve(DIVISION, (DONE, RETURNED, NOBODY), whole)
    names = f"{RETURNED.name}, Sektionschef"
    assert left == Refusal(Notice("settling_left", {"n": 2, "categories": names}))
    assert approve(DIVISION, (), whole) == Refusal(Notice("settling_nothing"))
    old = replace(whole, revision=0)
    assert approve(DIVISION, (DONE,), old) == Refusal(Notice("settling_outdated"))
    approved = approve(APPROVED, (DONE,), replace(whole, revision=APPROVED.revision))
    assert approved == Refusal(Notice("settling_outdated"))


def test_only_hr_takes_an_approval_back() -> None:
    whole = SettlingPress(Verb.WITHDRAW, APPROVED.id, revision=APPROVED.revision)
    assert withdraw(APPROVED, whole) is None
    head = replace(DIVISION, standing=Standing.APPROVED, revision=APPROVED.revision)
    refused = withdraw(head, whole)
    assert refused is not None
    assert refused.notice == Notice("settling_not_yours", {"place": DIVISION.name})


def test_a_return_needs_whom_and_why() -> None:
    def given(**inputs: str) -> GiveBack | Refusal:
        return give_back(COMMITTEE, OF_COMMITTEE, press(verb=Verb.RETURN, inputs=inputs))

    division, *units = returnable(COMMITTEE, OF_COMMITTEE)
    assert (division.name, division.dialogue_id) == ("Utredning", None)
    assert [one.dialogue_id for one in units] == [1, 2, 3, 4]
    assert given(**{WHOM: division.key, COMMENT: "Se över"}) == GiveBack(division, "Se över")
    for lacking, inputs in ((COMMENT, {WHOM: division.key}), (WHOM, {COMMENT: "Se över"})):
        refused = given(**inputs)
        assert isinstance(refused, Refusal)
        assert [problem.input_id for problem in refused.problems] == [lacking]
    gone = given(**{WHOM: "dialogue-1-2", COMMENT: "Se över"})
    assert gone == Refusal(Notice("settling_outdated"), outdated=True)


def test_who_names_a_person_is_asked_until_that_name_is_confirmed() -> None:
    reason = "Anna Svensson 850101-1234 säger det"
    decided = settle(DIVISION, PROPOSED, press(inputs=AS_COMPILED | {"reason": reason}))
    assert isinstance(decided, Settle)
    assert decided.personal == ("Anna Svensson", "850101-1234")
    [division, *_] = returnable(COMMITTEE, OF_COMMITTEE)
    assert GiveBack(division, reason).personal == decided.personal
    assert Settle(PROPOSED.compiled, None).personal == ()
    asked = Refusal(None, personal=decided.personal)
    assert to_point_out(decided.personal, press()) == asked
    assert to_point_out(decided.personal, press(told=("Anna Svensson",))) == asked
    assert to_point_out(decided.personal, press(told=decided.personal)) is None
    assert to_point_out((), press()) is None
