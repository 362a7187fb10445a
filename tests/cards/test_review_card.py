"""The review and the receipt."""

from dataclasses import replace

import pytest

from cards.card import LARGEST, size
from dialogs.screen import OverviewItem, Review, Submitted
from kfmodel.answers import Activity, Answers
from kfmodel.dialogue import Progress
from tests.cards.anatomy import button, buttons, titles, words
from tests.cards.samples import BEGUN, DONE, FACTS, ITEMS, LANGUAGES, SCREENS, drawn


def test_everything_answered_is_there_to_read() -> None:
    said = words(drawn(SCREENS["review"]))
    for line in (
        "Antal: 7 personer, stämmer",
        "Behov 2027: Mer: ungefär 8–9 personer",
        "Behov 2030: Mycket mer: minst 10 personer",
        "Behöver gå upp en nivå: 1 person från Viss till God och 2 personer från God till Hög",
        "Viss −14 %, God −14 %, Hög +28 %, Mycket hög 0 %",
        "Risk: Allvarlig (röd)",
        "Sannolikhet: Hög (67–100 %)",
        "Påverkansfaktorer: Lagstiftning och politik och Rekrytering och konkurrens",
        "Kompetensspecifikt gap: Förhandlingsteknik",
        "Aktivitet 1: Mentorsprogram för nya chefer · Utveckla och motivera · Hösten 2026",
        "Steg 5 av 5: Granska och skicka in",
    ):
        assert line in said


def test_each_step_can_be_changed() -> None:
    changes = [action for action in buttons(drawn(SCREENS["review"])) if action["title"] == "Ändra"]
    assert [action["data"]["step"] for action in changes] == ["need", "levels", "risk", "drivers"]
    assert all(action["data"]["from_review"] is True for action in changes)
    assert {action["verb"] for action in changes} == {"start"}
    assert changes[0]["tooltip"] == "Ändra: Antal och behov"


def test_submit_comes_first_of_the_ways_on() -> None:
    card = drawn(SCREENS["review"])
    assert titles(card)[-2:] == ["Skicka in", "Tillbaka"]
    submit = button(card, "Skicka in")
    assert submit["style"] == "positive"
    assert submit["data"] == {"dialogue": 17, "step": "review", "revision": 6, "verb": "submit"}


def test_contradictions_are_pointed_out_kindly() -> None:
    said = words(drawn(SCREENS["review of points"]))
    assert "Du kan skicka in ändå" in said
    assert "Nivåerna summerar till 5 procentenheter" in said
    assert "det finns ingen aktivitet" in said
    assert "Viss −10 %, God 0 %, Hög +10 %, Mycket hög +5 %" in said


def test_what_looks_personal_is_quoted_before_it_is_submitted() -> None:
    card = drawn(SCREENS["review that names somebody"])
    assert "Nämns en enskild person?" in words(card)
    assert "”Lisa Berg” och ”850101-1234”" in words(card)
    assert titles(card)[-2] == "Skicka in"


def test_what_is_missing_is_one_press_away() -> None:
    card = drawn(SCREENS["review incomplete"])
    said = words(card)
    assert "4 svar saknas innan du kan skicka in" in said
    assert "behov 2030, kompetensnivåer, risk och sannolikhet" in said
    assert "9 personer enligt dig, 12,5 årsarbetare i underlaget" in said
    assert "Skicka in" not in titles(card)
    fill = [action for action in buttons(card) if action["title"].startswith("Fyll i")]
    assert [action["data"]["step"] for action in fill] == ["need", "levels", "risk"]


def test_unchanged_levels_are_said_in_words() -> None:
    answers = Answers(move_some_good=0, move_good_high=0, move_high_very_high=0)
    said = words(drawn(Review(FACTS, replace(BEGUN, answers=answers))))
    assert "Oförändrat, ingen behöver byta nivå" in said
    assert "inget ifyllt, det är frivilligt" in said


def test_moves_of_nobody_have_no_shares() -> None:
    state = replace(BEGUN, answers=Answers(move_some_good=2))
    said = words(drawn(Review(replace(FACTS, heads=0.0), state)))
    assert "2 personer från Viss till God" in said
    assert "%" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fullest_answers_are_cut_to_what_clients_take(language: str) -> None:
    full = Activity(
        "å" * 2_000, "develop", "t" * 200, "a" * 200, "u" * 200, "recruitment", "g" * 200, 10**9
    )
    answers = replace(
        BEGUN.answers, specific_gap="g" * 2_000, comment="k" * 2_000, activities=(full,) * 10
    )
    review = drawn(Review(FACTS, replace(BEGUN, answers=answers)), language)
    receipt = drawn(Submitted(FACTS, replace(DONE, answers=answers), may_reopen=True), language)
    assert size(review) <= LARGEST
    assert size(receipt) <= LARGEST
    assert "ggggg …" in words(review)


def test_an_activity_tells_all_that_is_known_of_it() -> None:
    swedish = words(drawn(Review(FACTS, BEGUN)))
    assert (
        "Mentorsprogram för nya chefer · Utveckla och motivera · Hösten 2026 · "
        "ansvarig: HR-avdelningen · uppföljning: Enkät efter ett år · "
        "utmaning: Rekrytering och konkurrens · gap: Få på hög nivå · äskade medel: 1 250 000 kr"
    ) in swedish
    english = words(drawn(Review(FACTS, BEGUN), "en"))
    assert "funding asked for: SEK 1,250,000" in english


def test_short_answers_are_not_cut() -> None:
    answers = replace(BEGUN.answers, comment="ord " * 250)
    assert "ord " * 249 + "ord" in words(drawn(Review(FACTS, replace(BEGUN, answers=answers))))


def test_the_receipt_says_what_comes_next() -> None:
    card = drawn(SCREENS["submitted"])
    said = words(card)
    assert "✓ Tack! Svaret är inlämnat." in said
    assert "till och med fredag 17 oktober 2025" in said
    assert "HR sammanställer svaren" in said
    assert titles(card) == [
        "Nästa: Socialsekreterare samtal/behandling",
        "Till mina kategorier",
        "Ändra mitt svar",
    ]
    assert buttons(card)[0]["data"] == {"dialogue": 3, "verb": "start"}
    assert button(card, "Ändra mitt svar")["data"] == {
        "dialogue": 17, "step": "review", "revision": 7, "verb": "reopen",
    }  # fmt: skip


def test_what_comes_next_in_another_unit_says_where() -> None:
    elsewhere = replace(ITEMS[2], facts=replace(FACTS, dialogue_id=3, organisation="Enhet Norr"))
    done = Submitted(FACTS, DONE, may_reopen=True, just_now=True, next_up=elsewhere)
    assert titles(drawn(done))[0] == f"Nästa: {FACTS.category}, Enhet Norr"


def test_a_locked_answer_is_friendly() -> None:
    card = drawn(SCREENS["submitted late"])
    said = words(card)
    assert "Sista svarsdagen har passerat" in said
    assert "Hör av dig till HR" in said
    assert "markerat som sent" in said
    assert "Inlämnat 29 september kl. 14.04 av Anna Åkesson." in said
    assert titles(card) == ["Till mina kategorier"]


def test_who_submitted_may_be_unknown() -> None:
    said = words(drawn(SCREENS["submitted meanwhile"]))
    assert "Inlämnat 29 september kl. 14.04." in said
    assert "Svaren har ändrats sedan kortet visades" in said


def test_the_next_category_has_the_look_of_the_primary() -> None:
    following = OverviewItem(FACTS, Progress.NOT_STARTED, None)
    first = buttons(drawn(Submitted(FACTS, DONE, may_reopen=True, next_up=following)))[0]
    assert first["style"] == "positive"
