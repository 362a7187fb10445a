"""Severity with its colour in words, likelihood with its interval."""

import cards
from dialogs.screen import Ask
from tests.cards.anatomy import choices, inputs, is_visible, words
from tests.cards.samples import FACTS, METHOD, NEW, SCREENS, drawn


def test_severity_says_colour_and_definition() -> None:
    card = drawn(SCREENS["risk"])
    assert [title.split(":")[0] for title in choices(card, "severity")] == [
        "Inte allvarlig (grön)",
        "Mindre allvarlig (gul)",
        "Allvarlig (röd)",
    ]
    assert not is_visible(card, "definitions")
    assert "kraftiga budgetunderskott" in words(card)
    assert "verksamheten och arbetsmiljön" in words(card)


def test_likelihood_says_its_interval() -> None:
    titles = choices(drawn(SCREENS["risk"]), "likelihood")
    assert titles == ["Låg (0–33 %)", "Medel (34–66 %)", "Hög (67–100 %)"]


def test_stored_and_earlier_answers() -> None:
    card = drawn(SCREENS["risk from the review"])
    assert inputs(card)["severity"]["value"] == "SERIOUS"
    assert inputs(card)["likelihood"]["value"] == "HIGH"
    assert "Ert svar 2023: Mindre allvarlig, sannolikhet Medel" in words(card)


def test_a_method_without_likelihood_does_not_ask() -> None:
    method = METHOD.model_copy(update={"likelihood": ()})
    assert list(inputs(cards.render(Ask("risk", FACTS, NEW), method, "sv"))) == ["severity"]


def test_an_altered_choice_is_not_shown_as_chosen() -> None:
    card = drawn(Ask("risk", FACTS, NEW, {"severity": "<b>x</b>"}))
    assert "value" not in inputs(card)["severity"]
