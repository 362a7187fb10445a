"""Goals and what came of them."""

from dataclasses import replace
from typing import Any

import pytest

from kfmodel.answers import HEADS_NOW, Answers
from kfmodel.compilation import Compilation, Status, as_json, compile_material
from kfmodel.compilation.compile_material import compile_division
from kfmodel.compilation.material import Committee, Division, Material
from kfmodel.plan import Owner, Plan
from tests.compilation.build import ASN, CATEGORY, COMPILED_AT, FSN, compiled, dialogue, material
from tests.compilation.opened import opened
from tests.compilation.plan import goal, outcome

OTHER = "Socialsekreterare"
SMALL = "Områdeschef"
CATEGORIES = (CATEGORY, OTHER, SMALL)
HR = "HR:s statistik"


def committee(*earlier: Material, heads: int = 20, **plan: Any) -> Compilation:
    """Two categories of heads, and one too small to be shown."""
    return compiled(
        dialogue("1", heads),
        dialogue("2", 30, category=OTHER),
        dialogue("3", 3, category=SMALL),
        categories=CATEGORIES,
        plan=Plan(**plan),
        earlier=earlier,
    )


def rows(compilation: Compilation) -> list[dict[str, Any]]:
    """The JSON rows without whose they are."""
    found = as_json(compilation)["tables"]["follow_up"]
    assert all(row.pop("organisation") and row.pop("method") for row in found)
    return list(found)


def row(category: str, measure: str, **values: Any) -> dict[str, Any]:
    return {"category": category, "measure": measure, "to_year": 2025, "percent": None, **values}


def from_hr(category: str, measure: str, **values: Any) -> dict[str, Any]:
    return row(category, measure, **({"source": HR, "year": 2025} | values))


def detail(compilation: Compilation, name: str = "goals_followed_up") -> tuple[Status, str]:
    [check] = [check for check in compilation.checks if check.name == name]
    return check.status, check.detail


def test_nothing_to_follow_up() -> None:
    compilation = committee()
    assert rows(compilation) == []
    assert detail(compilation) == (Status.OK, "Det finns inga mål att följa upp.")


def test_one_goal_and_its_outcome() -> None:
    compilation = committee(goals=(goal(7),), outcomes=(outcome(-1),))
    assert rows(compilation) == [
        from_hr(CATEGORY, "increase", goal=7, outcome=-1, percent=-14),
        from_hr("total", "increase", goal=7, outcome=-1, percent=-14),
    ]
    assert detail(compilation)[0] is Status.OK


def test_every_measure_that_has_a_goal() -> None:
    compilation = committee(
        goals=(goal(14, to_some=0, to_good=5, to_high=25),),
        outcomes=(outcome(7, to_some=3, to_good=5, to_high=-1),),
    )
    by_measure = {r["measure"]: r for r in rows(compilation) if r["category"] == CATEGORY}
    assert {name: r["percent"] for name, r in by_measure.items()} == {
        "increase": 50,
        "to_some": None,
        "to_good": 100,
        "to_high": -4,
    }
    assert (by_measure["to_some"]["goal"], by_measure["to_some"]["outcome"]) == (0, 3)


def test_each_source_has_a_row_of_its_latest_year() -> None:
    found = rows(
        committee(
            goals=(goal(10),),
            outcomes=(outcome(2, year=2024), outcome(5), outcome(4, year=2024, source="Enkät")),
        )
    )
    assert found[:2] == [
        from_hr(CATEGORY, "increase", goal=10, outcome=5, percent=50),
        from_hr(CATEGORY, "increase", goal=10, outcome=4, percent=40, source="Enkät", year=2024),
    ]
    assert [(r["source"], r["outcome"]) for r in found[2:]] == [(HR, 5), ("Enkät", 4)]


def test_totals_are_of_categories_that_have_both_and_say_what_is_left_out() -> None:
    compilation = committee(
        goals=(goal(10), goal(4, OTHER), goal(3, SMALL)),
        outcomes=(outcome(5), outcome(9, SMALL)),
    )
    assert rows(compilation) == [
        from_hr(CATEGORY, "increase", goal=10, outcome=5, percent=50),
        row(OTHER, "increase", goal=4),
        {"category": SMALL, "masked": True},
        from_hr("total", "increase", goal=10, outcome=5, percent=50, left_out=[OTHER, SMALL]),
    ]
    assert detail(compilation) == (Status.WARNING, f"Mål utan utfall: {OTHER} (utökning).")


def test_many_categories_are_summed_and_halves_go_away_from_zero() -> None:
    found = rows(
        committee(
            goals=(goal(4, to_good=3), goal(4, OTHER, to_good=5)),
            outcomes=(outcome(3, to_good=-2), outcome(-2, OTHER, to_good=1)),
        )
    )
    assert [(r["measure"], r["goal"], r["outcome"], r["percent"]) for r in found[-2:]] == [
        ("increase", 8, 1, 13),
        ("to_good", 8, -1, -13),
    ]


def test_goals_of_two_years_are_followed_up_apart() -> None:
    found = rows(
        committee(goals=(goal(10), goal(40, to_year=2030)), outcomes=(outcome(5, to_high=2),))
    )
    assert [(r["category"], r["measure"], r.get("to_year"), r["percent"]) for r in found] == [
        (CATEGORY, "increase", 2025, 50),
        (CATEGORY, "increase", 2030, 13),
        (CATEGORY, "to_high", None, None),
        ("total", "increase", 2025, 50),
        ("total", "increase", 2030, 13),
    ]


def test_what_has_an_outcome_and_no_goal_is_pointed_out() -> None:
    compilation = committee(outcomes=(outcome(5),))
    [only] = rows(compilation)
    assert (only["outcome"], only["percent"]) == (5, None)
    assert "goal" not in only
    assert detail(compilation) == (Status.WARNING, f"Utfall utan mål: {CATEGORY} (utökning).")


def test_divisions_goals_are_summed_to_the_committee_and_their_own_to_each() -> None:
    north, south = Owner("ASN", "N"), Owner("ASN", "S")
    whole = material(
        dialogue("1", 9, division_code="N"),
        dialogue("2", 11, division_code="S"),
        divisions=(Division("N", "Norr", "ASN"), Division("S", "Söder", "ASN")),
        plan=Plan(
            goals=(goal(2.5, owner=north), goal(1.5, owner=south)),
            outcomes=(outcome(1, owner=north), outcome(1, owner=south)),
        ),
    )
    of_committee = rows(compile_material(whole, COMPILED_AT))
    assert [(r["goal"], r["outcome"], r["percent"]) for r in of_committee] == [(4, 2, 50)] * 2
    of_north = rows(compile_division(whole, "N", COMPILED_AT))
    assert [(r["goal"], r["outcome"], r["percent"]) for r in of_north] == [(2.5, 1, 40)] * 2


def in_2023(*dialogues: Any, **parts: Any) -> Material:
    given = {"categories": CATEGORIES} | parts
    return replace(material(*dialogues, **given), year=2023)


def test_what_the_last_cycle_set_is_followed_up_by_the_heads_of_then_and_now() -> None:
    then = in_2023(dialogue("1", 17), plan=Plan(next_goals=(goal(6, to_high=3),)))
    compilation = committee(then, outcomes=(outcome(2),))
    computed = {"source": "Personalframskrivningen", "year": 2025, "since": 2023}
    assert rows(compilation)[:3] == [
        from_hr(CATEGORY, "increase", goal=6, outcome=2, percent=33),
        row(CATEGORY, "increase", goal=6, outcome=3, percent=50, **computed),
        row(CATEGORY, "to_high", goal=3),
    ]


def test_the_last_cycles_category_may_have_had_another_name() -> None:
    then = in_2023(
        dialogue("1", 24, category="Chef"),
        categories=("Chef",),
        plan=Plan(next_goals=(goal(8, "Chef"),)),
    )
    found = rows(compiled(dialogue("1", 20), earlier=(then,), earlier_names={CATEGORY: ("Chef",)}))
    assert (found[0]["category"], found[0]["outcome"], found[0]["percent"]) == (CATEGORY, -4, -50)


def test_hrs_sheet_goes_before_what_the_last_cycle_set() -> None:
    then = in_2023(plan=Plan(next_goals=(goal(6), goal(9, OTHER))))
    found = rows(committee(then, goals=(goal(10),)))
    assert [(r["category"], r["goal"]) for r in found] == [(CATEGORY, 10), (OTHER, 9)]


def test_a_goal_of_a_category_that_is_gone_tells_nothing() -> None:
    then = in_2023(plan=Plan(next_goals=(goal(6, "Nedlagd"),)))
    assert rows(committee(then)) == [{"category": "Nedlagd", "masked": True}]


COUNTING = Committee("ASN", ASN.name, "headcount-levels")


def counted(unit: str, *heads: int) -> Any:
    answers = Answers().with_values(dict(zip(HEADS_NOW, heads, strict=True)))
    return dialogue(unit, sum(heads), answers, committee=COUNTING)


@pytest.mark.parametrize("missing", ["", "now", "then"])
def test_heads_by_level_are_counted_then_and_now(missing: str) -> None:
    silent = dialogue("2", 10, None, committee=COUNTING)
    then = in_2023(
        counted("1", 10, 8, 2, 0),
        silent if missing == "then" else counted("2", 5, 3, 2, 0),
        committees=(COUNTING,),
        plan=Plan(next_goals=(goal(2, to_some=0, to_good=4, to_high=2, to_very_high=2),)),
    )
    found = rows(
        compiled(
            counted("1", 7, 9, 4, 1),
            silent if missing == "now" else counted("2", 4, 4, 1, 1),
            committees=(COUNTING,),
            earlier=(then,),
        )
    )
    outcomes = {
        r["measure"]: (r.get("outcome"), r.get("source"), r["percent"])
        for r in found
        if r["category"] == CATEGORY
    }
    unknown = (None, None, None)
    assert outcomes == {
        "increase": unknown if missing else (1, "Svaren", 50),
        "to_some": unknown if missing else (-4, "Svaren", None),
        "to_good": unknown if missing else (2, "Svaren", 50),
        "to_high": unknown if missing else (1, "Svaren", 50),
        "to_very_high": unknown if missing else (2, "Svaren", 100),
    }


def test_each_committee_has_its_own_rows_and_totals() -> None:
    found = as_json(
        compiled(
            dialogue("1", 20),
            dialogue("2", 20, committee=FSN),
            committees=(ASN, FSN),
            plan=Plan(
                goals=(goal(4), goal(8, owner=Owner("FSN"))),
                outcomes=(outcome(2), outcome(2, owner=Owner("FSN"))),
            ),
        )
    )["tables"]["follow_up"]
    assert [(r["organisation"], r["category"], r["percent"]) for r in found] == [
        ("ASN", CATEGORY, 50),
        ("FSN", CATEGORY, 25),
        ("ASN", "total", 50),
        ("FSN", "total", 25),
    ]


def test_the_sheet() -> None:
    sheet = opened(
        committee(goals=(goal(7), goal(2, SMALL)), outcomes=(outcome(-1), outcome(1, SMALL)))
    )["Uppföljning"]
    printed = list(sheet.iter_rows(values_only=True))
    assert printed[0] == (
        "Yrkeskategori",
        "Mått",
        "Till år",
        "Mål",
        "Utfall",
        "Andel av målet",
        "Källa",
        "År",
        "Räknat från år",
        "Ingår inte",
    )
    assert printed[1] == (CATEGORY, "Utökning", 2025, 7, -1, -0.14, HR, 2025, None, None)
    assert printed[2][0] == SMALL
    assert set(printed[2][2:]) == {"•"}
    assert printed[3] == ("Totalt", "Utökning", 2025, 7, -1, -0.14, HR, 2025, None, SMALL)


def test_how_it_is_counted_stands_beside_it() -> None:
    notes = opened(committee(goals=(goal(7),)))["Om sammanställningen"]
    terms = [term for (term,) in notes.iter_rows(max_col=1, values_only=True)]
    assert "Andel av målet" in terms
    without = opened(committee())["Om sammanställningen"]
    assert "Andel av målet" not in [
        term for (term,) in without.iter_rows(max_col=1, values_only=True)
    ]
