"""The published tables, cell by cell."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from kfmodel.compilation import Compilation, Status, as_json, compile_material, write_workbook
from kfmodel.compilation.material import Material
from kfmodel.scales import Likelihood, Need, ScaleValue, Severity, label
from tests.compilation.asn_2025 import LEVELS, PublishedRow, asn_2025, previous, published
from tests.compilation.build import ASN, COMPILED_AT

TABLES = {
    "gap": ("headcount", "gap_2y", "need_2y", "gap_5y", "need_5y", *LEVELS),
    "recruitment": ("gap_2y", "turnover_2y", "retirements_2y", "recruitment_2y"),
    "risk": ("severity", "likelihood"),
}
SHEETS = {"gap": "Gapanalys", "recruitment": "Rekryteringsbehov", "risk": "Risk"}
SCALES: dict[str, type[ScaleValue]] = {
    "need_2y": Need,
    "need_5y": Need,
    "severity": Severity,
    "likelihood": Likelihood,
}


@pytest.fixture(scope="module")
def compilation() -> Compilation:
    return compile_material(asn_2025(), COMPILED_AT)


@pytest.mark.parametrize("table", TABLES)
def test_json_has_the_published_rows(compilation: Compilation, table: str) -> None:
    rows = as_json(compilation)["tables"][table]
    names = ("category", *TABLES[table])
    assert [{name: row[name] for name in names} for row in rows] == _expected(table)


@pytest.mark.parametrize("table", TABLES)
def test_the_workbook_has_the_published_rows(compilation: Compilation, table: str) -> None:
    file = BytesIO()
    write_workbook(compilation, file)
    sheet = load_workbook(file)[SHEETS[table]]
    names = ("category", *TABLES[table])
    printed = [row[: len(names)] for row in sheet.iter_rows(min_row=2, values_only=True)]
    expected = [tuple(_in_excel(name, row[name]) for name in names) for row in _expected(table)]
    assert printed == expected


def test_change_since_2023(compilation: Compilation) -> None:
    changes = {row["category"]: row["change"] for row in as_json(compilation)["tables"]["risk"]}
    moved = {category: change for category, change in changes.items() if change}
    assert moved == {
        "Socialsekreterare myndighet ekonomiskt bistånd": "down",
        "Socialsekreterare samtal/behandling": "up",
        "Socialsekreterare stöd och rådgivning": "up",
    }
    assert set(moved) == {category for _, category in previous()}


def test_the_totals_are_those_of_the_report(compilation: Compilation) -> None:
    rows = as_json(compilation)["tables"]
    assert sum(row["headcount"] for row in rows["gap"]) == 1610
    assert sum(row["gap_5y"] for row in rows["gap"]) == -54
    assert sum(row["recruitment_2y"] for row in rows["recruitment"]) == 233


def test_every_check_is_in_order_but_that_no_unit_has_an_activity(
    compilation: Compilation,
) -> None:
    found = [check for check in compilation.checks if check.status is not Status.OK]
    assert [check.name for check in found] == ["contradictions", "serious_without_activity"]
    assert "utan aktivitet" in found[0].detail


def test_one_wrong_answer_is_seen() -> None:
    right = as_json(compile_material(asn_2025(), COMPILED_AT))["tables"]
    wrong = as_json(compile_material(_with_one_wrong_answer(asn_2025()), COMPILED_AT))["tables"]
    differing = [
        (table, place)
        for table in TABLES
        for place, (one, other) in enumerate(zip(right[table], wrong[table], strict=True))
        if one != other
    ]
    assert differing == [("gap", 0)]
    assert wrong["gap"][0]["level_high"] == 9


def _with_one_wrong_answer(material: Material) -> Material:
    first, *others = material.dialogues
    assert first.answers is not None
    answers = replace(first.answers, level_some=-20, level_high=20)
    return replace(material, dialogues=(replace(first, answers=answers), *others))


def _expected(table: str) -> list[dict[str, Any]]:
    names = ("category", *TABLES[table])
    return [{name: _typed(name, row) for name in names} for row in published()]


def _typed(name: str, row: PublishedRow) -> str | int:
    return row[name] if name in SCALES or name == "category" else int(row[name])


def _in_excel(name: str, value: Any) -> Any:
    if name in SCALES:
        return label(SCALES[name](value))
    return value / 100 if name in LEVELS and value else value


def test_the_case_is_one_committee(compilation: Compilation) -> None:
    assert {row.committee for row in compilation.rows} == {ASN}
