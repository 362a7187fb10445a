"""Drivers, free text and activities, all of them editable."""

from dataclasses import replace

from cards.card import LARGEST, size
from cards.form import Form
from cards.steps.activities import activity_boxes
from cards.text import texts_in
from dialogs.screen import Ask, Problem
from dialogs.steps.activities import MOST_ACTIVITIES
from kfmodel.answers import Activity, Answers
from tests.cards.anatomy import (
    button,
    inputs,
    is_visible,
    of_type,
    problem_beside,
    titles,
    words,
)
from tests.cards.samples import FACTS, METHOD, NEW, SCREENS, drawn


def with_activities(count: int) -> Ask:
    activities = tuple(Activity(f"Aktivitet nr {place}") for place in range(1, count + 1))
    return Ask("drivers", FACTS, replace(NEW, answers=Answers(activities=activities)))


def test_reminds_that_nothing_is_about_an_individual() -> None:
    assert "aldrig om en enskild medarbetare" in words(drawn(SCREENS["drivers"]))


def test_stored_answers_are_editable() -> None:
    found = inputs(drawn(SCREENS["drivers answered"]))
    assert found["drivers"]["value"] == "law,recruitment"
    assert found["drivers"]["isMultiSelect"] is True
    assert found["specific_gap"]["value"] == "Förhandlingsteknik"
    assert found["activity_description"]["value"] == "Mentorsprogram för nya chefer"
    assert found["activity_area"]["value"] == "develop"
    assert found["activity_time_plan"]["value"] == "Hösten 2026"


def test_one_more_activity_has_room() -> None:
    card = drawn(with_activities(2))
    assert inputs(card)["activity_description_2"]["value"] == "Aktivitet nr 2"
    assert "value" not in inputs(card)["activity_description_3"]
    assert button(card, "Spara och lägg till en aktivitet")["data"]["more"] is True


def test_the_last_activity_leaves_no_room() -> None:
    card = drawn(with_activities(MOST_ACTIVITIES))
    descriptions = [name for name in inputs(card) if name.startswith("activity_description")]
    assert len(descriptions) == MOST_ACTIVITIES
    assert "Spara och lägg till en aktivitet" not in titles(card)


FULL = Activity(
    "Mentorskap", "develop", "2026", "HR", "Enkät", "recruitment", "Få på hög nivå", 250_000
)


def test_what_is_seldom_asked_is_folded_away_until_it_is_filled() -> None:
    empty = drawn(with_activities(1))
    assert not is_visible(empty, "further_1")
    unfold = [
        a for a in of_type(empty, "Action.ToggleVisibility") if a["title"] == "Fler uppgifter"
    ]
    assert [(action["tooltip"], action["targetElements"]) for action in unfold] == [
        ("Aktivitet 1: fler uppgifter", ["further_1"]),
        ("Aktivitet 2: fler uppgifter", ["further_2"]),
    ]
    state = replace(NEW, answers=Answers(activities=(FULL,)))
    filled = drawn(Ask("drivers", FACTS, state))
    assert is_visible(filled, "further_1")
    found = inputs(filled)
    assert found["activity_responsible"]["value"] == "HR"
    assert found["activity_follow_up"]["value"] == "Enkät"
    assert found["activity_challenge"]["value"] == "recruitment"
    assert found["activity_anchoring"]["value"] == "Få på hög nivå"
    assert found["activity_asked_sek"]["value"] == 250_000


def test_a_problem_in_what_is_folded_away_is_seen() -> None:
    wrong = Problem("activity_asked_sek", "not_a_number", {"typed": "mycket"})
    typed = {"activity_description": "Mentorskap", "activity_asked_sek": "mycket"}
    card = drawn(Ask("drivers", FACTS, NEW, typed, (wrong,)))
    assert is_visible(card, "further_1")
    assert "”mycket” är inte ett tal" in problem_beside(card, "activity_asked_sek")


def test_a_full_card_keeps_what_is_filled_and_leaves_out_the_rest() -> None:
    only = Activity("Mentorskap", responsible="HR")
    card = drawn(Ask("drivers", FACTS, replace(NEW, answers=Answers(activities=(only,) * 10))))
    assert size(card) <= LARGEST
    found = inputs(card)
    assert found["activity_responsible_10"]["value"] == "HR"
    assert "activity_anchoring_10" not in found


def test_a_method_without_drivers_asks_for_no_challenge() -> None:
    method = METHOD.model_copy(update={"drivers": ()})
    form = Form(texts_in("sv"), None)
    drawn_boxes = activity_boxes(with_activities(1), method, form)
    assert "activity_responsible" in inputs({"body": drawn_boxes, "type": "AdaptiveCard"})
    assert "activity_challenge" not in str(drawn_boxes)


def test_typed_activities_beyond_the_stored_are_there() -> None:
    typed = {"activity_description_4": "Den fjärde", "activity_time_plan_4": "2027"}
    found = inputs(drawn(Ask("drivers", FACTS, NEW, typed)))
    assert found["activity_description_4"]["value"] == "Den fjärde"
    assert "activity_description_5" in found


def test_a_time_plan_alone_keeps_its_place_on_a_full_card() -> None:
    alone = Problem("activity_description_3", "activity_without_description")
    typed = {"comment": "å" * 12_000, "activity_time_plan_3": "2027"}
    card = drawn(Ask("drivers", FACTS, NEW, typed, (alone,)))
    assert inputs(card)["activity_time_plan_3"]["value"] == "2027"
    assert "Beskriv aktiviteten" in problem_beside(card, "activity_description_3")


def test_what_was_emptied_stays_empty() -> None:
    """Clients leave empty inputs out: with something typed, what is absent was emptied."""
    screen = SCREENS["drivers answered"]
    assert isinstance(screen, Ask)
    found = inputs(drawn(replace(screen, typed={"comment": "ny"})))
    assert found["comment"]["value"] == "ny"
    assert "value" not in found["specific_gap"]


def test_ten_thousand_characters_stay_whole_and_the_rest_gives_way() -> None:
    text = "Lång text. " * 1_000
    long = Problem("comment", "too_long", {"length": len(text), "longest": 2_000})
    screen = SCREENS["drivers answered"]
    assert isinstance(screen, Ask)
    card = drawn(replace(screen, typed={"comment": text[:10_000]}, problems=(long,)))
    assert inputs(card)["comment"]["value"] == text[:10_000]
    assert "högst 2000 tecken" in problem_beside(card, "comment")
    assert size(card) <= LARGEST


def test_more_than_teams_takes_is_cut_rather_than_refused() -> None:
    typed = {"comment": "x" * 60_000, "specific_gap": "kort"}
    card = drawn(Ask("drivers", FACTS, NEW, typed))
    assert size(card) < 100_000
    assert inputs(card)["specific_gap"]["value"] == "kort"
    assert set(inputs(card)["comment"]["value"]) == {"x"}
