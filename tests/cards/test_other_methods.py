"""Cards of the methods that ask otherwise than in five levels."""

from dataclasses import replace

import pytest

import cards
from cards.card import Card
from dialogs.screen import Ask, Overview, OverviewItem, Screen, Submitted
from kfmodel.answers import HEADS_NEEDED, HEADS_NOW
from kfmodel.dialogue import Previous, Progress
from kfmodel.scales import Need, Severity
from tests.cards.anatomy import button, choices, inputs, is_visible, problem_beside, titles, words
from tests.cards.samples import (
    ANSWERS,
    BEGUN,
    COUNTED_STATE,
    DONE,
    FACTS,
    HEADCOUNT,
    METHOD,
    NEW,
    PREVIOUS,
    SCREENS,
    THREE_LEVEL,
    drawn,
)
from tests.cards.settling_samples import SETTLING


def lines(card: Card) -> str:
    return words(card).replace("\n", " ")


@pytest.mark.parametrize(("settled", "has_levels"), [("a proposal", True), ("three levels", False)])
def test_only_levels_that_the_method_asks_for_are_settled(settled: str, has_levels: bool) -> None:
    card = cards.settling_card(SETTLING[settled], "sv")
    assert ("Kvalitativt gap (+ saknas, − överskott)" in lines(card)) is has_levels


def test_need_in_three_levels_is_told_against_today() -> None:
    card = drawn(SCREENS["need in three levels"])
    assert inputs(card)["need_2y"]["label"] == "Behov 2027 – i dag 7"
    assert choices(card, "need_2y") == [
        "Mindre: högst 6 personer",
        "Samma: ungefär 7 personer",
        "Mer: minst 8 personer",
    ]
    assert "”Samma” betyder lika många som i dag" in words(card)


def test_a_projection_is_told_in_three_levels_but_is_no_baseline() -> None:
    projected = replace(THREE_LEVEL, gap_2y=-60.0, committee_headcount=168.0)
    card = drawn(Ask("need", projected, NEW))
    assert "2027 saknas 60 personer" in words(card)
    assert inputs(card)["need_2y"]["label"] == "Behov 2027 – i dag 7"
    assert choices(card, "need_2y")[1] == "Samma: ungefär 7 personer"


def test_progress_follows_the_method() -> None:
    for name, said in {
        "need in three levels": "Steg 1 av 4",
        "risk in three levels": "Steg 2 av 4",
        "heads now": "Steg 1 av 5",
        "heads needed": "Steg 2 av 5",
        "risk apart": "Steg 3 av 5",
        "review of heads": "Steg 5 av 5",
    }.items():
        assert said in words(drawn(SCREENS[name])), name


def test_heads_today_are_four_numbers() -> None:
    card = drawn(SCREENS["heads now"])
    assert list(inputs(card)) == list(HEADS_NOW)
    assert [one["label"] for one in inputs(card).values()] == [
        "Viss i dag", "God i dag", "Hög i dag", "Mycket hög i dag",
    ]  # fmt: skip
    assert {one["type"] for one in inputs(card).values()} == {"Input.Number"}
    assert "Hur många av era 7 personer finns på varje kompetensnivå i dag?" in words(card)
    assert "7 personer i Enheten för mottagning" in lines(card)
    assert not is_visible(card, "definitions")


def test_a_number_that_cannot_be_read_stands_as_it_was_typed() -> None:
    card = drawn(SCREENS["heads now refused"])
    assert (inputs(card)["now_some"]["value"], inputs(card)["now_good"]["value"]) == ("tre", 4)
    assert "”tre” är inte ett tal" in problem_beside(card, "now_some")


def test_heads_needed_are_asked_beside_those_of_today() -> None:
    card = drawn(SCREENS["heads needed"])
    assert list(inputs(card)) == [*HEADS_NEEDED[2], *HEADS_NEEDED[5]]
    assert inputs(card)["need_2y_some"]["label"] == "Viss 2027 (i dag 3)"
    assert inputs(card)["need_5y_very_high"]["label"] == "Mycket hög 2030 (i dag 0)"
    assert "I dag: Viss 3, God 4, Hög 1, Mycket hög 0 – tillsammans 8 personer" in words(card)
    data = button(card, "Oförändrat, samma som i dag")["data"]
    assert (data["verb"], data["unchanged"]) == ("answer", True)


def test_nothing_is_unchanged_before_today_is_counted() -> None:
    unknown = drawn(SCREENS["heads needed without today's"])
    assert inputs(unknown)["need_2y_some"]["label"] == "Viss 2027"
    assert "Oförändrat, samma som i dag" not in titles(
        drawn(SCREENS["heads needed without today's"])
    )


def test_risk_apart_has_a_question_for_each_and_two_answers() -> None:
    card = drawn(SCREENS["risk apart"])
    assert {name: one["value"] for name, one in inputs(card).items()} == {
        "severity_operations": "SERIOUS",
        "severity_work_environment": "OTHER",
    }
    for name in inputs(card):
        assert [title.split(":")[0] for title in choices(card, name)] == [
            "Annan risk (gul)",
            "Allvarlig (röd)",
        ]
    assert "Ert svar 2023: verksamheten Allvarlig, arbetsmiljön Annan risk" in words(card)
    assert "Mindre allvarlig" not in words(card)


COUNTED_AND_DONE = Submitted(
    HEADCOUNT, replace(DONE, answers=COUNTED_STATE.answers), may_reopen=True
)


@pytest.mark.parametrize("screen", [SCREENS["review of heads"], COUNTED_AND_DONE])
def test_review_and_receipt_have_sums_and_moves(screen: Screen) -> None:
    card = drawn(screen)
    for said in (
        "Antal: 8 personer enligt dig, 7 personer i underlaget",
        "I dag: Viss 3, God 4, Hög 1, Mycket hög 0 – tillsammans 8 personer",
        "Behov 2027: Viss 1, God 4, Hög 3, Mycket hög 2 – tillsammans 10 personer",
        "Förändring till 2027: Viss −2, God 0, Hög +2, Mycket hög +2 – tillsammans +2",
        "Förändring till 2030: Viss −1, God +4, Hög +6, Mycket hög +3 – tillsammans +12",
        "Risk för verksamheten: Allvarlig (röd)",
        "Risk för arbetsmiljön: Annan risk (gul)",
    ):
        assert said in words(card)
    assert "Sannolikhet" not in words(card)


def test_a_need_far_from_today_is_pointed_out() -> None:
    assert "Du räknar med 20 personer om 5 år, mot 8 i dag." in words(
        drawn(SCREENS["review of heads"])
    )


def test_what_is_missing_is_named_with_its_year() -> None:
    card = drawn(SCREENS["review of no heads"])
    assert (
        "antal per nivå i dag, antal per nivå 2027, antal per nivå 2030, risk för verksamheten och "
        "risk för arbetsmiljön"
    ) in words(card)
    assert "Fyll i: Antal per nivå framöver" in titles(card)


def test_same_as_last_time_is_offered_where_that_is_known() -> None:
    counted = Previous(2023, heads_now=(3, 4, 0, 0))
    for method, previous, offered in (
        ("five-level", PREVIOUS, True),
        ("three-level", PREVIOUS, True),
        ("headcount-levels", PREVIOUS, False),
        ("headcount-levels", counted, True),
    ):
        facts = replace(FACTS, method=method, previous=previous)
        item = OverviewItem(facts, Progress.NOT_STARTED, None)
        card = cards.render(Overview("Anna", (item,)), None, "sv")
        assert ("Som förra gången (2023)" in titles(card)) is offered


def test_heads_of_last_time_are_told() -> None:
    counted = Previous(2023, heads_now=(3, 4, 0, 0), heads_2y=(0, 5, 3, 0), heads_5y=(0, 2, 0, 6))
    facts = replace(HEADCOUNT, previous=counted)
    now, needed = (drawn(Ask(step, facts, NEW)) for step in ("heads_now", "heads_needed"))
    assert "Ert svar 2023: Viss 3, God 4, Hög 0, Mycket hög 0 – tillsammans 7 personer" in words(
        now
    )
    assert "tillsammans 8 personer om 2 år, Viss 0, God 2" in words(needed)


def test_percentage_points_come_first_where_the_method_says_so() -> None:
    points = METHOD.model_copy(update={"levels": "points"})
    card = cards.render(Ask("levels", FACTS, NEW), points, "sv")
    assert is_visible(card, "points")
    assert not is_visible(card, "moves")
    given = cards.render(Ask("levels", FACTS, BEGUN), points, "sv")
    assert is_visible(given, "moves")
    assert not is_visible(given, "points")


def test_an_answer_that_the_method_no_longer_has_is_still_told() -> None:
    odd = replace(ANSWERS, need_2y=Need.MUCH_MORE, severity=Severity.LESS_SERIOUS)
    card = drawn(Submitted(THREE_LEVEL, replace(DONE, answers=odd), may_reopen=True))
    assert "Behov 2027: Mycket mer" in words(card)


def test_last_time_of_nobody_says_nothing() -> None:
    silent = replace(HEADCOUNT, previous=Previous(2023))
    assert "Ert svar" not in words(drawn(Ask("risk", silent, NEW)))
