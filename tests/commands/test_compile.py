"""The compiled files: as they are described, and as the report was printed."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from docx import Document
from openpyxl import load_workbook

from tests.commands import contract
from tests.commands.books import NAME, answers_book
from tests.commands.contract import MASKED, opened, rows
from tests.commands.kf import Kf
from tests.commands.published import GAP, RECRUITMENT, RISK, for_machines, for_people
from tests.importing.workbooks import small


@pytest.fixture
def two_committees(bare: Kf) -> Kf:
    """A small cycle with a second committee, where one group is smaller than five."""
    book = small()
    book["Organisation"].append(["N2", "Andra nämnden", "nämnd", "S"])
    book["Bemanning"].append(["N2", "Socialsekreterare", 6])
    book["Personalframskrivning"].append(["N2", "Socialsekreterare", 6, 0, -1, 1, 0])
    book.save(bare.directory / "tva.xlsx")
    bare("db", "upgrade")
    assert bare("import", "tva.xlsx").code == 0
    headings = ("Organisation", "Yrkeskategori", "Behov 2 år", "Behov 5 år", "Viss", "God", "Hög")
    answer = ("Mer", "Mer", -10, 0, 10, 0, "Allvarlig", "Hög")
    answers_book(
        bare.directory / "svar.xlsx",
        ("E1", "Socialsekreterare", *answer, "=HYPERLINK(1)"),
        ("N1", "Sektionschef", *answer, "Ska inte synas"),
        headings=(*headings, "Mycket hög", "Risk", "Sannolikhet", "Kommentar"),
    )
    assert bare("answers", "import", "svar.xlsx").code == 0
    return bare


def test_the_published_tables_come_back(answered: Kf) -> None:
    done = answered("compile", NAME, "--out", "ut/2025")
    assert done.line == ("Skrev ut/2025/summary.xlsx, ut/2025/summary.json och ut/2025/report.docx")
    book, content = opened(answered.directory / "ut" / "2025")
    tables = content["tables"]
    for title, name, columns in (
        ("Gapanalys", "gap", GAP),
        ("Rekryteringsbehov", "recruitment", RECRUITMENT),
        ("Risk", "risk", RISK),
    ):
        width = len(columns)
        printed = [row[:width] for row in rows(book, title)]
        assert [row for row in printed if row[0] != "Totalt"] == for_people(columns)
        assert _only(tables[name], columns) == for_machines(columns)
    assert (content["cycle"], content["method"]) == (NAME, "five-level")
    level = book["Gapanalys"]["G2"]
    assert (level.value, "%" in level.number_format) == (-0.05, True)
    assert len(rows(book, "Svar")) == len(rows(book, "Läge")) == 140
    changes = {row["category"]: row["change"] for row in tables["risk"]}
    assert changes["Socialsekreterare myndighet ekonomiskt bistånd"] == "down"
    assert changes["Socialsekreterare samtal/behandling"] == "up"
    assert changes["Sektionschef"] is None


def _only(found: list[dict[str, Any]], columns: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{name: row.get(name) for name in columns} for row in found]


def test_without_an_answer_it_says_what_is_missing(kf: Kf) -> None:
    assert kf("compile", "2025", "--out", "ut").code == 0
    book, content = opened(kf.directory / "ut")
    assert rows(book, "Svar") == []
    assert {row["units_answered"] for row in content["tables"]["gap"]} == {0}
    assert not any("need_2y" in row for row in content["tables"]["gap"])
    [missing] = [check for check in content["checks"] if check["name"] == "missing_answers"]
    assert missing["status"] == "warning"


def test_a_small_group_is_masked_and_a_formula_is_text(two_committees: Kf) -> None:
    assert two_committees("compile", "2025", "--out", "ut", "--for", "N1").code == 0
    directory = two_committees.directory / "ut"
    book, content = opened(directory)
    [chiefs] = [row for row in rows(book, "Gapanalys") if row[0] == "Sektionschef"]
    assert set(chiefs[1:10]) == {MASKED}
    for name in ("gap", "recruitment", "risk"):
        [masked] = [r for r in content["tables"][name] if r["category"] == "Sektionschef"]
        assert masked["masked"] is True
    everything = [value for sheet in book for row in sheet.values for value in row]
    assert "=HYPERLINK(1)" in everything
    assert "Ska inte synas" not in everything


def test_several_committees_stand_in_a_column_of_their_own(two_committees: Kf) -> None:
    assert two_committees("compile", "2025", "--out", "ut").code == 0
    book = load_workbook(two_committees.directory / "ut" / "summary.xlsx")
    contract.check_workbook(book, committees=2)
    assert {row[0] for row in rows(book, "Risk")} == {"Nämnden", "Andra nämnden"}


def test_one_committee_of_several(two_committees: Kf) -> None:
    assert two_committees("compile", "2025", "--out", "ut", "--for", "N2").code == 0
    _, content = opened(two_committees.directory / "ut")
    assert {row["organisation"] for table in content["tables"].values() for row in table} == {"N2"}


def test_a_division(two_committees: Kf) -> None:
    assert two_committees("compile", "2025", "--out", "ut", "--for", "A1").code == 0
    directory = two_committees.directory / "ut"
    tables = orjson.loads((directory / "summary.json").read_bytes())["tables"]
    assert {row["organisation"] for table in tables.values() for row in table} == {"A1"}
    book = load_workbook(directory / "summary.xlsx")
    contract.check_workbook(book)
    assert {row[0] for row in rows(book, "Svar")} == {"Avdelningen"}


def test_the_city_gets_the_approved_committees_and_no_unit(two_committees: Kf) -> None:
    told = two_committees("compile", "2025", "--out", "ut", "--for", "S")
    assert told.lines[1:] == [
        "Ingen nämnds sammanställning är godkänd ännu. Filerna har därför inga siffror."
    ]
    content = orjson.loads((two_committees.directory / "ut" / "summary.json").read_bytes())
    assert content["tables"]["gap"] == []
    states = {row["organisation"]: row["progress"] for row in content["tables"]["progress"]}
    assert states == {"N1": "not_approved", "N2": "not_approved"}
    book = load_workbook(two_committees.directory / "ut" / "summary.xlsx")
    assert "Svar" not in book.sheetnames
    assert "=HYPERLINK(1)" not in [v for sheet in book for row in sheet.values for v in row]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("E1", "har ingen sammanställning"),
        ("X", "finns inte i omgången"),
        ("", "finns inte i omgången"),
    ],
    ids=["unit", "unknown", "empty"],
)
def test_what_has_no_compilation_lists_those_that_have(
    two_committees: Kf, code: str, why: str
) -> None:
    line = two_committees("compile", "2025", "--out", "ut", "--for", code).error
    assert line == f'"{code}" {why}; ange en av: S, N1, A1, N2'
    assert not Path(two_committees.directory / "ut").exists()


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        ("asn.xlsx", "det finns en fil med det namnet"),
        ("asn.xlsx/ut", "en del av sökvägen är en fil"),
    ],
)
def test_a_directory_that_cannot_be_made_is_one_line(kf: Kf, out: str, reason: str) -> None:
    assert kf("compile", "2025", "--out", out).error == f"{out} går inte att skriva: {reason}"


def test_compiling_again_replaces_the_files(kf: Kf) -> None:
    for _ in range(2):
        assert kf("compile", "2025", "--out", "ut").code == 0
    assert sorted(file.name for file in (kf.directory / "ut").iterdir()) == [
        "report.docx",
        "summary.json",
        "summary.xlsx",
    ]


def test_the_report_in_the_citys_own_template(kf: Kf) -> None:
    template = Document()
    template.sections[0].header.paragraphs[0].text = "Malmö stad"
    template.save(str(kf.directory / "mall.docx"))
    assert kf("compile", "2025", "--out", "ut", "--template", "mall.docx").code == 0
    report = Document(str(kf.directory / "ut" / "report.docx"))
    contract.check_report(report)
    assert report.sections[0].header.paragraphs[0].text == "Malmö stad"


def test_a_template_that_is_no_use_is_one_line_and_nothing_is_written(kf: Kf) -> None:
    line = kf("compile", "2025", "--out", "ut", "--template", "finns inte.docx").error
    assert line == "finns inte.docx finns inte"
    line = kf("compile", "2025", "--out", "ut", "--template", "asn.xlsx").error
    assert line.startswith("asn.xlsx är inte ett Word-dokument (.docx eller .dotx)")
    assert not (kf.directory / "ut").exists()
