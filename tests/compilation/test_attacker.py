"""What is hidden cannot be worked out, with every output of every level at hand."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from kfmodel.compilation import Status, as_json, compile_city, compile_material
from kfmodel.compilation.material import Division, Material
from kfmodel.compilation.suppression import Hidden
from tests.compilation.attacker import attack, outputs
from tests.compilation.build import ASN, CATEGORY, COMPILED_AT, dialogue, material, projection
from tests.compilation.organisations import CATEGORIES, materials

SMALLEST = 5
A, B = Division("A", "Avdelning A", ASN.code), Division("B", "Avdelning B", ASN.code)


@settings(max_examples=150, deadline=None)
@given(materials())
def test_no_small_group_can_be_worked_out(given: Material) -> None:
    for category in CATEGORIES:
        assert attack(given, category).isolated(SMALLEST) == set()


@settings(max_examples=60, deadline=None)
@given(materials())
def test_the_spread_tells_no_more_than_the_answers_that_are_shown(given: Material) -> None:
    """Heads of an answer less those of the units shown with it leave nobody."""
    for compilation in outputs(given):
        shown: defaultdict[tuple[str, Any, str, Any], float] = defaultdict(float)
        for row in compilation.rows:
            for one in row.shown:
                for question in ("need_2y", "severity"):
                    key = row.committee.code, row.category, question
                    shown[(*key, getattr(one.dialogue.answers, question))] += one.dialogue.heads
        for spread in as_json(compilation)["tables"]["spread"]:
            if spread.get("question") in ("need_2y", "severity") and "masked" not in spread:
                key = spread["organisation"], spread["category"], spread["question"]
                assert spread["heads"] == shown[(*key, spread["answer"])]


@settings(max_examples=60, deadline=None)
@given(materials())
def test_the_invariants_hold_and_the_city_is_the_sum_of_its_committees(given: Material) -> None:
    for compilation in outputs(given):
        errors = [check for check in compilation.checks if check.status is Status.ERROR]
        assert errors == []
    city = as_json(compile_city(given, COMPILED_AT))["tables"]
    sums: defaultdict[tuple[str, str], float] = defaultdict(float)
    for committee in given.committees:
        alone = replace(
            given,
            committees=(committee,),
            dialogues=tuple(d for d in given.dialogues if d.committee_code == committee.code),
            divisions=tuple(d for d in given.divisions if d.committee_code == committee.code),
        )
        own = as_json(compile_material(alone, COMPILED_AT))["tables"]
        for name in ("gap", "recruitment", "risk"):
            rows = [row for row in city[name] if row["organisation"] == committee.code]
            assert rows == [_without_units(row) for row in own[name]]
        for row in (*own["gap"], *own["recruitment"]):
            for figure in ("headcount", "gap_5y", "turnover_2y", "recruitment_2y"):
                sums[row["category"], figure] += row.get(figure, 0)
    for row in city["city"]:
        for figure in {"headcount", "gap_5y", "turnover_2y", "recruitment_2y"} & row.keys():
            assert row[figure] == sums[row["category"], figure]


def _without_units(row: dict[str, Any]) -> dict[str, Any]:
    of_units = {"serious_units", "specific_gap", "comment"}
    return {
        name: value
        for name, value in row.items()
        if name not in of_units and not name.endswith("_range")
    }


def small_beside_large() -> Material:
    """The pool of four and a unit of forty, both answered."""
    return material(dialogue("pool", 4), dialogue("unit", 40))


def small_beside_divisions() -> Material:
    """The committee's pool of three beside two divisions, one of a single unit."""
    units = (
        dialogue("pool", 3),
        dialogue("A1", 12, division_code="A"),
        dialogue("B1", 9, division_code="B"),
        dialogue("B2", 10, division_code="B"),
    )
    return replace(material(*units), divisions=(A, B))


def small_projection() -> Material:
    """A division of four, whose people are counted in the committee's projection."""
    headcounts = {("A", CATEGORY): 4, ("B", CATEGORY): 30, (ASN.code, CATEGORY): 34}
    rows = {key: projection(heads, gap_2y=-1) for key, heads in headcounts.items()}
    return replace(material(projections=rows), divisions=(A, B))


@pytest.mark.parametrize(
    ("given", "group"),
    [
        (small_beside_large(), "pool"),
        (small_beside_divisions(), "pool"),
        (small_projection(), "A"),
    ],
)
def test_the_attacker_succeeds_where_only_the_small_group_itself_is_hidden(
    monkeypatch: pytest.MonkeyPatch, given: Material, group: str
) -> None:
    """Else the attacker's failing above would prove nothing."""
    assert attack(given, CATEGORY).isolated(SMALLEST) == set()
    own = Hidden(
        units={one.id for one in given.dialogues if one.heads < SMALLEST},
        rows={group} & {"A"},
        staffing={group} & {"A"},
        answers={group} & {"A"},
    )
    monkeypatch.setattr(
        "kfmodel.compilation.levels.hidden_groups", lambda _: {(ASN.code, CATEGORY): own}
    )
    assert frozenset({group}) in attack(given, CATEGORY).isolated(SMALLEST)
