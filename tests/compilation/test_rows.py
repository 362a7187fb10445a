"""From dialogues and projection to rows."""

from dataclasses import replace
from typing import Any

import pytest

from kfmodel.answers import Answers
from kfmodel.compilation import as_json, compile_material
from kfmodel.compilation.material import Dialogue
from kfmodel.dialogue import Previous, Progress
from kfmodel.methods import UnknownMethodError
from kfmodel.scales import Likelihood, Need, Severity
from tests.compilation.build import (
    ASN,
    CATEGORY,
    COMPILED_AT,
    COMPLETE,
    FSN,
    compiled,
    dialogue,
    material,
    projection,
)

KEY = (ASN.code, CATEGORY)


def rows(table: str, *dialogues: Dialogue, **values: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = as_json(compiled(*dialogues, **values))["tables"][table]
    return found


def test_the_weights_decide() -> None:
    [row] = rows(
        "gap",
        dialogue("1", 30, replace(COMPLETE, need_2y=Need.MUCH_MORE)),
        dialogue("2", 10, replace(COMPLETE, need_2y=Need.LESS)),
        dialogue("3", 10, replace(COMPLETE, need_2y=Need.LESS)),
    )
    assert row["need_2y"] == "MUCH_MORE"


def test_only_submitted_answers_are_compiled() -> None:
    [row] = rows("gap", dialogue("1", 8), dialogue("2", 24, None, progress=Progress.IN_PROGRESS))
    assert row["need_2y"] == "MORE"
    assert (row["units_answered"], row["units_total"]) == (1, 2)
    assert row["heads_answered_pct"] == 25
    assert row["settled"] is False


def test_a_pool_counts_its_units() -> None:
    [row] = rows("risk", dialogue("1", 8, units=3), dialogue("2", 8, None, units=2))
    assert (row["units_answered"], row["units_total"]) == (3, 5)


def test_nothing_answered_leaves_the_projection() -> None:
    given = projection(168, gap_2y=-3, gap_5y=-5, turnover_2y=11, retirements_2y=1)
    [row] = rows("gap", dialogue("1", 168, None), projections={KEY: given})
    assert row == {
        "organisation": "ASN",
        "method": "five-level",
        "category": CATEGORY,
        "headcount": 168,
        "gap_2y": -3,
        "gap_5y": -5,
        "units_answered": 0,
        "units_total": 1,
        "heads_answered_pct": 0,
        "settled": False,
    }
    [risk] = rows("risk", dialogue("1", 168, None), projections={KEY: given})
    assert "severity" not in risk
    assert "serious_units" not in risk
    assert risk["change"] is None


def test_a_projected_category_nobody_is_asked_about_has_its_row() -> None:
    given = projection(20, gap_2y=-1.5, turnover_2y=2.25, retirements_2y=0)
    tables = as_json(compiled(projections={KEY: given}))["tables"]
    assert tables["recruitment"][0]["recruitment_2y"] == 3.75
    assert tables["risk"][0]["units_total"] == 0
    assert "heads_answered_pct" not in tables["risk"][0]


def test_an_asked_category_without_projection_has_staffing_and_no_gap() -> None:
    tables = as_json(compiled(dialogue("1", 7.5)))["tables"]
    assert tables["gap"][0]["headcount"] == 7.5
    assert "gap_2y" not in tables["gap"][0]
    assert "assessed_2y_from" not in tables["gap"][0]
    recruitment = tables["recruitment"][0]
    assert set(recruitment) == {"organisation", "method", "category"}


def test_a_projection_that_lacks_a_part_has_no_total() -> None:
    given = projection(20, gap_2y=-1, turnover_2y=2)
    [row] = rows("recruitment", projections={KEY: given})
    assert row["turnover_2y"] == 2
    assert "recruitment_2y" not in row


def test_rows_stand_in_hrs_order_by_committee() -> None:
    found = rows(
        "gap",
        dialogue("1", 9, category="B", committee=FSN),
        dialogue("2", 9, category="A"),
        dialogue("3", 9, category="B"),
        dialogue("4", 9, category="A", committee=FSN),
        committees=(ASN, FSN),
        categories=("B", "A", "C"),
    )
    assert [(row["organisation"], row["category"]) for row in found] == [
        ("ASN", "B"),
        ("ASN", "A"),
        ("FSN", "B"),
        ("FSN", "A"),
    ]


def test_levels_from_moves_and_percentage_points() -> None:
    points = replace(COMPLETE, move_some_good=None, level_some=-30, level_good=0, level_high=30)
    moves = replace(COMPLETE, move_some_good=1, move_good_high=1)
    [row] = rows("gap", dialogue("1", 10, moves), dialogue("2", 10, points))
    levels = [row[f"level_{name}"] for name in ("some", "good", "high", "very_high")]
    assert levels == [-20, 0, 20, 0]


@pytest.mark.parametrize(
    ("need", "low", "high"),
    [(Need.MORE, 16, 18), (Need.MUCH_MORE, 20, None), (Need.MUCH_LESS, None, 8)],
)
def test_assessed_need_in_people(need: Need, low: int | None, high: int | None) -> None:
    answers = replace(COMPLETE, need_2y=need)
    [row] = rows(
        "gap",
        dialogue("1", 7, answers),
        dialogue("2", 7, answers),
        projections={KEY: projection(168, gap_2y=-3, gap_5y=-5)},
    )
    assert (row.get("assessed_2y_from"), row.get("assessed_2y_to")) == (low, high)
    assert (row["assessed_5y_from"], row["assessed_5y_to"]) == (14, 16)


def test_assessed_need_waits_for_every_unit() -> None:
    [row] = rows(
        "gap",
        dialogue("1", 7),
        dialogue("2", 7, None),
        projections={KEY: projection(168, gap_2y=-3, gap_5y=-5)},
    )
    assert not [name for name in row if name.startswith("assessed")]


@pytest.mark.parametrize(
    ("before", "change"),
    [
        (Severity.NOT_SERIOUS, "up"),
        (Severity.LESS_SERIOUS, "same"),
        (Severity.SERIOUS, "down"),
        (None, None),
    ],
)
def test_change_of_severity(before: Severity | None, change: str | None) -> None:
    previous = {KEY: Previous(2023, severity=before, likelihood=Likelihood.HIGH)}
    [row] = rows("risk", dialogue("1", 7), previous=previous)
    assert row["change"] == change


def test_every_serious_unit_is_listed_though_the_median_is_lower() -> None:
    serious = replace(COMPLETE, severity=Severity.SERIOUS)
    [row] = rows("risk", dialogue("1", 40), dialogue("2", 6, serious), dialogue("3", 5, serious))
    assert row["severity"] == "LESS_SERIOUS"
    assert row["serious_units"] == ["Enhet 2", "Enhet 3"]


def test_an_empty_cycle_compiles() -> None:
    summary = as_json(compiled(categories=()))
    assert all(rows == [] for rows in summary["tables"].values())
    assert summary["method"] == "five-level"
    assert summary["compiled_at"] == "2025-10-01T06:30:00Z"


def test_answers_that_a_method_does_not_ask_are_absent() -> None:
    [row] = rows("gap", dialogue("1", 9, Answers(severity=Severity.SERIOUS)))
    assert not {"need_2y", "need_5y", "level_some"} & set(row)


def test_an_unknown_method_is_an_error() -> None:
    unknown = replace(ASN, method="seven-level")
    with pytest.raises(UnknownMethodError, match="seven-level"):
        compile_material(material(committees=(unknown,)), COMPILED_AT)
