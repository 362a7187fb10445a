"""Moves in people, or percentage points."""

from dataclasses import replace

from dialogs.screen import Ask
from kfmodel.answers import MOVES
from tests.cards.anatomy import button, inputs, is_visible, problem_beside, titles, words
from tests.cards.samples import BEGUN, FACTS, NEW, SCREENS, drawn


def test_moves_are_asked_in_people_and_points_are_put_away() -> None:
    card = drawn(SCREENS["levels"])
    labels = [inputs(card)[name]["label"] for name in MOVES]
    assert labels == ["Från Viss till God", "Från God till Hög", "Från Hög till Mycket hög"]
    assert "Hur många av era 7 personer behöver gå upp en kompetensnivå till 2027?" in words(card)
    assert is_visible(card, "moves")
    assert not is_visible(card, "points")
    assert not is_visible(card, "definitions")
    assert "hanterar enklare uppgifter med handledning" in words(card)


def test_unchanged_is_one_press() -> None:
    data = button(drawn(SCREENS["levels"]), "Oförändrat, ingen behöver byta nivå")["data"]
    assert data["unchanged"] is True
    assert data["verb"] == "answer"


def test_stored_moves_are_whole_numbers() -> None:
    card = drawn(Ask("levels", FACTS, BEGUN))
    values = [inputs(card)[name]["value"] for name in MOVES]
    assert values == [1, 2, 0]
    assert all(isinstance(value, int) for value in values)


def test_stored_points_are_seen_with_their_signs() -> None:
    card = drawn(SCREENS["levels in points"])
    assert is_visible(card, "points")
    assert not is_visible(card, "moves")
    values = [inputs(card)[f"level_{name}"]["value"] for name in ("some", "good", "high")]
    assert values == ["−10", "0", "+10"]


def test_both_are_seen_where_both_were_typed() -> None:
    card = drawn(SCREENS["levels twice"])
    assert is_visible(card, "points")
    assert is_visible(card, "moves")
    assert "både personer och procentenheter" in problem_beside(card, "level_some")
    assert inputs(card)["move_some_good"]["value"] == 2


def test_last_time_is_shown() -> None:
    assert "Viss −10 %, God 0 %, Hög +10 %, Mycket hög 0 % (+ saknas, − överskott)" in words(
        drawn(SCREENS["levels"])
    )


def test_from_the_review_one_goes_back_to_it() -> None:
    card = drawn(SCREENS["levels in points"])
    assert titles(card)[0] == "Spara"
    assert button(card, "Tillbaka till granskningen")["data"]["from_review"] is True
    assert card["refresh"]["action"]["data"] == {
        "dialogue": 17, "step": "levels", "from_review": True, "verb": "start",
    }  # fmt: skip


def test_full_time_equivalents() -> None:
    said = words(drawn(Ask("levels", replace(FACTS, heads=12.5), NEW)))
    assert "12,5 årsarbetare" in said
