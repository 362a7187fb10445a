"""The workbook as HR and their scripts meet it."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.answers import Activity
from kfmodel.compilation import compile_material, write_workbook
from kfmodel.dialogue import AnsweredAs, Previous, Progress
from kfmodel.scales import Severity, label
from tests.compilation.asn_2025 import asn_2025
from tests.compilation.build import (
    ASN,
    CATEGORY,
    COMPILED_AT,
    COMPLETE,
    FSN,
    compiled,
    dialogue,
    projection,
)
from tests.compilation.opened import opened, written

HEADINGS = {
    "Gapanalys": "Yrkeskategori, Totalt antal medarbetare, Gap 2 år, Uppskattat behov 2 år, "
    "Gap 5 år, Uppskattat behov 5 år, Viss, God, Hög, Mycket hög",
    "Rekryteringsbehov": "Yrkeskategori, Gap 2 år, Personalomsättning 2 år, "
    "Pensionsavgångar 2 år, Totalt rekryteringsbehov",
    "Risk": "Yrkeskategori, Risk, Sannolikhet, Förändring sedan förra omgången",
    "Spridning": "Organisation, Yrkeskategori, Fråga, Svar, Enheter, Medarbetare, Andel",
    "Svar": "Avdelning, Enhet, Yrkeskategori",
    "Läge": "Avdelning, Enhet, Ansvarig, Yrkeskategori, Läge, Senast ändrad",
}


@pytest.fixture(scope="module")
def asn() -> Workbook:
    return opened(compile_material(asn_2025(), COMPILED_AT))


def headings(sheet: Worksheet) -> list[object]:
    return [cell.value for cell in sheet[1]]


def test_sheets_in_order(asn: Workbook) -> None:
    assert asn.sheetnames == [
        *HEADINGS,
        "Förändring",
        "Bedömning och utfall",
        "Uppföljning",
        "Aktiviteter",
        "Medel",
        "Kontroller",
        "Om sammanställningen",
        "Riskmatris",
        "Diagram",
    ]


@pytest.mark.parametrize("title", HEADINGS)
def test_headings_in_row_one(asn: Workbook, title: str) -> None:
    expected = HEADINGS[title].split(", ")
    assert headings(asn[title])[: len(expected)] == expected


@pytest.mark.parametrize("title", HEADINGS)
def test_several_committees_have_a_first_column(title: str) -> None:
    several = compiled(dialogue("1", 9), dialogue("2", 9, committee=FSN), committees=(ASN, FSN))
    sheet = opened(several)[title]
    expected = HEADINGS[title].split(", ")
    assert headings(sheet)[: len(expected) + 1] == ["Nämnd", *expected]
    assert {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)} == {
        ASN.name,
        FSN.name,
    }


@pytest.mark.parametrize("title", [*HEADINGS, "Kontroller", "Om sammanställningen"])
def test_headings_stay_in_sight_and_filter(asn: Workbook, title: str) -> None:
    sheet = asn[title]
    assert str(sheet.freeze_panes).endswith("2")
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.print_title_rows == "$1:$1"


def test_every_page_is_a4_landscape_and_says_what_it_is(asn: Workbook) -> None:
    for sheet in asn.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.oddHeader is not None
        assert sheet.oddFooter is not None
        assert sheet.oddHeader.right.text == f"{ASN.name} · Kompetensförsörjning 2025"
        assert sheet.oddFooter.left.text == "Sammanställt 2025-10-01 kl. 08.30 · Förslag"
        assert sheet.oddFooter.right.text == "Sida &P av &N"


def test_an_ampersand_in_the_cycle_is_no_code(asn: Workbook) -> None:
    sheet = opened(compiled(cycle="Vård & omsorg"))["Gapanalys"]
    assert sheet.oddHeader is not None
    assert "Vård && omsorg" in (sheet.oddHeader.right.text or "")


def test_document_properties(asn: Workbook) -> None:
    assert asn.properties.title == "Sammanställning Kompetensförsörjning 2025"
    assert asn.properties.creator == "Kompetensförsörjning"
    assert asn.properties.created == datetime.fromisoformat("2025-10-01T08:30")


def test_numbers_are_numbers_with_swedish_formats(asn: Workbook) -> None:
    row = asn["Gapanalys"][2]
    gap, level, zero = row[2], row[6], row[7]
    assert (gap.value, gap.number_format) == (-3, '[$-41D]"+"#,##0;[$-41D]"−"#,##0;0')
    assert (level.value, level.number_format) == (-0.05, '"+"0 %;"−"0 %;0 %')
    assert zero.value == 0


def test_decimals_show_where_there_are_some() -> None:
    sheet = opened(compiled(dialogue("1", 7.25), dialogue("2", 7)))["Svar"]
    assert [sheet["D2"].value, sheet["D3"].value] == [7.25, 7]
    assert [sheet["D2"].number_format, sheet["D3"].number_format] == [
        '[$-41D]#,##0.0#;[$-41D]"−"#,##0.0#',
        '[$-41D]#,##0;[$-41D]"−"#,##0',
    ]


@pytest.mark.parametrize(("title", "column"), [("Risk", "B"), ("Svar", "L"), ("Spridning", "D")])
def test_risk_has_its_colours(asn: Workbook, title: str, column: str) -> None:
    words = {
        rule.formula[0]
        for area in asn[title].conditional_formatting
        for rule in area.rules
        if str(area.sqref).startswith(f"{column}2:{column}")
    }
    assert words == {f'"{label(severity)}"' for severity in Severity}


def test_the_charts_figures_stand_beside_them(asn: Workbook) -> None:
    figures = list(asn["Diagram"].iter_rows(min_col=16, max_col=21, values_only=True))
    assert figures[:2] == [
        (
            "Yrkeskategori",
            "Gap 2 år",
            "Gap 5 år",
            "Gap att fylla",
            "Personalomsättning",
            "Pensionsavgångar",
        ),
        ("Sektionschef", -3, -5, 3, 11, 1),
    ]


@pytest.mark.parametrize(
    ("part", "columns", "grouping"),
    [("chart1", ["Q", "R"], "clustered"), ("chart2", ["S", "T", "U"], "stacked")],
)
def test_native_charts_of_gaps_and_recruitment(
    part: str, columns: list[str], grouping: str
) -> None:
    with ZipFile(written(compile_material(asn_2025(), COMPILED_AT))) as parts:
        chart = parts.read(f"xl/charts/{part}.xml").decode()
    assert f'<grouping val="{grouping}"' in chart
    areas = re.findall(r"<f>'Diagram'!\$([A-Z])\$(\d+):", chart)
    assert areas == [(letter, "2") for column in columns for letter in ("P", column)]


def test_the_risk_matrix_holds_every_category_once(asn: Workbook) -> None:
    rows = list(asn["Riskmatris"].iter_rows(min_row=2, max_row=5, values_only=True))
    assert rows[0][1:] == ("Låg (0–33 %)", "Medel (34–66 %)", "Hög (67–100 %)")
    assert [row[0] for row in rows[1:]] == ["Allvarlig", "Mindre allvarlig", "Inte allvarlig"]
    serious = "Socialsekreterare myndighet familjehem\nSocialsekreterare myndighet barn och unga"
    assert rows[1][1:] == (None, serious, None)
    names = [name for row in rows[1:] for cell in row[1:] if cell for name in str(cell).split("\n")]
    assert len(names) == len(set(names)) == 8


def test_categories_without_risk_stand_below_the_matrix() -> None:
    sheet = opened(compiled(dialogue("1", 9, None)))["Riskmatris"]
    texts = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert f"Saknar ännu risk eller sannolikhet: {CATEGORY}." in texts


def test_an_answer_with_everything() -> None:
    answers = replace(
        COMPLETE,
        headcount_ok=False,
        headcount_actual=12,
        move_some_good=1,
        specific_gap="Barns rätt",
        comment="Rad ett\nRad två",
        drivers=("recruitment", "law"),
        activities=(
            Activity("Anställ två till", "recruit", "våren 2026"),
            Activity("Fler praktikplatser"),
        ),
    )
    row = dialogue("1", 10, answers, late=True, answered_as=AnsweredAs.VACANCY, division_name=None)
    sheet = opened(compiled(row))["Svar"]
    assert dict(zip(headings(sheet), [cell.value for cell in sheet[2]], strict=True)) == {
        "Avdelning": None,
        "Enhet": "Enhet 1",
        "Yrkeskategori": CATEGORY,
        "Medarbetare": 10,
        "Antal enligt chefen": 12,
        "Uppskattat behov 2 år": "Mer",
        "Uppskattat behov 5 år": "Samma",
        "Viss": -0.1,
        "God": 0.1,
        "Hög": 0,
        "Mycket hög": 0,
        "Risk": "Mindre allvarlig",
        "Sannolikhet": "Låg",
        "Kompetensspecifikt gap": "Barns rätt",
        "Påverkansfaktorer": "Lagstiftning och politik; Rekrytering och konkurrens",
        "Kommentar": "Rad ett\nRad två",
        "Aktiviteter": "Rekrytera: Anställ två till (våren 2026)\nFler praktikplatser",
        "Inlämnat": datetime.fromisoformat("2025-10-01T00:30"),
        "Efter sista svarsdag": "Ja",
        "Besvarat av": "Ersättare vid vakans",
    }


def test_progress_lists_every_dialogue() -> None:
    compilation = compiled(
        dialogue("1", 9),
        dialogue("2", 9, None, progress=Progress.IN_PROGRESS, changed_at=COMPILED_AT),
        dialogue("3", 3, None),
    )
    rows = list(opened(compilation)["Läge"].iter_rows(min_row=2, min_col=2, values_only=True))
    assert rows == [
        ("Enhet 1", "Chef 1", CATEGORY, "Inlämnad", datetime.fromisoformat("2025-10-01T00:30")),
        ("Enhet 2", "Chef 2", CATEGORY, "Påbörjad", datetime.fromisoformat("2025-10-01T08:30")),
        ("Enhet 3", "Chef 3", CATEGORY, "Ej påbörjad", None),
    ]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (Severity.NOT_SERIOUS, "Höjd från Inte allvarlig"),
        (Severity.SERIOUS, "Sänkt från Allvarlig"),
        (Severity.LESS_SERIOUS, "Oförändrad"),
        (None, "uppgift saknas"),
    ],
)
def test_change_in_words(before: Severity | None, told: str) -> None:
    previous = {(ASN.code, CATEGORY): Previous(2023, severity=before)}
    assert opened(compiled(dialogue("1", 9), previous=previous))["Risk"]["D2"].value == told


def test_no_answer_yet_is_no_change() -> None:
    previous = {(ASN.code, CATEGORY): Previous(2023, severity=Severity.SERIOUS)}
    unanswered = compiled(dialogue("1", 9, None), previous=previous)
    assert opened(unanswered)["Risk"]["D2"].value is None


def test_what_nobody_gave_is_blank() -> None:
    given = {(ASN.code, CATEGORY): projection(20)}
    cells = [cell.value for cell in opened(compiled(projections=given))["Gapanalys"][2]]
    assert cells[:10] == [CATEGORY, 20, *[None] * 8]


def test_an_empty_cycle_is_a_workbook() -> None:
    book = opened(compiled(categories=(), committees=()))
    assert headings(book["Gapanalys"])[0] == "Yrkeskategori"
    assert book["Gapanalys"].max_row == 1
    assert book["Gapanalys"].auto_filter.ref == "A1:V1"


def test_a_path_does_as_well_as_a_file(tmp_path: Path) -> None:
    target = tmp_path / "summary.xlsx"
    write_workbook(compiled(dialogue("1", 9)), target)
    assert load_workbook(target)["Svar"]["B2"].value == "Enhet 1"


def test_readers_that_stream_see_every_row() -> None:
    many = compiled(*[dialogue(str(n), 9) for n in range(1200)])
    book = load_workbook(written(many), read_only=True)
    rows = list(book["Svar"].iter_rows(min_row=2, values_only=True))
    book.close()
    assert len(rows) == 1200
    assert rows[-1][1] == "Enhet 1199"


def test_styles_do_not_grow_with_the_rows() -> None:
    def style_count(units: int) -> int:
        parts = ZipFile(written(compiled(*[dialogue(str(n), 9) for n in range(units)])))
        return parts.read("xl/styles.xml").count(b"<xf ")

    assert style_count(1) == style_count(50)


def test_every_part_is_well_formed() -> None:
    with ZipFile(written(compile_material(asn_2025(), COMPILED_AT))) as parts:
        names = parts.namelist()
        assert len(names) == len(set(names))
        for name in names:
            fromstring(parts.read(name))
