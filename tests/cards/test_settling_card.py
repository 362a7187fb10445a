"""One category before whoever settles it."""

from dataclasses import replace

import pytest

import cards
from dialogs.settling_screen import CategoriesToSettle, OneCategory
from tests.cards.anatomy import buttons, of_type, titles, words
from tests.cards.settling_samples import (
    COMMITTEE,
    DIVISION,
    DONE,
    LESS,
    NOBODY,
    PROPOSED,
    SETTLED,
    SETTLING,
    group,
    to_settle,
)

TAKE = "Fastställ förslaget"


@pytest.mark.parametrize(
    ("shown", "last"),
    [
        ("values with problems", "Fastställ de här värdena"),
        ("a return with problems", "Skicka tillbaka"),
    ],
)
def test_a_form_ends_with_its_own_button(shown: str, last: str) -> None:
    """Who has filled it in must not take the proposal by pressing what stands last."""
    found = titles(cards.settling_card(SETTLING[shown], "sv"))
    assert found.index(TAKE) < found.index(last)


def test_a_division_reads_whom_it_waits_for() -> None:
    said = words(cards.settling_card(OneCategory(DIVISION, PROPOSED), "sv"))
    assert "Svar saknas från Enheten för mottagning 5." in said
    assert "Svar saknas" not in words(cards.settling_card(OneCategory(COMMITTEE, PROPOSED), "sv"))
    many = to_settle(groups=tuple(group(number, None) for number in range(1, 10)))
    said = words(cards.settling_card(OneCategory(DIVISION, many), "sv"))
    assert "Enheten för mottagning 6 och 3 till." in said


def test_what_nobody_has_answered_is_no_proposal() -> None:
    card = cards.settling_card(OneCategory(DIVISION, NOBODY), "sv")
    assert "○ Väntar på svar · 0 av 1 svar" in words(card)
    assert "Ingen har svarat än." in words(card)
    assert of_type(card, "Table") == []
    assert TAKE not in titles(card)
    [give] = of_type(card, "Action.ToggleVisibility")
    assert give["title"] == "Ange värden"
    assert "förslaget" not in words(card)
    settled = replace(NOBODY, settled=SETTLED)
    assert of_type(cards.settling_card(OneCategory(DIVISION, settled), "sv"), "Table")


def test_who_approves_reads_whom_it_shuts_out() -> None:
    shut_out = "Den som inte har svarat kan inte göra det när du har godkänt."
    assert shut_out in words(cards.settling_card(SETTLING["everything settled"], "sv"))
    assert shut_out not in words(cards.settling_card(SETTLING["categories of a division"], "sv"))
    complete = replace(DONE, groups=(group(1, LESS),))
    assert shut_out not in words(
        cards.settling_card(CategoriesToSettle(DIVISION, (complete,)), "sv")
    )


def test_only_a_proposal_asks_to_be_looked_at() -> None:
    listed = cards.settling_card(CategoriesToSettle(DIVISION, (PROPOSED, NOBODY)), "sv")
    styles = [one.get("style") for one in buttons(listed) if one["title"] == "Granska"]
    assert styles == ["positive", None]
