"""Progress, who is missing, and the summary."""

from dataclasses import replace
from datetime import timedelta

import cards
from cards.card import LARGEST, Card, size
from kfmodel.compilation import Check, Compilation, Status, compile_city, main_figures
from kfmodel.compilation.material import Committee
from kfmodel.dialogue import Progress
from kfmodel.organisation import OrganisationKind
from kfmodel.progress import CommitteeProgress, DivisionProgress
from kfmodel.summary_facts import SummaryFacts
from tests.cards.anatomy import is_visible, of_type, titles, words
from tests.cards.committee import FACTS, PROGRESS, VERSION, compilation, group
from tests.cards.samples import REPORT_URL, URL, every_card
from tests.compilation.build import COMPILED_AT, material
from tests.messages.samples import SUMMARY, summary_ready


def summary(categories: int = 3, heads: float = 60, language: str = "sv") -> Card:
    return summary_of(compilation(categories, heads), language)


def summary_of(compiled: Compilation, language: str = "sv") -> Card:
    return cards.summary_card(
        main_figures(compiled),
        language,
        version=VERSION,
        url=URL,
        report_url=REPORT_URL,
        link_lasts=timedelta(hours=24),
        saves=True,
    )


def large() -> tuple[CommitteeProgress, ...]:
    groups = tuple(
        group(f"Enhet {place}", "Sektionschef", Progress.NOT_STARTED, f"Chef {place}")
        for place in range(400)
    )
    return (replace(PROGRESS[0], divisions=(DivisionProgress("Stora", groups),)),)


def test_progress_in_numbers_and_bars() -> None:
    card = cards.progress_card(PROGRESS, "sv")
    said = words(card)
    assert "▰▰▰▱▱▱▱▱▱▱ 2 av 6 inlämnade" in said
    assert "▰▰▱▱▱▱▱▱▱▱ 1 av 4 inlämnade" in said
    assert "▰▰▰▰▰▰▰▰▰▰ 1 av 1 inlämnat" in said
    assert "Direkt under nämnden" in said
    assert not is_visible(card, "missing-5")
    assert titles(card) == ["Påminn …", "Sammanställning", "Till översikten"]


def test_who_is_missing_by_division() -> None:
    said = words(cards.missing_card(PROGRESS, "sv"))
    assert "Här är de som inte har lämnat in" in said
    assert "Anna Åkesson, Enhet Norr: 1 kategori, påbörjad" in said
    assert "Bo Ek och Cia Dal, Enhet Syd: 1 kategori" in said
    assert "Vakant (svarar: Bo Ek), Enhet Väst: 1 kategori" in said
    assert "Ingen utsedd, Staben: 1 kategori" in said
    assert "Dan" not in said


def test_how_many_are_begun_where_not_all_are() -> None:
    begun = [group("Norr", f"Kategori {n}", Progress.IN_PROGRESS, "Anna") for n in range(2)]
    left = group("Norr", "Kategori 2", Progress.NOT_STARTED, "Anna")
    for groups, told in (
        ((*begun, left), "3 kategorier, varav 2 påbörjade"),
        (tuple(begun), "2 kategorier, alla påbörjade"),
    ):
        committee = replace(PROGRESS[0], divisions=(DivisionProgress("Vuxna", groups),))
        assert f"Norr: {told}" in words(cards.missing_card((committee,), "sv"))


def test_everything_submitted_or_no_cycle() -> None:
    done = group("Öst", "Sektionschef", Progress.SUBMITTED, "Dan")
    complete = (replace(PROGRESS[0], divisions=(DivisionProgress("Vuxna", (done,)),)),)
    for draw in (cards.progress_card, cards.missing_card):
        assert "✓ Alla svar är inlämnade." in words(draw(complete, "sv"))
        assert "ingen omgång att följa" in words(draw((), "sv"))


def test_a_large_committee_fits() -> None:
    for draw in (cards.progress_card, cards.missing_card):
        card = draw(large(), "sv")
        assert size(card) <= LARGEST
        assert "Hela listan finns i sammanställningen" in words(card)


def test_the_summarys_main_figures() -> None:
    card = summary()
    said = words(card)
    assert "6 av 9 svar inlämnade" in said
    assert "2027: −3 · Mer" in said
    assert "2030: −5 · Mycket mer" in said
    assert "Risk: Allvarlig · Hög" in said
    assert "Kategori 1: Enhet 0" in said
    assert "⚠ Svar som saknas" in said
    assert "Länkarna gäller i 24 timmar." in said
    assert titles(card)[-3:] == ["Vilka saknas?", "Citat till rapporten", "Fastställ"]
    assert "Version 2, sammanställd 20 oktober kl. 09.12." in said
    assert "SHA-256 börjar med 3fa8c901bd77." in said
    downloads = {link["title"]: link["url"] for link in of_type(card, "Action.OpenUrl")}
    assert downloads == {"Hämta arbetsboken": URL, "Hämta rapporten": REPORT_URL}


def test_the_summary_in_english() -> None:
    said = words(summary(language="en"))
    assert "2027: −3 · More" in said
    assert "6 of 9 answers submitted" in said


def test_the_summary_hides_what_is_too_small_to_show() -> None:
    said = words(summary(heads=3))
    assert "•" in said
    assert "2027:" not in said
    assert "Kategori 1: Enhet" not in said


def test_a_small_unit_is_not_named() -> None:
    """The category is large enough; its units of three people are not."""
    assert "Kategori 1: Enhet" not in words(summary(heads=9))


def test_a_summary_with_nothing_wrong() -> None:
    compiled = replace(compilation(), checks=())
    card = cards.summary_card(
        main_figures(compiled),
        "sv",
        version=VERSION,
        url=URL,
        report_url=REPORT_URL,
        link_lasts=timedelta(hours=1),
        saves=False,
    )
    assert "✓ Alla kontroller är i ordning." in words(card)
    assert "Länkarna gäller i 1 timme." in words(card)
    assert "Spara i OneDrive" not in titles(card)
    assert "Spara i OneDrive" in titles(summary())


def test_a_long_list_is_cut_between_words() -> None:
    detail = " ".join(["avdelningschefer"] * 40)
    checks = (Check("missing_answers", Status.WARNING, detail),)
    compiled = replace(compilation(), checks=checks)
    said = words(
        cards.summary_card(
            main_figures(compiled),
            "sv",
            version=VERSION,
            url=URL,
            report_url=REPORT_URL,
            link_lasts=timedelta(hours=1),
            saves=False,
        )
    )
    assert "avdelningschefer …" in said


def test_a_large_summary_fits() -> None:
    card = summary(categories=80)
    assert size(card) <= LARGEST
    assert "kategorier till i arbetsboken" in words(card)


def test_help_for_hr_says_more() -> None:
    drawn = every_card("sv")
    assert "påminn: visar vilka som inte har lämnat in" in words(drawn["help for HR"])
    assert "Det förstod jag inte" in words(drawn["help for HR"])
    assert "påminn" not in words(drawn["help"])
    assert "Det förstod jag inte" not in words(drawn["help"])


def test_an_unknown_person_learns_nothing() -> None:
    card = every_card("sv")["unknown person"]
    said = words(card)
    assert "Jag hittar dig tyvärr inte" in said
    assert not any(char.isdigit() for char in said)
    assert titles(card) == []


def test_the_language_card_names_each_language_in_itself() -> None:
    for language in ("sv", "en"):
        assert titles(cards.language_card(language)) == ["Svenska", "English"]


def chart_of(compiled: Compilation, language: str = "sv") -> Card:
    card = cards.summary_card(
        main_figures(compiled),
        language,
        version=VERSION,
        url=URL,
        report_url=REPORT_URL,
        link_lasts=timedelta(hours=24),
        saves=True,
    )
    [chart] = of_type(card, "Chart.HorizontalBar")
    return chart


def recruiting(*people: float | None) -> Compilation:
    """A category each."""
    compiled = compilation(len(people))
    rows = (
        replace(row, recruitment_2y=need) for row, need in zip(compiled.rows, people, strict=True)
    )
    return replace(compiled, rows=tuple(rows))


def test_the_chart_shows_where_most_are_to_be_recruited() -> None:
    chart = chart_of(recruiting(6, 24, -2, None, 12))
    bars = [(bar["x"], bar["y"]) for bar in chart["data"]]
    assert bars == [("Kategori 2", 24), ("Kategori 5", 12), ("Kategori 1", 6)]
    assert chart["title"] == "Rekryteringsbehov till 2027"
    in_signs = words(chart["fallback"])
    assert "Rekryteringsbehov till 2027\nKategori 2\n▰▰▰▰▰▰▰▰▰▰▰▰ 24\nKategori 5" in in_signs
    assert "Kategori 1\n▰▰▰ 6" in in_signs


def test_every_bar_stands_in_words_too() -> None:
    said = words(summary())
    assert "Rekrytera: 15" in said


def test_a_chart_of_many_shows_the_largest() -> None:
    compiled = recruiting(*range(1, 21))
    assert [bar["y"] for bar in chart_of(compiled)["data"]] == [20, 19, 18, 17, 16, 15, 14, 13]
    message = summary_ready(replace(FACTS, figures=main_figures(compiled)), URL)
    assert "De 8 största; alla står i arbetsboken." in words(cards.message_card(message, "sv"))


def test_without_a_projection_the_chart_is_of_risk() -> None:
    compiled = recruiting(None, None, None)
    chart = chart_of(compiled)
    assert [(bar["x"], bar["y"]) for bar in chart["data"]] == [("Allvarlig", 3)]
    assert chart["title"] == "Yrkeskategorier efter risk"
    assert chart_of(compiled, "en")["data"][0]["x"] == "Serious"


def test_no_chart_shows_what_is_too_small_to_show() -> None:
    assert not of_type(summary(heads=3), "Chart.HorizontalBar")


def test_a_summary_by_itself_has_the_chart_too() -> None:
    assert of_type(cards.message_card(SUMMARY, "sv"), "Chart.HorizontalBar")


def test_a_city_with_nothing_approved_shows_no_figures_and_no_check_in_order() -> None:
    [committee] = compilation().committees
    nothing = compile_city(material(committees=(committee,)), COMPILED_AT)
    said = words(summary_of(nothing))
    assert "0 av 1 nämnders sammanställningar är godkända" in said
    assert "⚠ Svar som saknas: Ingen nämnds sammanställning är godkänd ännu." in said
    assert "Gap, behov och risk" not in said
    assert "✓" not in said


def test_a_citys_says_which_committees_it_lacks() -> None:
    lacked = Committee("N2", "Kulturnämnden", "five-level")
    compiled = replace(compilation(), not_approved=(lacked,), level=OrganisationKind.CITY)
    message = summary_ready(SummaryFacts("Exempelstad", main_figures(compiled)), URL)
    said = words(cards.message_card(message, "sv"))
    assert "Sammanställning för Exempelstad" in said
    assert "1 av 2 nämnders sammanställningar är godkända" in said
    assert "Kulturnämnden: inte godkänd än" in said
    assert "Kategori 1 · Arbetsmarknads- och socialnämnden\n2027" in said
    assert "Enhet" not in said


def test_a_summary_that_is_sent_can_be_saved_where_its_links_are_the_recipients() -> None:
    nobodys = summary_ready(FACTS, "")
    for message, expected in ((SUMMARY, True), (nobodys, False)):
        shown = titles(cards.message_card(message, "sv"))
        assert ("Spara i OneDrive" in shown) is expected
