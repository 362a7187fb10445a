"""Two cycles after each other, from HR's workbooks to what has changed."""

from datetime import date
from typing import Any

import orjson

from tests.commands.books import answers_book
from tests.commands.kf import Kf
from tests.importing.workbooks import small

SOCIAL = "Socialsekreterare"
HEADINGS = ("Organisation", "Yrkeskategori", "Behov 2 år", "Behov 5 år", "Viss", "God", "Hög")
REST = ("Mycket hög", "Risk", "Sannolikhet")


def cycle(kf: Kf, year: int, name: str, category: str, headcount: int, *answers: Any) -> None:
    """A cycle imported, and one unit's answers entered."""
    book = small()
    keys = {row[0].value: row[1] for row in book["Omgång"].iter_rows()}
    keys["Namn"].value, keys["År"].value = name, year
    keys["Öppnar"].value, keys["Sista svarsdag"].value = date(year, 3, 3), date(year, 4, 30)
    del book["Föregående omgång"]
    book["Yrkeskategorier"]["D2"] = "Handläggare" if category == SOCIAL else None
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == SOCIAL:
                    cell.value = category
    projection = book["Personalframskrivning"]
    for row in projection.iter_rows(min_row=2):
        if row[1].value == category:
            row[2].value, row[3].value = headcount, -4
    book.save(kf.directory / f"{year}.xlsx")
    assert kf("import", f"{year}.xlsx").code == 0
    answers_book(
        kf.directory / "svar.xlsx", ("E1", category, *answers), headings=(*HEADINGS, *REST)
    )
    entered = kf("answers", "import", "svar.xlsx", "--cycle", name)
    assert entered.code == 0, entered.err


def test_what_changed_from_one_cycle_to_the_next(bare: Kf) -> None:
    assert bare("db", "upgrade").code == 0
    before = ("Mer", "Samma", -10, 0, 10, 0, "Inte allvarlig", "Låg")
    now = ("Mer", "Mindre", -10, 0, 5, 5, "Allvarlig", "Låg")
    cycle(bare, 2023, "Dialog 2023", "Handläggare", 20, *before)
    cycle(bare, 2025, "Dialog 2025", SOCIAL, 27, *now)
    assert bare("compile", "2025", "--out", "ut").code == 0
    tables = orjson.loads((bare.directory / "ut" / "summary.json").read_bytes())["tables"]
    found = {
        row["measure"]: (row["before"], row["now"], row["change"])
        for row in tables["changes"]
        if row["category"] == SOCIAL and "before" in row
    }
    assert found["need_2y"] == ("MORE", "MORE", "same")
    assert found["need_5y"] == ("SAME", "LESS", "down")
    assert found["level_high"] == (10, 5, "down")
    assert found["severity"] == ("NOT_SERIOUS", "SERIOUS", "up")
    # 20 with gap −4 projected 24; Mer is 26 to 29
    [estimate] = [row for row in tables["estimates"] if row["category"] == SOCIAL]
    assert (estimate["expected_from"], estimate["expected_to"]) == (26, 29)
    assert (estimate["headcount"], estimate["against_estimate"]) == (27, "as_estimated")
