"""HR sets goals from the compiled values, and the next cycle follows them up."""

from pathlib import Path

import orjson
from openpyxl import load_workbook

from tests.commands.kf import Kf

CHIEF = "Sektionschef"


def following_cycle(kf: Kf) -> Path:
    """The next cycle as HR imports it: ten more section managers than were projected."""
    book = kf.directory / "2027.xlsx"
    assert kf("next", "2025", "--out", book).code == 0
    workbook = load_workbook(book)
    names = [cell.value for (cell,) in workbook["Yrkeskategorier"]["A2:A9"]]
    sheet = workbook["Personalframskrivning"]
    for place, name in enumerate(names, start=2):
        for column, value in enumerate(("ASN", name, 178, -1, -2, 10, 1), start=1):
            sheet.cell(place, column, value)
    workbook.save(book)
    return book


def test_goals_are_shown_and_stored_once(answered: Kf) -> None:
    shown = answered("goals", "2025")
    assert shown.code == 0, shown.err
    assert shown.lines[0].endswith(", mål till 2027")
    assert len(shown.lines) == 1 + 8 + 1
    assert shown.lines[1].startswith(f"  {CHIEF}: utökning +")
    assert shown.lines[1].endswith(", till hög +8, till mycket hög 0 (förslag)")
    assert shown.lines[-1] == "Inget är sparat; spara målen med --set"
    stored = answered("goals", "2025", "--for", "ASN", "--set")
    assert stored.lines[-1] == "Sparade mål: 8 nya, 0 ändrade, 0 borttagna"
    again = answered("goals", "2025", "--for", "ASN", "--set")
    assert again.lines[-1] == "Sparade mål: 0 nya, 0 ändrade, 0 borttagna"
    later = answered("goals", "2025", "--to-year", "2030", "--set")
    assert "till hög" not in later.out


def test_the_next_cycle_follows_them_up(answered: Kf) -> None:
    answered("goals", "2025", "--set")
    imported = answered("import", following_cycle(answered))
    assert imported.code == 0, imported.err
    assert answered("compile", "2027", "--out", "ut").code == 0
    summary = orjson.loads((answered.directory / "ut" / "summary.json").read_bytes())
    rows = [row for row in summary["tables"]["follow_up"] if row["category"] == CHIEF]
    increase = rows[0]
    assert (increase["measure"], increase["outcome"], increase["since"]) == ("increase", 10, 2025)
    assert increase["percent"] == round(100 * 10 / increase["goal"])
    assert {row["measure"] for row in rows} == {
        *("increase", "to_some", "to_good", "to_high", "to_very_high")
    }
    assert summary["tables"]["follow_up"][-1]["category"] == "total"


def test_a_year_that_nobody_judged_or_a_committee_that_is_not_there(kf: Kf) -> None:
    assert kf("goals", "2025", "--to-year", "2028").error.endswith(
        "bedömer inte behovet 2028; ange 2027 eller 2030"
    )
    unknown = kf("goals", "2025", "--for", "A1", "--set")
    assert unknown.error == '"A1" är ingen nämnd i omgången; ange en av: ASN'
    assert kf("goals", "2031").error.startswith('Omgången "2031" finns inte')


def test_nothing_to_set_goals_from(kf: Kf) -> None:
    told = kf("goals", "2025", "--set")
    assert told.lines[1] == f"  {CHIEF}: inget mål, underlaget saknas eller visas inte (förslag)"
    assert told.lines[-1] == "Sparade mål: 0 nya, 0 ändrade, 0 borttagna"
