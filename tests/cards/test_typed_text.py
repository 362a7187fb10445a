"""What people type and HR imports shows as it is: no Markdown, no HTML, no lost character."""

from dataclasses import replace

import orjson
import pytest

from cards.elements import escaped
from dialogs.screen import Ask, Closed, ClosedReason, Overview, Review, Submitted
from kfmodel.answers import Activity, Answers
from tests.cards.anatomy import inputs, of_type, words
from tests.cards.samples import BEGUN, DONE, FACTS, ITEMS, drawn

NASTY = "*fet* _kursiv_ [länk](http://x.se) <b>html</b> `kod` 👩🏽‍💼 =SUM(A1) \\ # {n} %s"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_free_text_is_plain_in_the_review_and_the_receipt(language: str) -> None:
    answers = Answers(specific_gap=NASTY, comment=NASTY, activities=(Activity(NASTY, None, NASTY),))
    for screen in (
        Review(FACTS, replace(BEGUN, answers=answers)),
        Submitted(FACTS, replace(DONE, answers=answers), may_reopen=True),
    ):
        card = drawn(screen, language)
        assert NASTY in words(of_type(card, "TextRun"))
        assert not any("html" in block["text"] for block in of_type(card, "TextBlock"))


def test_free_text_is_unchanged_in_the_inputs() -> None:
    answers = Answers(comment=NASTY + "\n\nrad två")
    card = drawn(Ask("drivers", FACTS, replace(BEGUN, answers=answers)))
    assert inputs(card)["comment"]["value"] == NASTY + "\n\nrad två"


def test_names_from_hrs_file_are_escaped_in_headings() -> None:
    facts = replace(FACTS, category="1. *Chef* <i>", organisation="_Enhet_ [2]")
    card = drawn(Ask("need", facts, BEGUN))
    (heading,) = (b for b in of_type(card, "TextBlock") if b["size"] == "Large")
    assert heading["text"] == "1\\. \\*Chef\\* \\<i\\>"
    assert "_Enhet_ [2]" in words(of_type(card, "TextRun"))
    overview = drawn(Overview("*A* B", (replace(ITEMS[0], facts=facts),)))
    texts = [block["text"] for block in of_type(overview, "TextBlock")]
    assert "Hej \\*A\\*!" in texts
    assert "\\_Enhet\\_ \\[2\\]" in texts


@pytest.mark.parametrize("plain", ["Socialsekreterare samtal/behandling", "Norr (2)", "A–B, C & D"])
def test_ordinary_names_need_no_escape(plain: str) -> None:
    assert escaped(plain) == plain


@pytest.mark.parametrize(
    ("text", "shown"), [("- a", "\\- a"), ("+ a", "\\+ a"), ("2) a", "2\\) a"), ("-a", "-a")]
)
def test_no_name_becomes_a_list(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_anything_an_altered_card_may_hold_can_be_drawn() -> None:
    typed = {"comment": "\ud800 halv", "move_some_good": ["x"], "level_some": {"a": 1}, "x": None}
    for step in ("need", "levels", "risk", "drivers"):
        assert orjson.dumps(drawn(Ask(step, FACTS, BEGUN, typed)))
    assert orjson.dumps(drawn(Closed(FACTS, ClosedReason.CYCLE_CLOSED, typed)))


def test_what_came_too_late_can_be_copied() -> None:
    typed = {"comment": "Rad ett\nrad två", "activity_description_3": "Mentorer", "severity": "X"}
    for screen in (
        Closed(FACTS, ClosedReason.CYCLE_CLOSED, typed),
        Submitted(FACTS, DONE, may_reopen=False, typed=typed),
    ):
        card = drawn(screen)
        assert inputs(card)["comment"]["value"] == "Rad ett\nrad två"
        assert inputs(card)["activity_description_3"]["label"] == "Aktivitet 3"
        assert set(inputs(card)) == {"comment", "activity_description_3"}
        assert "refresh" not in card
