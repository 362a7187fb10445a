"""Made-up import workbooks: a small valid one to break, and one with the figures of ASN 2025."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from kfmodel.importing.reading import Reading, read_cycle
from kfmodel.importing.values import CycleFile
from kfmodel.scales import Severity, label

TODAY = date(2025, 2, 1)
CASE = Path(__file__).parents[1] / "cases" / "asn-2025"

Rows = list[list[Any]]

HEADINGS = {
    "Omgång": ["Nyckel", "Värde"],
    "Organisation": ["Kod", "Namn", "Typ", "Överordnad", "Metod"],
    "Personer": ["E-post", "Namn", "Roll", "Organisation", "Entra-id", "Språk"],
    "Yrkeskategorier": ["Yrkeskategori", "AID-kod", "Fokusområde", "Tidigare namn"],
    "Personalframskrivning": [
        "Organisation",
        "Yrkeskategori",
        "Antal medarbetare",
        "Gap 2 år",
        "Gap 5 år",
        "Personalomsättning 2 år",
        "Pensionsavgångar 2 år",
    ],
    "Bemanning": ["Organisation", "Yrkeskategori", "Antal"],
    "Föregående omgång": [
        "År",
        "Organisation",
        "Yrkeskategori",
        "Behov 2 år",
        "Behov 5 år",
        "Viss",
        "God",
        "Hög",
        "Mycket hög",
        "Risk",
        "Sannolikhet",
    ],
}
MEASURE_HEADINGS = ["Utökning", "Till viss", "Till god", "Till hög", "Till mycket hög"]
PLAN_HEADINGS = {
    "Mål": ["Organisation", "Yrkeskategori", "Till år", *MEASURE_HEADINGS],
    "Utfall": ["Organisation", "Yrkeskategori", "År", "Källa", *MEASURE_HEADINGS],
    "Aktiviteter": [
        "Område",
        "Yrkeskategori",
        "Aktivitet",
        "Tidsplan",
        "Ansvarig",
        "Uppföljning",
        "Strategisk utmaning",
        "Förankring",
        "Status",
    ],
    "Medel": [
        "Period",
        "Insats",
        "Mål och syfte",
        "Äskade medel",
        "Beviljade medel",
        "Finansiering",
        "Avvikelser",
    ],
}
"""The optional sheets of the plan, as the contract has them."""

ANNA = "0f8fad5b-d9cb-469f-a165-70867728950e"

ROWS: dict[str, Rows] = {
    "Omgång": [
        ["Namn", "Dialog 2025"],
        ["År", 2025],
        ["Metod", "five-level"],
        ["Öppnar", date(2025, 3, 3)],
        ["Sista svarsdag", "2025-04-30"],
        ["HR-adress", "HR@exempel.se"],
        ["Mätdatum", None],
        ["Räknesätt", "antal"],
        ["Källa", "Stadskontoret"],
        ["Påminnelser", "5; 15, 0"],
    ],
    "Organisation": [
        ["S", "Staden", "stad", None, None],
        ["N1", "Nämnden", "nämnd", "S", None],
        ["A1", "Avdelningen", "avdelning", "N1", None],
        ["E1", "Enhet ett", "enhet", "A1", None],
        ["E2", "Enhet två", "enhet", "A1", None],
    ],
    "Personer": [
        ["hr@exempel.se", "Hanna Ros", "hr", "N1", None, None],
        ["anna@exempel.se", "Anna Ek", "avdelningschef", "A1", ANNA, "en"],
        ["bo@exempel.se", "Bo Al", "enhetschef", "E1", None, None],
        ["bo@exempel.se", "Bo Al", "enhetschef", "E2", None, "sv"],
    ],
    "Yrkeskategorier": [
        ["Socialsekreterare", 351040, "Myndighet", "Socialassistent; Handläggare"],
        ["Sektionschef", None, None, None],
    ],
    "Personalframskrivning": [
        ["N1", "Socialsekreterare", 12, -3, -5, 4, 1],
        ["N1", "Sektionschef", 2, 0, -1, 0, 0],
    ],
    "Bemanning": [
        ["E1", "Socialsekreterare", 7],
        ["E2", "Socialsekreterare", 5],
        ["A1", "Sektionschef", 2],
    ],
    "Föregående omgång": [
        [2023, "N1", "Socialsekreterare", "Mer", "Samma", -10, -10, 10, 10, "Allvarlig", "Hög"],
    ],
}


PLAN_ROWS: dict[str, Rows] = {
    "Mål": [["N1", "Socialassistent", 2025, 14, 0, 5, 25, 20]],
    "Utfall": [["N1", "Socialsekreterare", 2025, "HR:s statistik", 7, None, -1, "12", 20]],
    "Aktiviteter": [
        [
            "utveckla och motivera",
            "Socialsekreterare",
            "Mentorskap\nför nya",
            "2025–2026",
            "HR",
            "Enkät",
            "Rekrytering och konkurrens",
            "Få på hög nivå",
            "pågår",
        ],
        ["Ledarskap", None, "Chefsforum", None, None, None, None, None, "Vilande"],
    ],
    "Medel": [
        [2025, "Introduktionsår", "Fler stannar", 2_400_000, "1 200 000", "Stadens", "Inga"],
        ["2026", "Handledning", None, 300_000, None, None, None],
    ],
}


def with_plan() -> Workbook:
    """The small workbook with the plan's sheets."""
    book = small()
    for title, rows in PLAN_ROWS.items():
        page = book.create_sheet(title)
        for row in (PLAN_HEADINGS[title], *rows):
            page.append(row)
    return book


def small() -> Workbook:
    """A valid workbook without warnings. Headings stand in row 1, so rows begin at 2."""
    return workbook({title: [HEADINGS[title], *rows] for title, rows in ROWS.items()})


def workbook(sheets: dict[str, Rows]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    return book


def saved(book: Workbook) -> BytesIO:
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return file


def read(book: Workbook, today: date = TODAY) -> Reading:
    return read_cycle(saved(book), today)


def file_of(book: Workbook) -> CycleFile:
    reading = read(book)
    assert reading.file is not None, reading.errors
    return reading.file


def errors(book: Workbook) -> list[str]:
    reading = read(book)
    assert reading.file is None
    return [str(problem) for problem in reading.errors]


def warnings(book: Workbook, today: date = TODAY) -> list[str]:
    """The warnings of a workbook that can be imported."""
    reading = read(book, today)
    assert not reading.errors
    assert reading.file is not None
    return [str(problem) for problem in reading.warnings]


def with_saved_value(file: BytesIO, formula: str, attributes: str, value: str) -> BytesIO:
    """Gives a formula the value that Excel would have saved; openpyxl writes none."""
    pattern = re.compile(
        rf"<c r=\"(\w+)\"([^>]*)><f>{re.escape(formula)}</f>(?:<v ?/>|<v></v>)</c>"
    )
    replacement = rf'<c r="\1" {attributes}><f>{formula}</f><v>{value}</v></c>'
    result = BytesIO()
    with ZipFile(file) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name).decode()
            target.writestr(name, pattern.sub(replacement, content))
    result.seek(0)
    return result


def asn_2025() -> Workbook:
    """The published figures of ASN 2025, staffed in made-up divisions and units."""
    categories = list(_read_csv("categories.csv"))
    rows = ROWS | {
        "Organisation": [["S", "Malmö stad", "stad", None, None], *_asn_organisations()],
        "Personer": [["hr@exempel.se", "Hanna Ros", "hr", "ASN", None, None], *_asn_heads()],
        "Yrkeskategorier": [[row["category"], None, None, None] for row in categories],
        "Personalframskrivning": [["ASN", *_projection(row)] for row in categories],
        "Bemanning": [line for row in categories for line in _staffing(row)],
        "Föregående omgång": [_previous(row) for row in _read_csv("previous.csv")],
    }
    return workbook({title: [HEADINGS[title], *lines] for title, lines in rows.items()})


def _read_csv(name: str) -> Iterator[dict[str, str]]:
    with (CASE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _asn_organisations() -> Rows:
    divisions = [[f"A{n}", f"Avdelning {n}", "avdelning", "ASN", None] for n in range(1, 6)]
    units = [[f"E{n}", f"Enhet {n}", "enhet", f"A{n % 5 + 1}", None] for n in range(1, 26)]
    return [["ASN", "Arbetsmarknads- och socialnämnden", "nämnd", "S", None], *divisions, *units]


def _asn_heads() -> Rows:
    heads = [["avdelningschef", f"A{n}"] for n in range(1, 6)]
    managers = [["enhetschef", f"E{n}"] for n in range(1, 26)]
    return [
        [f"chef{n}@exempel.se", f"Chef {n}", role, code, None, None]
        for n, (role, code) in enumerate((*heads, *managers))
    ]


def _projection(row: dict[str, str]) -> list[Any]:
    names = ("headcount", "gap_2y", "gap_5y", "turnover_2y", "retirements_2y")
    return [row["category"], *(int(row[name]) for name in names)]


def _staffing(row: dict[str, str]) -> Rows:
    """The headcount over 25 units, or for section managers over the five divisions."""
    places = 5 if row["category"] == "Sektionschef" else 25
    letter = "A" if places == 5 else "E"
    share, rest = divmod(int(row["headcount"]), places)
    return [[f"{letter}{n}", row["category"], share + (n <= rest)] for n in range(1, places + 1)]


def _previous(row: dict[str, str]) -> list[Any]:
    severity = label(Severity(row["severity"]))
    return [int(row["year"]), "ASN", row["category"], *[None] * 6, severity, None]
