"""What `summary.xlsx`, `summary.json` and `report.docx` must be, written from their description
alone."""

from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from openpyxl import Workbook, load_workbook

HEADINGS = {
    "Gapanalys": [
        "Yrkeskategori",
        "Totalt antal medarbetare",
        "Gap 2 år",
        "Uppskattat behov 2 år",
        "Gap 5 år",
        "Uppskattat behov 5 år",
        "Viss",
        "God",
        "Hög",
        "Mycket hög",
    ],
    "Rekryteringsbehov": [
        "Yrkeskategori",
        "Gap 2 år",
        "Personalomsättning 2 år",
        "Pensionsavgångar 2 år",
        "Totalt rekryteringsbehov",
    ],
    "Risk": ["Yrkeskategori", "Risk", "Sannolikhet", "Förändring sedan förra omgången"],
    "Spridning": [
        "Organisation",
        "Yrkeskategori",
        "Fråga",
        "Svar",
        "Enheter",
        "Medarbetare",
        "Andel",
    ],
    "Läge": ["Avdelning", "Enhet", "Ansvarig", "Yrkeskategori", "Läge", "Senast ändrad"],
}
SHEETS = ["Gapanalys", "Rekryteringsbehov", "Risk", "Spridning", "Svar", "Läge"]
MASKED = "•"
NUMBERS = {
    "Gapanalys": [1, 2, 4, 6, 7, 8, 9],
    "Rekryteringsbehov": [1, 2, 3, 4],
    "Spridning": [4, 5, 6],
}
"""The places of columns that hold numbers, the first being 0."""

TOP = {"cycle", "method", "compiled_at", "tables", "checks"}
TABLES = {"gap", "recruitment", "risk", "spread", "progress"}
IDENTITY = {"organisation", "method", "category"}
ANSWERED = {"units_answered", "units_total", "heads_answered_pct", "settled"}
GAP = {"headcount", "gap_2y", "need_2y", "gap_5y", "need_5y"}
LEVELS = {"level_some", "level_good", "level_high", "level_very_high"}
RECRUITMENT = {"gap_2y", "turnover_2y", "retirements_2y", "recruitment_2y"}
RISK = {"severity", "likelihood", "change"}
SCALES: dict[str, set[Any]] = {
    "need_2y": {"MUCH_LESS", "LESS", "SAME", "MORE", "MUCH_MORE"},
    "severity": {"NOT_SERIOUS", "LESS_SERIOUS", "SERIOUS"},
    "likelihood": {"LOW", "MEDIUM", "HIGH"},
    "change": {"up", "down", "same", None},
}


def opened(directory: Path) -> tuple[Workbook, dict[str, Any]]:
    """The tables of a compilation, after every file of it has been checked."""
    book = load_workbook(directory / "summary.xlsx")
    content = orjson.loads((directory / "summary.json").read_bytes())
    check_workbook(book)
    check_json(content)
    check_report(Document(str(directory / "report.docx")))
    return book, content


def check_workbook(book: Workbook, *, committees: int = 1) -> None:
    assert book.sheetnames[: len(SHEETS)] == SHEETS
    for title, headings in HEADINGS.items():
        wanted = ["Nämnd", *headings] if committees > 1 else headings
        found = [cell.value for cell in book[title][1]][: len(wanted)]
        assert found == wanted, title
    for title, places in NUMBERS.items():
        for row in rows(book, title):
            for place in places:
                value = row[place + (committees > 1)]
                assert value is None or value == MASKED or isinstance(value, int | float), title
    for sheet in book.worksheets:
        for cells in sheet.iter_rows():
            assert not [cell.coordinate for cell in cells if cell.data_type in ("f", "e")]


def check_report(report: WordDocument) -> None:
    """Real styles, a contents field, numbered captions and pictures that say what they show."""
    headings = [p.text for p in report.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[0] == "Bakgrund och syfte"
    assert headings[-1].startswith("Bilaga")
    codes = [found.text.split() for found in report.element.body.iter(qn("w:instrText"))]
    assert codes[0][0] == "TOC"
    assert codes.count(["SEQ", "Tabell", "\\*", "ARABIC"]) == len(report.tables) > 0
    for picture in report.inline_shapes:
        assert picture._inline.docPr.get("descr")


def rows(book: Workbook, title: str) -> list[list[Any]]:
    """The rows below the headings, up to the first empty one."""
    found = []
    for row in book[title].iter_rows(min_row=2, values_only=True):
        if row[0] is None and row[1] is None:
            break
        found.append(list(row))
    return found


def check_json(content: dict[str, Any]) -> None:
    assert set(content) == TOP
    assert content["compiled_at"].endswith("Z")
    datetime.fromisoformat(content["compiled_at"])
    tables = content["tables"]
    assert set(tables) >= TABLES
    gap = GAP - {"need_2y", "need_5y"} | ANSWERED
    check_rows(tables["gap"], must=gap, may=GAP | LEVELS | {"answers_masked"})
    check_rows(tables["recruitment"], must=RECRUITMENT, may=set())
    check_rows(tables["risk"], must=ANSWERED | {"change"}, may=RISK)
    for row in (*tables["gap"], *tables["risk"]):
        for name, words in SCALES.items():
            assert name not in row or row[name] in words
    for row in (*tables["spread"], *tables["progress"]):
        assert row.keys() >= IDENTITY
    for check in content["checks"]:
        assert set(check) == {"name", "status", "detail"}
        assert check["status"] in ("ok", "warning", "error")


def check_rows(found: list[dict[str, Any]], *, must: set[str], may: set[str]) -> None:
    """Of a masked row only whose it is; of others nothing null, and what is known."""
    for row in found:
        assert row.keys() >= IDENTITY
        if "masked" in row:
            assert row["masked"] is True
            assert set(row) == IDENTITY | {"masked"}
            continue
        assert row.keys() >= must
        assert {name for name, value in row.items() if value is None} <= {"change"}
        known = IDENTITY | must | may
        beside = {name for name in row if name.startswith("assessed_") or name.endswith("_range")}
        assert row.keys() - known - beside <= {"serious_units", "compiled", "settled_reason"}
    keys = [(row["organisation"], row["category"]) for row in found]
    assert len(keys) == len(set(keys))
