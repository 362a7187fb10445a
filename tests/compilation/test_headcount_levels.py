"""The method that counts heads: a committee for city planning. Figures by hand."""

from dataclasses import replace
from typing import Any

import pytest

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, Answers, HeadsByLevel
from kfmodel.compilation import Compilation, as_json, compile_material
from kfmodel.compilation.material import Committee, Dialogue, Material
from kfmodel.dialogue import Previous
from kfmodel.scales import Severity
from tests.compilation.build import ASN, COMPILED_AT, COMPLETE, dialogue, material
from tests.compilation.opened import opened

SBN = Committee("SBN", "Stadsbyggnadsnämnden", "headcount-levels")
ARCHITECT, PERMITS, SURVEYOR = "Planarkitekt", "Bygglovshandläggare", "Mätingenjör"
OTHER, SERIOUS = Severity.OTHER, Severity.SERIOUS


def counted(
    now: HeadsByLevel,
    in_two: HeadsByLevel,
    in_five: HeadsByLevel,
    operations: Severity,
    environment: Severity,
) -> Answers:
    heads = dict(zip(HEADS_NOW, now, strict=True))
    heads |= zip(HEADS_NEEDED[2], in_two, strict=True)
    heads |= zip(HEADS_NEEDED[5], in_five, strict=True)
    risks = Answers(severity_operations=operations, severity_work_environment=environment)
    return risks.with_values(heads)


# Planarkitekt: now 60, 25, 10, 5 (100); needed in two years 24, 30, 35, 25 (114): fourteen more,
# with 5 to God, 25 to Hög, 20 to Mycket hög, so 36 fewer at Viss. In five years 15, 25, 40, 25
# (105): five more. Risk of operations serious for 60 of 100 heads.
PLANS = counted((40, 15, 5, 0), (16, 18, 20, 13), (10, 15, 25, 15), SERIOUS, OTHER)
OUTLINES = counted((20, 10, 5, 5), (8, 12, 15, 12), (5, 10, 15, 10), OTHER, OTHER)
# Bygglovshandläggare: now 5, 10, 4, 1 (20); in two years 2, 8, 5, 2 (17): three fewer, with one to
# Hög and one to Mycket hög. In five years 1, 6, 5, 3 (15): five fewer.
CASES = counted((5, 10, 4, 1), (2, 8, 5, 2), (1, 6, 5, 3), OTHER, SERIOUS)
# Mätingenjör: four heads, too few to show.
MEASURES = counted((2, 1, 1, 0), (1, 1, 1, 2), (1, 1, 1, 2), SERIOUS, SERIOUS)


def units() -> tuple[Dialogue, ...]:
    return (
        unit("Detaljplan", ARCHITECT, 60, PLANS),
        unit("Översiktsplan", ARCHITECT, 40, OUTLINES),
        unit("Bygglov", PERMITS, 20, CASES),
        unit("Mätning", SURVEYOR, 4, MEASURES),
    )


def unit(name: str, category: str, heads: float, answers: Answers | None) -> Dialogue:
    return dialogue(name, heads, answers, category=category, committee=SBN, organisation_name=name)


def planning(*dialogues: Dialogue, **parts: Any) -> Material:
    categories = (ARCHITECT, PERMITS, SURVEYOR)
    return material(*dialogues, committees=(SBN,), categories=categories, **parts)


@pytest.fixture(scope="module")
def compilation() -> Compilation:
    return compile_material(planning(*units()), COMPILED_AT)


def table(compilation: Compilation, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = as_json(compilation)["tables"][name]
    return [{k: v for k, v in row.items() if k not in ("organisation", "method")} for row in rows]


def moves(category: str, horizon: int, *values: int) -> dict[str, Any]:
    names = ("increase", "to_some", "to_good", "to_high", "to_very_high")
    return {"category": category, "horizon": horizon, **dict(zip(names, values, strict=True))}


def test_moves_sum_to_the_increase_and_a_decrease_is_one(compilation: Compilation) -> None:
    assert table(compilation, "moves") == [
        moves(ARCHITECT, 2, 14, -36, 5, 25, 20),
        moves(ARCHITECT, 5, 5, -45, 0, 30, 20),
        moves(PERMITS, 2, -3, -3, -2, 1, 1),
        moves(PERMITS, 5, -5, -4, -4, 1, 2),
        {"category": SURVEYOR, "horizon": 2, "masked": True},
        {"category": SURVEYOR, "horizon": 5, "masked": True},
    ]


def test_the_sheet_has_totals_of_what_it_shows(compilation: Compilation) -> None:
    rows = list(opened(compilation)["Kompetensförflyttning"].iter_rows(values_only=True))
    assert rows[0] == (
        "Yrkeskategori",
        "År framåt",
        "Utökning",
        "Till viss",
        "Till god",
        "Till hög",
        "Till mycket hög",
    )
    assert rows[5:] == [
        (SURVEYOR, 2, *"•••••"),
        (SURVEYOR, 5, *"•••••"),
        ("Totalt, visade rader", 2, 11, -39, 3, 26, 21),
        ("Totalt, visade rader", 5, 0, -49, -4, 31, 22),
    ]


def test_the_total_is_the_whole_where_every_row_is_shown() -> None:
    found = compile_material(planning(*units()[:3]), COMPILED_AT)
    rows = list(opened(found)["Kompetensförflyttning"].iter_rows(values_only=True))
    assert rows[-2][:3] == ("Totalt", 2, 11)


def test_moves_wait_for_somebody_to_count() -> None:
    found = compile_material(planning(unit("Bygglov", PERMITS, 20, None)), COMPILED_AT)
    assert table(found, "moves") == [
        {"category": PERMITS, "horizon": 2},
        {"category": PERMITS, "horizon": 5},
    ]


def test_risk_for_operations_and_for_the_work_environment(compilation: Compilation) -> None:
    names = ("category", "severity_operations", "severity_work_environment", "serious_units")
    risk = table(compilation, "risk")
    assert [{name: row[name] for name in names if name in row} for row in risk] == [
        {
            "category": ARCHITECT,
            "severity_operations": "SERIOUS",
            "severity_work_environment": "OTHER",
            "serious_units": ["Detaljplan"],
        },
        {
            "category": PERMITS,
            "severity_operations": "OTHER",
            "severity_work_environment": "SERIOUS",
            "serious_units": ["Bygglov"],
        },
        {"category": SURVEYOR},
    ]
    assert not any({"severity", "likelihood"} & set(row) for row in risk)


def test_the_risk_sheet(compilation: Compilation) -> None:
    rows = list(opened(compilation)["Risk"].iter_rows(values_only=True))
    assert rows[0][:6] == (
        "Yrkeskategori",
        "Risk",
        "Sannolikhet",
        "Förändring sedan förra omgången",
        "Risk verksamhet",
        "Risk arbetsmiljö",
    )
    assert rows[1][:6] == (
        ARCHITECT,
        "ej tillämpat",
        "ej tillämpat",
        "uppgift saknas",
        "Allvarlig",
        "Annan risk",
    )


def test_spread_of_both_risks(compilation: Compilation) -> None:
    found = [
        (row["question"], row["answer"], row["heads"], row["share_pct"])
        for row in table(compilation, "spread")
        if row["category"] == ARCHITECT
    ]
    assert found == [
        ("severity_operations", "OTHER", 40, 40),
        ("severity_operations", "SERIOUS", 60, 60),
        ("severity_work_environment", "OTHER", 100, 100),
    ]


def test_the_risk_matrix_sets_one_against_the_other(compilation: Compilation) -> None:
    rows = list(opened(compilation)["Riskmatris"].iter_rows(max_col=3, values_only=True))
    assert rows[1:4] == [
        ("Risk verksamhet ↓\nRisk arbetsmiljö →", "Annan risk", "Allvarlig"),
        ("Allvarlig", ARCHITECT, None),
        ("Annan risk", None, PERMITS),
    ]
    assert f"Visas inte, för få medarbetare: {SURVEYOR}." in [row[0] for row in rows]


def test_the_gap_table_applies_neither_words_nor_shares(compilation: Compilation) -> None:
    first = table(compilation, "gap")[0]
    assert first["headcount"] == 100
    assert not {"need_2y", "need_5y", "level_some"} & set(first)
    assert (first["assessed_2y_from"], first["assessed_2y_to"]) == (114, 114)
    row = list(opened(compilation)["Gapanalys"].iter_rows(values_only=True))[1]
    absent = "ej tillämpat"
    assert row[:10] == (ARCHITECT, 100, None, absent, None, absent, *[absent] * 4)


def test_every_answer_with_its_heads(compilation: Compilation) -> None:
    rows = list(opened(compilation)["Svar"].iter_rows(values_only=True))
    first = dict(zip(rows[0], rows[1], strict=True))
    assert [first[f"Nu {level}"] for level in ("viss", "god", "hög", "mycket hög")] == [
        40,
        15,
        5,
        0,
    ]
    assert [first["2 år mycket hög"], first["5 år viss"]] == [13, 10]
    assert (first["Risk verksamhet"], first["Risk arbetsmiljö"]) == ("Allvarlig", "Annan risk")
    assert not {"Viss", "Risk", "Sannolikhet", "Uppskattat behov 2 år"} & set(first)


def test_change_follows_the_more_severe_of_the_two() -> None:
    previous = {
        ("SBN", ARCHITECT): Previous(2023, severity_operations=OTHER),
        ("SBN", PERMITS): Previous(2023, severity=SERIOUS),
    }
    found = compile_material(planning(*units(), previous=previous), COMPILED_AT)
    assert [row.get("change") for row in table(found, "risk")] == ["up", "same", None]


def test_heads_are_compared_with_the_last_cycle() -> None:
    """Then ten more in two years, of them 4 to God, 20 to Hög, 16 to Mycket hög, 30 fewer at Viss;
    100 was estimated for 2025 in 2023, and 100 they are."""
    then = counted((60, 20, 10, 0), (30, 24, 30, 16), (30, 24, 30, 16), OTHER, OTHER)
    earlier = replace(planning(unit("Detaljplan", ARCHITECT, 90, then)), year=2023)
    found = compile_material(planning(*units(), earlier=(earlier,)), COMPILED_AT)
    changes = {
        row["measure"]: (row.get("before"), row["now"], row["change"])
        for row in table(found, "changes")
        if row["category"] == ARCHITECT
    }
    assert changes == {
        "increase_2y": (10, 14, "up"),
        "increase_5y": (10, 5, "down"),
        "to_some": (-30, -36, "down"),
        "to_good": (4, 5, "up"),
        "to_high": (20, 25, "up"),
        "to_very_high": (16, 20, "up"),
        "severity_operations": ("OTHER", "SERIOUS", "up"),
        "severity_work_environment": ("OTHER", "OTHER", "same"),
    }
    estimate = table(found, "estimates")[0]
    assert (estimate["headcount_then"], estimate["expected_from"]) == (90, 100)
    assert (estimate["headcount_change"], estimate["against_estimate"]) == (10, "as_estimated")


def test_beside_a_committee_that_counts_no_heads() -> None:
    both = material(
        *units(),
        dialogue("1", 9, COMPLETE),
        committees=(ASN, SBN),
        categories=("Sektionschef", ARCHITECT, PERMITS, SURVEYOR),
    )
    book = opened(compile_material(both, COMPILED_AT))
    moved = list(book["Kompetensförflyttning"].iter_rows(min_row=2, values_only=True))
    assert {row[0] for row in moved} == {SBN.name}
    risk_rows = list(book["Risk"].iter_rows(min_row=2, values_only=True))
    risk = {row[0]: row for row in risk_rows}
    assert risk[ASN.name][2:4] == ("Mindre allvarlig", "Låg")
    assert risk[ASN.name][5:7] == ("ej tillämpat", "ej tillämpat")
    assert {row[2:4] for row in risk_rows if row[1] == PERMITS} == {("ej tillämpat",) * 2}
