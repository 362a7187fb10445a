"""HR's controls of a cycle."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import cards
from dialogs.screen import Problem
from kfmodel.controls import Controls, Dispatch
from kfmodel.delivery import Kind
from tests.cards.anatomy import of_type, titles, words
from tests.cards.control_samples import FEW, MANY, OPEN, PAUSED

FIVE = tuple((at, f"Chef Nummer{n} Efternamnsson") for n, (at, _) in enumerate(MANY.to[:5]))
FIRST = Dispatch(date(2025, 10, 10), Kind.REMINDER, FIVE)


def plan(*ahead: Dispatch) -> Controls:
    return replace(OPEN, ahead=ahead)


def test_those_who_get_the_same_again_are_named_once() -> None:
    again = replace(FIRST, on=date(2025, 10, 16), to=tuple(_a_day_later(FIRST)))
    other = replace(again, on=date(2025, 10, 17), kind=Kind.LAST_DAY, to=again.to[:4])
    card = cards.ahead_card(plan(FIRST, again, other), "sv")
    said = words(card)
    assert "Samma personer och tider som fredag 10 oktober." in said
    assert said.count("Chef Nummer4") == said.count("Samma personer")
    assert said.count("Chef Nummer3") == 2 * said.count("Chef Nummer4")
    assert titles(card) == ["Tillbaka"]
    assert not of_type(card, "Input.ChoiceSet")


def _a_day_later(one: Dispatch) -> list[tuple[datetime, str]]:
    return [(at + timedelta(days=1), name) for at, name in one.to]


def test_one_time_is_no_interval() -> None:
    at = FIRST.to[0][0]
    one = Dispatch(date(2025, 10, 13), Kind.DIGEST, tuple((at, f"HR {n}") for n in range(1300)))
    said = words(cards.ahead_card(plan(one), "sv"))
    assert "kl. 09.05" in said
    assert "mellan" not in said


def test_names_that_have_no_room_can_be_asked_for() -> None:
    assert titles(cards.ahead_card(plan(FEW, MANY), "sv")) == ["Visa namnen", "Tillbaka"]


def test_what_would_go_out_if_it_were_not_paused() -> None:
    said = words(cards.controls_card(replace(PAUSED, ahead=(FEW,)), "sv"))
    assert "Utan pausen skulle det här gå ut" in said
    assert "Skickas härnäst" not in said
    said = words(cards.controls_card(PAUSED, "sv"))
    assert "Inget skickas förrän du fortsätter utskicken." in said
    assert "skulle det här gå ut" not in said


def test_a_refused_deadline_stands_as_it_was_chosen() -> None:
    past = Problem("deadline", "deadline_past")
    card = cards.controls_card(OPEN, "sv", problem=past, typed={"deadline": "2025-09-01"})
    assert [one["value"] for one in of_type(card, "Input.Date")] == ["2025-09-01"]
