"""What HR may quote: only what is shown, and only as long as it is said."""

from dataclasses import replace
from typing import Any

from kfmodel.answers import Answers
from kfmodel.compilation import Compilation
from kfmodel.compilation.compile_material import compile_city
from kfmodel.compilation.quotes import Choice, Reason, choice_of
from kfmodel.compilation.report import Quote
from kfmodel.quotes import PickedQuote
from tests.compilation.build import (
    ASN,
    CATEGORY,
    COMPILED_AT,
    COMPLETE,
    FSN,
    compiled,
    dialogue,
    material,
)
from tests.compilation.report.word import opened


def says(comment: str | None, *drivers: str, **values: Any) -> Answers:
    return replace(COMPLETE, comment=comment, drivers=drivers, **values)


def offered(compilation: Compilation) -> list[tuple[str, str]]:
    return [(one.keys[0].driver, one.text) for one in choice_of(compilation, ()).candidates]


def all_picked(choice: Choice) -> list[PickedQuote]:
    return [PickedQuote(one.key, one.text) for one in choice.candidates]


def test_comments_and_gaps_by_driver_in_the_methods_order() -> None:
    found = compiled(
        dialogue("1", 9, says("Svårt att rekrytera", "recruitment", "law", specific_gap="Juridik")),
        dialogue("2", 8, says("Utan faktor")),
        dialogue("3", 7, says("  ", "law")),
    )
    assert offered(found) == [
        ("law", "Svårt att rekrytera"),
        ("law", "Juridik"),
        ("", "Utan faktor"),
    ]
    words, *_ = choice_of(found, ()).candidates
    assert words.drivers == ("Lagstiftning och politik", "Rekrytering och konkurrens")


def test_one_of_several_drivers_is_picked_under_one_of_them() -> None:
    """Picked under two, as it could be before, it is printed once."""
    found = compiled(dialogue("1", 9, says("Ord", "recruitment", "law")))
    [one] = choice_of(found, ()).candidates
    under_law, under_recruitment = (PickedQuote(key, one.text) for key in one.keys)
    for picked, driver in (
        ([under_recruitment], "recruitment"),
        ([under_recruitment, under_law], "law"),
    ):
        choice = choice_of(found, picked)
        assert choice.quotes == (Quote(driver, CATEGORY, "Ord", "ASN"),)
        assert not choice.dropped
        assert choice.candidates[0].driver == "Lagstiftning och politik"
        assert choice.held_as(under_law.key.id) == one.keys


def test_what_is_masked_is_never_offered() -> None:
    found = compiled(
        dialogue("1", 40, says("Visas", "law")),
        dialogue("2", 4, says("För få", "law")),
        dialogue("3", 9, says("Döljs med den", "law")),
        dialogue("4", 4, says("Liten kategori", "law"), category="Liten"),
        dialogue("5", 30, None),
        categories=(CATEGORY, "Liten"),
    )
    assert offered(found) == [("law", "Visas")]
    few = compiled(dialogue("1", 40, None), dialogue("2", 4, says("För få", "law")))
    assert offered(few) == []


def test_the_city_is_offered_nothing() -> None:
    approved = replace(material(dialogue("1", 9, says("Ord", "law"))), approved=frozenset({"ASN"}))
    assert offered(compile_city(approved, COMPILED_AT)) == []


def test_text_that_looks_personal_is_marked() -> None:
    [one] = choice_of(compiled(dialogue("1", 9, says("Lisa Berg slutar.", "law"))), ()).candidates
    assert one.personal == ("Lisa Berg",)


def test_a_pick_drops_out_when_its_answer_changes_is_withdrawn_or_hidden() -> None:
    first, other = dialogue("1", 40, says("Ord", "law")), dialogue("2", 30, says(None))
    picked = all_picked(choice_of(compiled(first, other), ()))
    assert choice_of(compiled(first, other), picked).quotes == (
        Quote("law", CATEGORY, "Ord", "ASN"),
    )
    for now, reason in (
        (replace(first, answers=says("Andra ord", "law")), Reason.CHANGED),
        (replace(first, answers=says("Ord", "recruitment")), Reason.WITHDRAWN),
        (replace(first, answers=None), Reason.WITHDRAWN),
        (replace(first, heads=4), Reason.HIDDEN),
        (replace(first, answers=says(" ", "law")), Reason.WITHDRAWN),
    ):
        choice = choice_of(compiled(now, other), picked)
        assert not choice.picked
        assert not choice.quotes
        assert [dropped.reason for dropped in choice.dropped] == [reason]
    assert choice_of(compiled(other), picked) == Choice(())


def test_a_cut_that_names_nobody_is_not_marked() -> None:
    found = compiled(dialogue("1", 9, says("Lisa Berg slutar.", "law")))
    [one] = choice_of(found, ()).candidates
    cut = PickedQuote(one.key, one.text, "[En chef] slutar.")
    assert choice_of(found, [cut]).candidates[0].personal == ()


def test_a_pick_is_back_when_its_answer_is() -> None:
    first = dialogue("1", 40, says("Ord", "law"))
    picked = all_picked(choice_of(compiled(first), ()))
    assert choice_of(compiled(replace(first, answers=None)), picked).quotes == ()
    assert choice_of(compiled(first), picked).quotes


def test_each_committees_part_has_its_own_quotes() -> None:
    both = compiled(
        dialogue("1", 9, says("Vårt ord", "law")),
        dialogue("2", 9, says("Deras ord", "law"), committee=FSN),
        committees=(ASN, FSN),
    )
    choice = choice_of(both, all_picked(choice_of(both, ())))
    texts = [p.text for p in opened(both, quotes=choice.quotes).paragraphs]
    assert sum("Vårt ord" in text for text in texts) == 1
    assert sum("Deras ord" in text for text in texts) == 1
    ours = next(place for place, text in enumerate(texts) if "Vårt ord" in text)
    theirs = next(place for place, text in enumerate(texts) if "Deras ord" in text)
    assert any(text.endswith(FSN.name) for text in texts[ours:theirs])


def test_what_names_no_driver_stands_after_the_drivers() -> None:
    found = compiled(dialogue("1", 9, says("Övrigt ord")), dialogue("2", 8, says("Lag", "law")))
    quotes = choice_of(found, all_picked(choice_of(found, ()))).quotes
    texts = [p.text for p in opened(found, quotes=quotes).paragraphs]
    places = [
        next(place for place, text in enumerate(texts) if wanted in text)
        for wanted in ("”Lag”", "Övrigt som cheferna lyfter", "”Övrigt ord”")
    ]
    assert places == sorted(places)
