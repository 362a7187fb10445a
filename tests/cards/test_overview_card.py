"""The start card."""

from dataclasses import replace
from datetime import date

import pytest

import cards
from cards.card import LARGEST, size
from dialogs.screen import Notice, Overview
from kfmodel.dialogue import Capacity, Facts, Progress
from kfmodel.organisation import OrganisationKind
from tests.cards.anatomy import button, buttons, of_type, titles, words
from tests.cards.samples import FACTS, ITEMS, SCREENS, drawn, item


def lines_on(today: date | None, **more: object) -> str:
    facts: Facts = replace(FACTS, **more)  # type: ignore[arg-type]  # fields by name
    overview = Overview("Anna", (replace(ITEMS[2], facts=facts),))
    return words(cards.render(overview, None, "sv", today=today))


def test_states_in_words_and_signs() -> None:
    said = words(drawn(SCREENS["overview"]))
    assert "Hej Anna!" in said
    assert "2 yrkeskategorier kvar" in said
    assert "✓ Inlämnad" in said
    assert "◐ Pågår – steg 3 av 5" in said
    assert "○ Ej påbörjad" in said
    assert "✓ Inlämnad sent" in words(
        drawn(Overview("A", (item(1, "Chef", Progress.SUBMITTED, late=True),)))
    )


def test_one_press_to_go_on() -> None:
    card = drawn(SCREENS["overview"])
    assert button(card, "Visa")["data"] == {"dialogue": 1, "verb": "start"}
    assert button(card, "Fortsätt")["data"] == {"dialogue": 2, "verb": "start"}
    assert button(card, "Börja")["tooltip"] == "Börja: Socialsekreterare samtal/behandling"


def test_same_as_last_time_carries_the_revision() -> None:
    card = drawn(SCREENS["overview"])
    same = [action for action in buttons(card) if action["verb"] == "same"]
    assert [action["data"]["dialogue"] for action in same] == [2, 3]
    assert same[0]["data"] == {"dialogue": 2, "revision": 2, "verb": "same"}
    assert same[0]["title"] == "Ersätt med svaret från 2023"
    assert same[1]["title"] == "Som förra gången (2023)"


@pytest.mark.parametrize("out_of_reach", [{"closed": True}, {"locked": True}], ids=str)
def test_what_is_out_of_reach_is_not_asked_for(out_of_reach: dict[str, bool]) -> None:
    facts: Facts = replace(FACTS, **out_of_reach)  # type: ignore[arg-type]  # fields by name
    card = drawn(Overview("Anna", (replace(ITEMS[2], facts=facts),)))
    assert "Du har inget kvar att svara på." in words(card)
    assert titles(card) == ["Visa", "Hjälp", "English"]
    assert button(card, "Visa").get("style") is None
    assert ("så svaret är låst" in words(card)) is facts.locked


def test_a_line_parts_what_belongs_to_each_category() -> None:
    found = of_type(drawn(SCREENS["overview"]), "ColumnSet")
    assert [row.get("separator") for row in found] == [None, True, True]


def test_no_same_without_an_own_earlier_answer() -> None:
    facts = replace(FACTS, previous=None, committee_previous=FACTS.previous)
    card = drawn(Overview("Anna", (replace(ITEMS[2], facts=facts),)))
    assert "same" not in {action["verb"] for action in buttons(card)}


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 10, 5), "fredag 17 oktober 2025 (12 dagar kvar)"),
        (date(2025, 10, 16), "(1 dag kvar)"),
        (date(2025, 10, 17), "(sista dagen i dag)"),
        (date(2025, 10, 18), "Sista svarsdag var fredag 17 oktober 2025. Du kan fortfarande svara"),
        (date(2025, 8, 1), "Öppnar måndag 1 september 2025"),
    ],
)
def test_the_deadline_in_words(today: date, said: str) -> None:
    assert said in lines_on(today)


def test_the_deadline_without_a_clock() -> None:
    assert "kvar)" not in lines_on(None)
    assert "Sista svarsdag fredag 17 oktober 2025" in lines_on(None)


def test_a_closed_cycle() -> None:
    said = lines_on(date(2025, 11, 1), closed=True)
    assert "Kompetensförsörjning 2025 · Stängd" in said
    assert "Som förra gången" not in said


def test_a_vacancy_is_said() -> None:
    assert "Chefsposten är vakant" in lines_on(None, capacity=Capacity.VACANCY)


def test_hr_that_answers_for_the_committees_pool_stands_in_for_nobody() -> None:
    committee = OrganisationKind.COMMITTEE
    said = lines_on(None, capacity=Capacity.VACANCY, organisation_kind=committee)
    assert "vakant" not in said


def test_grouped_by_cycle_and_organisation() -> None:
    other = replace(ITEMS[0], facts=replace(FACTS, organisation="Enhet Syd", dialogue_id=9))
    said = words(drawn(Overview("Anna", (ITEMS[0], other, ITEMS[1]))))
    assert said.count("Enhet Syd") == 1
    assert said.count("Enheten för mottagning") == 1


def test_all_done() -> None:
    assert "Allt är inlämnat. Tack!" in words(drawn(Overview("Anna", ITEMS[:1])))


def test_those_who_answer_nothing_learn_what_they_can_do() -> None:
    assert "Just nu finns det ingen yrkeskategori" in words(drawn(SCREENS["overview of nobody"]))
    hr = drawn(SCREENS["overview of HR"])
    assert {"progress", "missing", "summary"} <= {action["verb"] for action in buttons(hr)}
    assert "Nu talar jag svenska med dig." in words(hr)
    assert "Sammanställning" not in titles(drawn(SCREENS["overview of nobody"]))


def test_the_other_language_is_one_press_away() -> None:
    assert button(drawn(SCREENS["overview"]), "English")["data"]["language"] == "en"
    assert button(drawn(SCREENS["overview"], "en"), "Svenska")["data"]["language"] == "sv"


def test_refreshes_itself() -> None:
    assert drawn(SCREENS["overview"])["refresh"]["action"]["verb"] == "status"
    assert "refresh" not in cards.render(SCREENS["overview"], None, "sv")


def test_many_categories_leave_the_submitted_ones_out_first() -> None:
    done = [item(place, f"Klar {place}", Progress.SUBMITTED) for place in range(60)]
    left = [item(place, f"Kvar {place}", Progress.NOT_STARTED) for place in range(60, 66)]
    card = drawn(Overview("Anna", (*done, *left), notice=Notice("not_yours")))
    assert size(card) <= LARGEST
    assert all(f"Kvar {place}" in words(card) for place in range(60, 66))
    assert "kategorier till visas" in words(card)
