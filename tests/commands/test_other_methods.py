"""Cycles in other methods than five levels, from HR's workbooks to the compilation."""

from typing import Any

import orjson

from tests.commands.books import NAME, answers_book, changed
from tests.commands.kf import Kf

GROUP = ("E1", "Socialsekreterare myndighet barn och unga")
LEVELS = ("viss", "god", "hög", "mycket hög")
COUNTED = [f"{when} {level}" for when in ("Nu", "2 år", "5 år") for level in LEVELS]


def in_method(kf: Kf, method: str) -> None:
    """The cycle again, in another method."""
    changed(kf.directory / "asn.xlsx", kf.directory / "asn.xlsx", "Omgång", B4=method)
    imported = kf("import", "asn.xlsx")
    assert imported.code == 0, imported.err


def entered(kf: Kf, headings: list[str], *values: Any) -> dict[str, Any]:
    """One group's answers entered and compiled: its category's rows of all tables in one."""
    whole = ["Organisation", "Yrkeskategori", *headings]
    answers_book(kf.directory / "svar.xlsx", [*GROUP, *values], headings=whole)
    assert kf("answers", "import", "svar.xlsx").line == f"{NAME}: 1 svar sparade, 0 oförändrade"
    assert kf("compile", "2025", "--out", "ut").code == 0
    tables = orjson.loads((kf.directory / "ut" / "summary.json").read_bytes())["tables"]
    rows = [*tables["gap"], *tables["risk"]]
    found: dict[str, Any] = {}
    for row in rows:
        if row["category"] == GROUP[1]:
            found |= row
    return found


def test_a_cycle_in_three_levels(kf: Kf) -> None:
    in_method(kf, "Tregradig gapanalys")
    headings = ["Behov 2 år", "Behov 5 år", "Risk", "Sannolikhet", "Kompetensspecifikt gap"]
    row = entered(kf, headings, "Mer", "Samma", "Allvarlig", "Låg", "Barnrätt")
    assert (row["method"], row["need_2y"], row["severity"]) == ("three-level", "MORE", "SERIOUS")
    assert "level_some" not in row
    answers_book(
        kf.directory / "svar.xlsx",
        [*GROUP, "Mycket mer", "Samma", "Allvarlig", "Låg", None],
        headings=["Organisation", "Yrkeskategori", *headings],
    )
    assert kf("answers", "import", "svar.xlsx").error == (
        'Svar!C2: behov 2 år "Mycket mer" finns inte i metoden Tregradig gapanalys; välj Mindre, '
        "Samma eller Mer"
    )


def test_a_cycle_that_counts_heads(kf: Kf) -> None:
    in_method(kf, "headcount-levels")
    now, in_2y, in_5y = (5, 8, 3, 1), (3, 9, 5, 2), (2, 9, 6, 3)
    headings = [*COUNTED, "Risk verksamhet", "Risk arbetsmiljö"]
    row = entered(kf, headings, *now, *in_2y, *in_5y, "Allvarlig", "Annan risk")
    assert row["method"] == "headcount-levels"
    assert {"need_2y", "severity", "likelihood"}.isdisjoint(row)
    assert (row["severity_operations"], row["severity_work_environment"]) == ("SERIOUS", "OTHER")
