"""The report of a division and of the city: what is said there, and what no caption promises."""

import pytest
from docx.document import Document as WordDocument

from kfmodel.compilation import compile_city, compile_division, compile_material
from kfmodel.compilation.report.sentences.coverage import committees_approved
from tests.compilation.build import (
    ASN,
    CATEGORY,
    COMPILED_AT,
    FSN,
    compiled,
    dialogue,
    projection,
)
from tests.compilation.report.word import opened, rows, styled, tables, text_of
from tests.compilation.test_levels import SETTLED, A, of_divisions, unit

WHOLE = {(ASN.code, CATEGORY): projection(168, gap_2y=-3, turnover_2y=4, retirements_2y=1)}
PROJECTED = "enligt personalframskrivningen"


@pytest.fixture(scope="module")
def division() -> WordDocument:
    given = of_divisions(unit("A1", 14, A), projections=WHOLE)
    return opened(compile_division(given, "A", COMPILED_AT))


@pytest.fixture(scope="module")
def city() -> WordDocument:
    units = dialogue("1", 14), dialogue("2", 20, committee=FSN)
    given = of_divisions(*units, committees=(ASN, FSN), projections=WHOLE, approved=["ASN"])
    return opened(compile_city(given, COMPILED_AT))


def test_a_division_is_told_that_the_projection_is_the_committees(division: WordDocument) -> None:
    text = text_of(division)
    assert "Personalframskrivningen finns för hela nämnden och fördelas inte på avdel" in text
    assert "Rekryteringsbehovet kan bara beräknas för hela nämnden" in text
    assert "Personalframskrivning saknas, så" not in text
    assert "saknar underlag" not in text


def test_no_note_or_caption_of_what_a_division_has_not(division: WordDocument) -> None:
    text = text_of(division)
    assert "Gap är tillgängliga" not in text
    assert "Uppskattat behov är chefernas bedömning." in text
    [figure] = [caption for caption in styled(division, "Caption") if "Behov av" in caption]
    assert figure.endswith("2027 och 2030 enligt chefernas bedömning")
    assert "None" not in text
    assert f"{CATEGORY}: bedömt 16–17 och " in text


def test_a_division_reads_of_itself(division: WordDocument) -> None:
    asked = " ".join(styled(division, "Att fylla i"))
    assert "särskilt viktigt för avdelningen just nu" in asked
    assert "när nämnden beslutade om den förra planen" in asked
    assert "nämndens" not in " ".join([asked, *styled(division, "Heading 1")])
    assert f"Analys: {A.name}" in styled(division, "Heading 1")


def test_the_citys_text_is_of_the_city(city: WordDocument) -> None:
    text = text_of(city)
    assert "egna ord finns i arbetsboken" not in text
    assert "särskilt viktigt för staden just nu" in text
    assert f"den godkända sammanställningen från {ASN.name}." in text
    assert f"Sammanställning som ännu inte är godkänd: {FSN.name}." in text


def test_the_city_has_its_sums_before_its_committees(city: WordDocument) -> None:
    headings = styled(city, "Heading 1")
    whole = headings.index("Resultat och analys: hela staden")
    assert headings[whole + 1] == f"Resultat och analys: {ASN.name}"
    [_, row, total] = rows(city, "Stadens summor över godkända nämnder")
    assert row == [CATEGORY, "1", "168", "−3", "4", "1", "8"]
    assert total == ["Totalt", *row[1:]]


def test_the_citys_text_says_who_is_not_in_its_sums() -> None:
    units = (
        dialogue("1", 14),
        dialogue("2", 20, committee=FSN),
        dialogue("3", 3, committee=FSN, category="Psykolog"),
    )
    given = of_divisions(
        *units,
        committees=(ASN, FSN),
        categories=(CATEGORY, "Psykolog"),
        projections=WHOLE,
        approved=["ASN", "FSN"],
    )
    text = text_of(opened(compile_city(given, COMPILED_AT)))
    assert f"personalframskrivning saknas i någon kategori från {FSN.name}." in text
    assert f"För få medarbetare för att visas i någon kategori har {FSN.name}." in text


def test_a_city_report_with_nothing_approved_says_so_at_once() -> None:
    given = of_divisions(dialogue("1", 14), committees=(ASN, FSN), projections=WHOLE)
    report = opened(compile_city(given, COMPILED_AT))
    told = "Ingen nämnds sammanställning är godkänd ännu."
    assert styled(report, "Rapportuppgift")[-1] == told
    assert f"{told} Siffrorna kommer när nämnderna har godkänt" in text_of(report)
    assert "Varje yrkeskategori redovisas" not in text_of(report)
    [checked] = rows(report, "Kontroller av underlaget")[1:]
    assert checked[:2] == ["Svar som saknas", "Varning"]


def test_many_committees() -> None:
    told = committees_approved((ASN, FSN), (ASN, FSN))
    assert told.startswith("Rapporten bygger på godkända sammanställningar från ")
    assert "Sammanställningar som ännu inte är godkända: " in told


def test_only_the_projection_is_charted_until_all_have_answered() -> None:
    report = opened(compiled(dialogue("1", 14, None), projections=WHOLE))
    captions = " ".join([*styled(report, "Caption"), *(caption for caption, _ in tables(report))])
    assert f"Behov av medarbetare 2027 och 2030 {PROJECTED}" in captions
    assert "chefernas bedömning" not in captions
    assert "Bedömt behov i antal" not in captions
    assert "Ett öppet intervall" not in text_of(report)
    assert rows(report, "Hur många som har svarat")[0][0] == "Yrkeskategori"
    assert f"{CATEGORY}: 171 och okänt." in text_of(report)


def test_the_source_of_the_projection_in_one_sentence(city: WordDocument) -> None:
    assert (
        "stadens personalframskrivning, Stadskontorets personalframskrivning, uppmätt 2025-03-31, "
        "och har bedömt"
    ) in text_of(city)


def test_the_first_page_agrees_with_what_is_settled() -> None:
    settled = {(code, CATEGORY): SETTLED for code in ("A", ASN.code)}
    given = of_divisions(unit("A1", 14, A), settled=settled)
    told = [
        styled(opened(compilation), "Rapportuppgift")[1]
        for compilation in (
            compile_division(given, "A", COMPILED_AT),
            compile_material(given, COMPILED_AT),
        )
    ]
    day = "1 oktober 2025"
    assert told == [f"Fastställt, sammanställt {day}", f"Fastställd, sammanställd {day}"]
