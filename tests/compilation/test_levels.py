"""Divisions, committees and the city: who sees what, and what is settled."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from kfmodel.answers import LEVELS, Answers
from kfmodel.compilation import (
    Compilation,
    Status,
    as_json,
    compile_city,
    compile_division,
    compile_material,
    write_workbook,
)
from kfmodel.compilation.material import Dialogue, Division, Material
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.settling import Settled
from tests.compilation.build import (
    ASN,
    CATEGORY,
    COMPILED_AT,
    COMPLETE,
    FSN,
    SUBMITTED_AT,
    dialogue,
    material,
    projection,
)

A, B = Division("A", "Avdelning A", "ASN"), Division("B", "Avdelning B", "ASN")
SECRET = replace(COMPLETE, severity=Severity.SERIOUS, need_2y=Need.LESS, comment="hemligt")
SETTLED = Settled(
    Answers(
        need_2y=Need.MUCH_MORE,
        need_5y=Need.SAME,
        level_some=-20,
        level_good=0,
        level_high=10,
        level_very_high=10,
        severity=Severity.SERIOUS,
        likelihood=Likelihood.LOW,
    ),
    "Två chefer slutar",
    "Heda",
    SUBMITTED_AT,
)


def unit(code: str, heads: float, division: Division, **values: Any) -> Dialogue:
    answers = values.pop("answers", COMPLETE)
    names: dict[str, Any] = {"division_code": division.code, "division_name": division.name}
    return dialogue(code, heads, answers, **names, **values)


def of_divisions(*dialogues: Dialogue, **values: Any) -> Material:
    settled = values.pop("settled", {})
    approved = frozenset(values.pop("approved", ()))
    given = material(*dialogues, **values)
    return replace(given, divisions=(A, B), settled=settled, approved=approved)


def tables(compilation: Compilation) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = as_json(compilation)["tables"]
    return found


def sheets(compilation: Compilation) -> dict[str, list[tuple[Any, ...]]]:
    file = BytesIO()
    write_workbook(compilation, file)
    book = load_workbook(file)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_a_division_sees_its_own_units_only() -> None:
    given = of_divisions(
        unit("A1", 10, A), unit("A2", 20, A, answers=SECRET), unit("B1", 40, B), dialogue("N", 7)
    )
    compilation = compile_division(given, "A", COMPILED_AT)
    found = tables(compilation)
    [gap] = found["gap"]
    assert (gap["organisation"], gap["headcount"], gap["units_total"]) == ("A", 30, 2)
    assert gap["need_2y"] == "LESS"
    assert {row["unit"] for row in found["progress"]} == {"Enhet A1", "Enhet A2"}
    assert {row["organisation"] for row in found["spread"]} == {"A"}
    printed = str(sheets(compilation)) + str(found)
    assert "hemligt" in printed
    assert "Enhet B1" not in printed
    assert "Enhet N" not in printed


def test_a_division_has_its_own_projection_and_the_baseline_of_the_committee() -> None:
    """The projection says nothing below its level; a unit's projected need is the committee's."""
    units = unit("A1", 14, A), unit("B1", 154, B)
    whole = {(ASN.code, CATEGORY): projection(168, gap_2y=-3, gap_5y=-5)}
    [row] = tables(compile_division(of_divisions(*units, projections=whole), "A", COMPILED_AT))[
        "gap"
    ]
    assert row["headcount"] == 14
    assert "gap_2y" not in row
    assert (row["assessed_2y_from"], row["assessed_2y_to"]) == (16, 17)
    own = {**whole, ("A", CATEGORY): projection(15, gap_2y=-1)}
    [row] = tables(compile_division(of_divisions(*units, projections=own), "A", COMPILED_AT))["gap"]
    assert (row["headcount"], row["gap_2y"]) == (15, -1)


def test_a_division_that_there_is_not() -> None:
    with pytest.raises(LookupError):
        compile_division(of_divisions(), "X", COMPILED_AT)


def test_a_settled_division_stands_for_its_units_with_its_weight() -> None:
    """The units of A say MORE with 10 heads; the division says MUCH_MORE with all of its 30."""
    units = (
        unit("A1", 10, A),
        unit("A2", 20, A, answers=None),
        unit("B1", 25, B),
    )
    given = of_divisions(*units, settled={("A", CATEGORY): SETTLED})
    compilation = compile_material(given, COMPILED_AT)
    [gap], [risk] = tables(compilation)["gap"], tables(compilation)["risk"]
    assert (gap["need_2y"], gap["settled"]) == ("MUCH_MORE", False)
    assert [gap[f"level_{name}"] for name in ("some", "good", "high", "very_high")] == [
        -11,
        0,
        5,
        6,
    ]
    assert risk["severity"] == "SERIOUS"
    assert (gap["heads_answered_pct"], risk["serious_units"]) == (64, [])
    need = [row for row in tables(compilation)["spread"] if row["question"] == "need_2y"]
    assert [(row["answer"], row["heads"]) for row in need] == [("MORE", 35)]
    division = tables(compilation)["divisions"][0]
    assert (division["organisation"], division["need_2y"]) == ("A", "MUCH_MORE")
    assert (division["settled"], division["compiled"]["need_2y"]) == (True, "MORE")
    assert division["settled_reason"] == "Två chefer slutar"


def test_what_a_committee_settles_stands_beside_what_was_compiled() -> None:
    units = unit("A1", 10, A), unit("B1", 25, B)
    given = of_divisions(*units, settled={(ASN.code, CATEGORY): SETTLED})
    compilation = compile_material(given, COMPILED_AT)
    [gap], [risk] = tables(compilation)["gap"], tables(compilation)["risk"]
    assert (gap["need_2y"], gap["settled"], risk["severity"]) == ("MUCH_MORE", True, "SERIOUS")
    compiled = {"need_2y": "MORE", "level_some": 0, "level_high": 0, "level_very_high": 0}
    assert (gap["compiled"], risk["compiled"]) == (compiled, {"severity": "LESS_SERIOUS"})
    assert gap["settled_reason"] == "Två chefer slutar"
    printed = sheets(compilation)
    row = dict(zip(*printed["Risk"][:2], strict=True))
    assert row["Förslag/fastställd"] == "Fastställd"
    assert row["Sammanställt värde"] == "Risk: Mindre allvarlig"
    assert row["Motivering"] == "Två chefer slutar"
    row = dict(zip(*printed["Gapanalys"][:2], strict=True))
    assert row["Sammanställt värde"].startswith("Uppskattat behov 2 år: Mer; Viss: 0 %")


def test_a_reason_stands_once_by_the_values_that_it_is_for() -> None:
    moving = replace(COMPLETE, move_good_high=1)
    units = unit("A1", 10, A, answers=moving), unit("B1", 25, B, answers=moving)
    compiled = tables(compile_material(of_divisions(*units), COMPILED_AT))["gap"][0]
    levels = {name: compiled[name] for name in LEVELS}
    as_compiled = Answers(need_2y=Need.MORE, need_5y=Need.SAME, likelihood=Likelihood.LOW, **levels)
    settled = replace(SETTLED, answers=replace(as_compiled, severity=Severity.SERIOUS))
    given = of_divisions(*units, settled={(ASN.code, CATEGORY): settled})
    told = tables(compile_material(given, COMPILED_AT))
    [gap], [risk] = told["gap"], told["risk"]
    assert risk["settled_reason"] == "Två chefer slutar"
    assert not {"compiled", "settled_reason"} & set(gap)


def test_what_is_settled_as_compiled_has_nothing_beside_it() -> None:
    taken = replace(SETTLED, answers=replace(SETTLED.answers, need_2y=Need.MORE), reason=None)
    answers = replace(COMPLETE, move_some_good=None, level_some=-20, level_high=10)
    answers = replace(answers, level_good=0, level_very_high=10, severity=Severity.SERIOUS)
    given = of_divisions(unit("A1", 10, A, answers=answers), settled={(ASN.code, CATEGORY): taken})
    [gap] = tables(compile_material(given, COMPILED_AT))["gap"]
    assert gap["settled"]
    assert not {"compiled", "settled_reason"} & set(gap)


def test_what_is_settled_where_nobody_has_answered() -> None:
    units = unit("A1", 10, A, answers=None), unit("B1", 25, B, answers=None)
    given = of_divisions(*units, settled={(ASN.code, CATEGORY): SETTLED})
    [gap] = tables(compile_material(given, COMPILED_AT))["gap"]
    assert (gap["need_2y"], gap["units_answered"]) == ("MUCH_MORE", 0)
    assert "compiled" not in gap


def test_what_is_settled_on_too_few_answers_is_not_shown() -> None:
    """Taken as compiled it would be the small group's own answer."""
    units = dialogue("1", 4), unit("B1", 25, B, answers=None)
    given = of_divisions(*units, settled={(ASN.code, CATEGORY): SETTLED})
    [gap] = tables(compile_material(given, COMPILED_AT))["gap"]
    assert not {"need_2y", "compiled", "settled_reason"} & set(gap)


def test_the_range_is_of_the_units() -> None:
    units = (
        unit("A1", 10, A, answers=replace(COMPLETE, need_2y=Need.LESS)),
        unit("A2", 25, A),
        unit("B1", 6, B, answers=replace(COMPLETE, severity=Severity.SERIOUS)),
    )
    compilation = compile_material(of_divisions(*units), COMPILED_AT)
    [gap], [risk] = tables(compilation)["gap"], tables(compilation)["risk"]
    assert (gap["need_2y"], gap["need_2y_range"]) == ("MORE", ["LESS", "MORE"])
    assert risk["severity_range"] == ["LESS_SERIOUS", "SERIOUS"]
    row = dict(zip(*sheets(compilation)["Gapanalys"][:2], strict=True))
    assert row["Lägsta och högsta svar 2 år"] == "Mindre – Mer"
    assert row["Lägsta och högsta svar 5 år"] == "Samma"


def city(**values: Any) -> Compilation:
    units = (
        unit("A1", 10, A, answers=SECRET),
        unit("A2", 30, A),
        dialogue("F1", 12, replace(SECRET, comment="hemligt där"), committee=FSN),
        dialogue("F2", 4, SECRET, committee=FSN, category="Psykolog"),
        dialogue("A3", 9, SECRET, category="Psykolog"),
    )
    given = of_divisions(
        *units,
        committees=(ASN, FSN),
        categories=(CATEGORY, "Psykolog"),
        projections={
            (ASN.code, CATEGORY): projection(40, gap_2y=-3, turnover_2y=4, retirements_2y=1),
            (FSN.code, CATEGORY): projection(12, gap_2y=1, turnover_2y=2, retirements_2y=0),
        },
        **values,
    )
    return compile_city(given, COMPILED_AT)


def test_the_city_sees_no_unit() -> None:
    compilation = city(approved=("ASN", "FSN"))
    printed = sheets(compilation)
    everything = str(printed) + str(as_json(compilation))
    for secret in ("hemligt", "Enhet A", "Enhet F", "Chef ", "Avdelning A", "Avdelningen"):
        assert secret not in everything, secret
    assert "Svar" not in printed
    assert "Avdelningar" not in printed
    assert printed["Läge"] == [
        ("Nämnd", "Metod", "Läge"),
        (ASN.name, "Femgradig gapanalys", "Godkänd"),
        (FSN.name, "Femgradig gapanalys", "Godkänd"),
    ]


def test_the_city_sees_the_committees_own_rows() -> None:
    both = tables(city(approved=("ASN", "FSN")))
    for code in ("ASN", "FSN"):
        one = tables(city(approved=(code,)))
        assert one["gap"]
        for name in ("gap", "recruitment", "risk", "spread"):
            assert one[name] == [row for row in both[name] if row["organisation"] == code]


def test_the_city_sees_no_answer_that_a_single_unit_gave() -> None:
    """Nor the answer beside it, or what is missing would be that unit's."""
    units = [unit("A1", 30, A, answers=SECRET), unit("A2", 10, A), unit("A3", 10, A)]
    rest = [unit(f"B{n}", 9, B, answers=replace(COMPLETE, need_2y=Need.SAME)) for n in range(3)]

    def answers(*dialogues: Dialogue) -> list[str | None]:
        given = of_divisions(*dialogues, approved=("ASN",))
        spread = tables(compile_city(given, COMPILED_AT))["spread"]
        return [row.get("answer") for row in spread if row["question"] == "need_2y"]

    assert answers(*units, *rest) == ["SAME", None]
    assert answers(*units[1:], *rest) == ["SAME", "MORE"]


def test_the_citys_sums_are_those_of_the_rows_that_are_shown() -> None:
    compilation = city(approved=("ASN", "FSN"))
    whole, part = tables(compilation)["city"]
    assert whole == {
        "category": CATEGORY,
        "committees_summed": 2,
        "headcount": 52,
        "gap_2y": -2,
        "turnover_2y": 6,
        "retirements_2y": 1,
        "recruitment_2y": 9,
    }
    assert (part["committees_summed"], part["headcount"]) == (1, 9)
    assert part["committees_left_out"] == [FSN.name]
    assert part["committees_not_projected"] == [ASN.name]
    *_, total = sheets(compilation)["Stad"]
    assert total == (
        *("Totalt, visade rader", 2, 61, -2, None, 6, 1, 9),
        *(ASN.name, FSN.name),
    )
    checks = {check.name: check for check in compilation.checks}
    assert checks["totals_of_the_city"].status.value == "warning"
    assert f"Psykolog ({FSN.name})" in checks["totals_of_the_city"].detail
    assert not checks.keys() & {"contradictions", "units_counted_once", "headcount_deviations"}


def test_a_committee_that_is_not_approved_is_missing() -> None:
    compilation = city(approved=("ASN",))
    found = tables(compilation)
    assert {row["organisation"] for row in found["gap"]} == {"ASN"}
    assert found["progress"] == [
        {"organisation": "ASN", "method": "five-level", "progress": "approved"},
        {"organisation": "FSN", "method": "five-level", "progress": "not_approved"},
    ]
    checks = {check.name: check for check in compilation.checks}
    assert checks["missing_answers"].detail == (
        f"Nämnder vars sammanställning inte är godkänd: {FSN.name}."
    )


def test_a_city_where_nothing_is_approved() -> None:
    """No check is in order of nothing, and every empty sheet says why."""
    compilation = city()
    assert not tables(compilation)["gap"]
    [check] = compilation.checks
    assert (check.name, check.status) == ("missing_answers", Status.WARNING)
    assert check.detail == (
        "Ingen nämnds sammanställning är godkänd ännu. Därför finns inga siffror att visa eller "
        f"kontrollera. Ej godkända: {ASN.name}; {FSN.name}."
    )
    printed = sheets(compilation)
    heading, told = printed["Gapanalys"]
    assert heading[:2] == ("Nämnd", "Yrkeskategori")
    assert told[:2] == ("Ingen nämnds sammanställning är godkänd ännu.", None)
    for sheet in ("Rekryteringsbehov", "Risk", "Stad", "Riskmatris", "Diagram"):
        assert printed[sheet][-1][0] == told[0], sheet


def test_a_part_that_a_committee_does_not_use_is_not_applied_never_0() -> None:
    three = replace(FSN, method="three-level")
    units = unit("A1", 10, A), dialogue("F1", 12, COMPLETE, committee=three)
    given = of_divisions(*units, committees=(ASN, three), approved=("ASN", "FSN"))
    compilation = compile_city(given, COMPILED_AT)
    first, second = tables(compilation)["gap"]
    assert "level_some" in first
    assert "level_some" not in second
    rows = sheets(compilation)["Gapanalys"]
    assert dict(zip(rows[0], rows[2], strict=True))["Viss"] == "ej tillämpat"
