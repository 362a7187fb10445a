"""HR sets goals from the compiled values, and the next cycle follows them up."""

from pathlib import Path

import orjson
from openpyxl import load_workbook

from tests.commands.books import CHIEF, answers_book, everyones_answers
from tests.commands.kf import Kf

ADULTS = "Socialsekreterare myndighet vuxna"


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


def settled(kf: Kf, *categories: str) -> None:
    for category in categories:
        assert kf("settle", "2025", "ASN", category).code == 0


def test_what_is_settled_is_stored_once(answered: Kf) -> None:
    shown = answered("goals", "2025")
    assert shown.code == 0, shown.err
    assert shown.lines[0].endswith(", mål till 2027")
    assert len(shown.lines) == 1 + 8 + 1
    assert shown.lines[1].startswith(f"  {CHIEF}: utökning +")
    assert shown.lines[1].endswith(", till hög +8, till mycket hög 0 (förslag)")
    assert shown.lines[-1] == "Inget är sparat; spara de fastställda målen med --set"
    settled(answered, CHIEF, ADULTS)
    stored = answered("goals", "2025", "--for", "ASN", "--set")
    assert stored.lines[1].endswith(", till hög +8, till mycket hög 0 (fastställd)")
    assert stored.lines[-2] == "Sparade mål: 2 nya, 0 ändrade, 0 borttagna"
    left_out = stored.lines[-1].removeprefix("Inte sparade, ännu inte fastställda: ").split(", ")
    assert len(left_out) == 6
    assert not {CHIEF, ADULTS} & set(left_out)
    again = answered("goals", "2025", "--for", "ASN", "--set")
    assert again.lines[-2] == "Sparade mål: 0 nya, 0 ändrade, 0 borttagna"
    later = answered("goals", "2025", "--to-year", "2030", "--set")
    assert "till hög" not in later.out


def test_settled_as_compiled_there_is_an_increase_before_all_have_answered(kf: Kf) -> None:
    answers_book(kf.directory / "svar.xlsx", *everyones_answers()[:4])
    assert kf("answers", "import", "svar.xlsx").code == 0
    assert "ingen utökning (alla enheter har inte svarat), till" in kf("goals", "2025").lines[1]
    settled(kf, CHIEF)
    assert kf("goals", "2025").lines[1].startswith(f"  {CHIEF}: utökning +")


def test_the_next_cycle_follows_them_up(answered: Kf) -> None:
    settled(answered, CHIEF)
    answered("goals", "2025", "--set")
    imported = answered("import", following_cycle(answered))
    assert imported.code == 0, imported.err
    assert answered("compile", "2027", "--out", "ut").code == 0
    summary = orjson.loads((answered.directory / "ut" / "summary.json").read_bytes())
    follow_up = summary["tables"]["follow_up"]
    rows = [row for row in follow_up if row["category"] == CHIEF]
    increase = rows[0]
    assert (increase["measure"], increase["outcome"], increase["since"]) == ("increase", 10, 2025)
    assert increase["percent"] == round(100 * 10 / increase["goal"])
    assert {row["measure"] for row in rows} == {
        *("increase", "to_some", "to_good", "to_high", "to_very_high")
    }
    assert {row["category"] for row in follow_up} == {CHIEF, "total"}


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
