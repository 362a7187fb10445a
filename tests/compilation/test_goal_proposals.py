"""Goals that follow from what a category came to."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, Answers
from kfmodel.compilation.goal_proposals import proposed_goals
from kfmodel.compilation.material import Committee
from kfmodel.plan import Measures
from kfmodel.scales import Need
from kfmodel.settling import Settled
from tests.compilation.build import ASN, CATEGORY, COMPLETE, compiled, dialogue, projection

KEY = (ASN.code, CATEGORY)
COUNTING = Committee("ASN", ASN.name, "headcount-levels")
WORKING = replace(COMPLETE, move_some_good=2, move_good_high=4, move_high_very_high=1)


def goals(*dialogues: Any, years: int = 2, **values: Any) -> Measures | None:
    [proposal] = proposed_goals(compiled(*dialogues, **values).rows, years)
    return proposal.measures


def projected(headcount: float = 20, gap: float = -2) -> dict[str, Any]:
    return {"projections": {KEY: projection(headcount, gap_2y=gap, gap_5y=2 * gap)}}


def settled_on(need: Need) -> dict[tuple[str, str], Settled]:
    answers = Answers(need_2y=need, level_some=-10, level_good=0, level_high=10, level_very_high=0)
    return {KEY: Settled(answers, "Fler ärenden", "HR", datetime(2025, 10, 1, tzinfo=UTC))}


def test_the_middle_of_the_assessed_need_and_the_moves_upwards() -> None:
    """22 are needed as projected; Mer is 10–20 % more: 24–26 people, 5 more than today's 20."""
    found = goals(dialogue("1", 20, WORKING), **projected())
    assert found == Measures(5, to_some=0, to_good=0, to_high=3, to_very_high=1)


def test_an_open_need_is_taken_at_its_only_end() -> None:
    much_more = replace(COMPLETE, need_2y=Need.MUCH_MORE)
    much_less = replace(COMPLETE, need_2y=Need.MUCH_LESS)
    assert goals(dialogue("1", 20, much_more), **projected(gap=0)) == Measures(6, 0, 0, 0, 0)
    assert goals(dialogue("1", 20, much_less), **projected(gap=0)) == Measures(-6, 0, 0, 0, 0)


def test_five_years_ahead_there_are_no_levels() -> None:
    """24 are needed as projected, and Samma is 23–25."""
    assert goals(dialogue("1", 20), years=5, **projected()) == Measures(4)


def test_another_settled_need_is_what_counts() -> None:
    found = goals(dialogue("1", 20), settled=settled_on(Need.MUCH_MORE), **projected())
    assert found == Measures(9, 0, 0, 2, 0)  # at least 30 % more than 22 is 29


def test_nothing_is_proposed_from_nothing() -> None:
    assert goals(dialogue("1", 20, None), **projected()) is None
    assert goals(dialogue("1", 20, replace(COMPLETE, move_some_good=None))) is None
    assert goals(dialogue("1", 20), years=3, **projected()) is None


def test_no_goal_is_set_for_a_small_group() -> None:
    assert goals(dialogue("1", 4), **projected(4)) is None


def test_half_of_the_units_have_not_answered() -> None:
    found = goals(dialogue("1", 10), dialogue("2", 10, None), **projected())
    assert found == Measures(None, 0, 0, 0, 0)


def test_settled_as_compiled_it_stands_for_those_who_have_not_answered() -> None:
    """22 are needed as projected; Mer is 10–20 % more: 24–26 people, 5 more than today's 20."""
    units = dialogue("1", 10), dialogue("2", 10, None)
    found = goals(*units, settled=settled_on(Need.MORE), **projected())
    assert found == Measures(5, 0, 0, 2, 0)
    unprojected = goals(*units, settled=settled_on(Need.MORE))
    assert unprojected == Measures(None, 0, 0, 2, 0)


def test_settled_as_compiled_it_is_counted_unit_by_unit_once_all_have_answered() -> None:
    """Each unit's 5,5 is 6–7 people at Mer: four are 24–28, 6 more than today's 20."""
    units = [dialogue(str(n), 5) for n in range(4)]
    assert goals(*units, settled=settled_on(Need.MORE), **projected()) == Measures(6, 0, 0, 2, 0)


def counting(*needed: int | None) -> Answers:
    given = dict(zip(HEADS_NOW, (40, 30, 20, 10), strict=True))
    return Answers().with_values(given | dict(zip(HEADS_NEEDED[2], needed, strict=True)))


def test_heads_that_are_counted() -> None:
    answers = counting(4, 35, 45, 30)
    found = goals(dialogue("1", 100, answers, committee=COUNTING), committees=(COUNTING,))
    assert found == Measures(14, to_some=0, to_good=5, to_high=25, to_very_high=20)


@pytest.mark.parametrize("years", [2, 5])
def test_heads_that_nobody_has_counted(years: int) -> None:
    answers = counting(4, 35, 45, 30 if years == 5 else None)
    unit = dialogue("1", 100, answers, committee=COUNTING)
    assert goals(unit, committees=(COUNTING,), years=years) is None
