"""What has moved since the last cycle, and what came of its estimates."""

from dataclasses import replace
from typing import Any

import pytest

from kfmodel.compilation import as_json
from kfmodel.compilation.material import Material
from kfmodel.dialogue import Previous
from kfmodel.scales import Likelihood, Need, Severity
from tests.compilation.build import ASN, CATEGORY, COMPLETE, compiled, dialogue, material
from tests.compilation.build import projection as projected
from tests.compilation.opened import opened

KEY = (ASN.code, CATEGORY)
IN_2023 = Previous(
    2023,
    need_2y=Need.MORE,
    need_5y=Need.LESS,
    levels=(-10, 0, 5, 5),
    severity=Severity.SERIOUS,
    likelihood=Likelihood.LOW,
)
POINTS = replace(
    COMPLETE,
    move_some_good=None,
    move_good_high=None,
    move_high_very_high=None,
    level_some=-5,
    level_good=0,
    level_high=0,
    level_very_high=5,
)
"""Need Mer and Samma, risk Mindre allvarlig, likelihood Låg."""


def tables(**values: Any) -> dict[str, Any]:
    found: dict[str, Any] = as_json(compiled(dialogue("1", 20, POINTS), **values))["tables"]
    return found


def told(**values: Any) -> dict[str, tuple[Any, Any, Any]]:
    return {
        row["measure"]: (row.get("before"), row.get("now"), row["change"])
        for row in tables(**values)["changes"]
    }


def in_2023(year: int = 2023, name: str = CATEGORY, **values: Any) -> Material:
    """The last cycle: 20 heads, projected gap −4, and answers Mer (2 years) and Mycket mer (5)."""
    answers = replace(POINTS, need_5y=Need.MUCH_MORE, severity=Severity.NOT_SERIOUS)
    projections = {(ASN.code, name): projected(20, gap_2y=-4, gap_5y=-10)}
    found = material(
        dialogue("1", 20, answers, category=name),
        categories=(name,),
        projections=values.pop("projections", projections),
    )
    return replace(found, year=year, **values)


def after(*earlier: Material, **values: Any) -> dict[str, Any]:
    """This cycle's tables after earlier ones: 22 heads and gap −6."""
    projections = {KEY: projected(22, gap_2y=-6, gap_5y=-8)}
    return tables(projections=projections, earlier=earlier, **values)


def test_every_measure_is_compared_with_hrs_sheet() -> None:
    assert told(previous={KEY: IN_2023}) == {
        "need_2y": ("MORE", "MORE", "same"),
        "need_5y": ("LESS", "SAME", "up"),
        "level_some": (-10, -5, "up"),
        "level_good": (0, 0, "same"),
        "level_high": (5, 0, "down"),
        "level_very_high": (5, 5, "same"),
        "severity": ("SERIOUS", "LESS_SERIOUS", "down"),
        "likelihood": ("LOW", "LOW", "same"),
    }


def test_what_the_last_cycle_did_not_say_is_not_guessed() -> None:
    found = told()
    assert len(found) == 8
    assert {(before, change) for before, _, change in found.values()} == {(None, None)}
    sheet = opened(compiled(dialogue("1", 20, POINTS)))["Förändring"]
    assert {row[-1] for row in sheet.iter_rows(min_row=2, values_only=True)} == {"uppgift saknas"}


def test_no_answer_yet_is_no_change() -> None:
    unanswered = compiled(dialogue("1", 20, None), previous={KEY: IN_2023})
    changes = as_json(unanswered)["tables"]["changes"]
    assert {row["change"] for row in changes} == {None}
    assert not any("now" in row for row in changes)


def test_the_sheet_has_words_for_each_direction_and_numbers_as_numbers() -> None:
    sheet = opened(compiled(dialogue("1", 20, POINTS), previous={KEY: IN_2023}))["Förändring"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == (
        "Yrkeskategori",
        "Mått",
        "Förra omgången, år",
        "Förra omgången",
        "Denna omgång",
        "Förändring sedan förra omgången",
    )
    assert [row[1:] for row in rows[1:]] == [
        ("Uppskattat behov 2 år", 2023, "Mer", "Mer", "Oförändrat"),
        ("Uppskattat behov 5 år", 2023, "Mindre", "Samma", "Större behov"),
        ("Kompetensnivå viss", 2023, -0.1, -0.05, "Större behov"),
        ("Kompetensnivå god", 2023, 0, 0, "Oförändrat"),
        ("Kompetensnivå hög", 2023, 0.05, 0, "Mindre behov"),
        ("Kompetensnivå mycket hög", 2023, 0.05, 0.05, "Oförändrat"),
        ("Risk", 2023, "Allvarlig", "Mindre allvarlig", "Sänkt"),
        ("Sannolikhet", 2023, "Låg", "Låg", "Oförändrat"),
    ]
    assert sheet["D4"].number_format == '"+"0 %;"−"0 %;0 %'
    assert sheet["C2"].number_format == "0"


def test_an_earlier_cycle_is_compiled_as_it_was() -> None:
    changes = {row["measure"]: row for row in after(in_2023())["changes"]}
    assert (changes["need_5y"]["before"], changes["need_5y"]["change"]) == ("MUCH_MORE", "down")
    assert (changes["severity"]["before"], changes["severity"]["before_year"]) == (
        "NOT_SERIOUS",
        2023,
    )
    gaps = [(changes[f"gap_{n}y"]["before"], changes[f"gap_{n}y"]["change"]) for n in (2, 5)]
    assert gaps == [(-4, "up"), (-10, "down")]
    assert [row["change"] for row in after(in_2023())["risk"]] == ["up"]


def test_within_a_year_hrs_sheet_goes_before_what_is_stored_value_by_value() -> None:
    sheet = Previous(2023, severity=Severity.SERIOUS)
    changes = {r["measure"]: r for r in after(in_2023(), previous={KEY: sheet})["changes"]}
    assert changes["severity"]["before"] == "SERIOUS"
    assert changes["need_5y"]["before"] == "MUCH_MORE"


@pytest.mark.parametrize(
    ("sheet_year", "stored_year", "counts"), [(2021, 2023, 2023), (2023, 2021, 2023)]
)
def test_the_newest_year_counts(sheet_year: int, stored_year: int, counts: int) -> None:
    sheet = {KEY: replace(IN_2023, year=sheet_year)}
    changes = after(in_2023(stored_year), previous=sheet)["changes"]
    years = {row["before_year"] for row in changes if not row["measure"].startswith("gap")}
    assert years == {counts}
    before = next(row["before"] for row in changes if row["measure"] == "severity")
    assert before == ("SERIOUS" if counts == sheet_year else "NOT_SERIOUS")


def test_the_committees_newest_earlier_cycle_is_the_last() -> None:
    changes = after(in_2023(), in_2023(2021))["changes"]
    assert {row["before_year"] for row in changes} == {2023}


def test_a_category_is_known_by_its_earlier_name() -> None:
    earlier = in_2023(name="Enhetschef")
    assert not [row for row in after(earlier)["changes"] if "before" in row]
    names = {CATEGORY: ("Gruppledare", "Enhetschef")}
    found = after(earlier, earlier_names=names)["changes"]
    assert {row["before_year"] for row in found} == {2023}


def test_a_category_masked_then_is_not_known_now() -> None:
    small = in_2023(projections={KEY: projected(4, gap_2y=-1)})
    tables = after(small)
    assert not [row for row in tables["changes"] if "before" in row]
    assert "headcount_then" not in tables["estimates"][0]


def test_a_masked_category_is_one_masked_row() -> None:
    small = {KEY: projected(4, gap_2y=-1)}
    found = as_json(compiled(dialogue("1", 4, POINTS), projections=small, earlier=(in_2023(),)))
    masked = {"organisation": "ASN", "method": "five-level", "category": CATEGORY, "masked": True}
    assert found["tables"]["changes"] == [masked]
    assert found["tables"]["estimates"] == [masked]


def estimate(headcount: float, earlier: Material) -> dict[str, Any]:
    [row] = tables(projections={KEY: projected(headcount)}, earlier=(earlier,))["estimates"]
    return {name: value for name, value in row.items() if name not in ("organisation", "method")}


@pytest.mark.parametrize(
    ("headcount", "outcome"),
    [(25, "fewer"), (26, "as_estimated"), (29, "as_estimated"), (30, "more")],
)
def test_what_happened_against_the_estimate(headcount: int, outcome: str) -> None:
    """20 heads with gap −4 projected 24; "Mer" is +10 to +20 %: 26,4 to 28,8, so 26 to 29."""
    assert estimate(headcount, in_2023()) == {
        "category": CATEGORY,
        "estimated_in": 2023,
        "headcount_then": 20,
        "gap_then": -4,
        "need_then": "MORE",
        "expected_from": 26,
        "expected_to": 29,
        "headcount": headcount,
        "headcount_change": headcount - 20,
        "against_estimate": outcome,
    }


def test_after_five_years_the_estimate_is_that_of_five_years() -> None:
    """Gap −10 projected 30; "Mycket mer" is at least +30 %: 39 or more."""
    found = estimate(41, in_2023(2020))
    assert (found["need_then"], found["gap_then"]) == ("MUCH_MORE", -10)
    assert (found["expected_from"], found["against_estimate"]) == (39, "as_estimated")
    assert "expected_to" not in found


@pytest.mark.parametrize(
    "earlier",
    [
        in_2023(2021),
        in_2023(projections={KEY: projected(20)}),
        replace(in_2023(), dialogues=(dialogue("1", 20, None),)),
    ],
    ids=["made for another year", "no projected gap", "no answer"],
)
def test_without_an_estimate_for_this_year_there_is_no_outcome(earlier: Material) -> None:
    found = estimate(25, earlier)
    assert found["against_estimate"] is None
    assert "expected_from" not in found


def test_the_sheet_says_what_is_missing() -> None:
    """HR's sheet gives the need, but not how many they were."""
    found = compiled(dialogue("1", 20, POINTS), previous={KEY: IN_2023})
    [row] = opened(found)["Bedömning och utfall"].iter_rows(min_row=2, values_only=True)
    assert row == (CATEGORY, 2023, None, None, "Mer", None, None, 20, None, "uppgift saknas")
