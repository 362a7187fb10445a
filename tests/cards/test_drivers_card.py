"""Drivers, free text and activities, all of them editable."""

from dataclasses import replace

from cards.card import LARGEST, size
from dialogs.screen import Ask, Problem
from dialogs.steps.drivers import MOST_ACTIVITIES
from kfmodel.answers import Activity, Answers
from tests.cards.anatomy import button, inputs, problem_beside, titles, words
from tests.cards.samples import FACTS, NEW, SCREENS, drawn


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
