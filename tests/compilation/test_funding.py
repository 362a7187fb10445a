"""Funding: from HR and from managers, with its sums."""

from dataclasses import replace
from typing import Any

from kfmodel.answers import Activity
from kfmodel.compilation import Compilation, Status, as_json
from kfmodel.plan import Owner, Plan
from tests.compilation.build import ASN, CATEGORY, COMPLETE, FSN, compiled, dialogue
from tests.compilation.opened import opened
from tests.compilation.plan import funded

MENTOR = replace(
    COMPLETE,
    activities=(
        Activity("Mentorskap", time_plan="2026", anchoring="Få på hög nivå", asked_sek=40_000),
        Activity("Utan pengar"),
    ),
)


def rows(compilation: Compilation) -> list[dict[str, Any]]:
    found = as_json(compilation)["tables"]["funding"]
    assert all(row.pop("organisation") and row.pop("method") for row in found)
    return list(found)


def printed(compilation: Compilation) -> list[tuple[Any, ...]]:
    return list(opened(compilation)["Medel"].iter_rows(values_only=True))


def check(compilation: Compilation) -> tuple[Status, str]:
    [found] = [one for one in compilation.checks if one.name == "funding_adds_up"]
    return found.status, found.detail


def test_no_funding() -> None:
    compilation = compiled(dialogue("1", 9))
    assert rows(compilation) == []
    assert len(printed(compilation)) == 1


def test_all_that_hr_and_managers_say() -> None:
    year = funded(
        "Introduktionsår",
        2_400_000,
        1_200_000,
        period="2025",
        purpose="Fler stannar",
        financing="Stadens satsning",
        deviations="Startar senare",
    )
    compilation = compiled(dialogue("1", 9, MENTOR), plan=Plan(funding=(year,)))
    assert rows(compilation) == [
        {
            "measure": "Introduktionsår",
            "period": "2025",
            "purpose": "Fler stannar",
            "asked": 2_400_000,
            "granted": 1_200_000,
            "granted_pct": 50,
            "source": "Stadens satsning",
            "deviations": "Startar senare",
            "requested_by": "hr",
        },
        {
            "measure": "Mentorskap",
            "period": "2026",
            "purpose": "Få på hög nivå",
            "asked": 40_000,
            "requested_by": "manager",
            "unit": "Enhet 1",
            "category": CATEGORY,
        },
    ]
    total = printed(compilation)[-1]
    assert total[:6] == ("Totalt", None, None, 2_440_000, 1_200_000, None)


def test_the_share_granted_is_of_all_that_was_asked() -> None:
    compilation = compiled(
        dialogue("1", 9), plan=Plan(funding=(funded("A", 300, 200), funded("B", 500, 0)))
    )
    head, *body = printed(compilation)
    assert head == (
        *("Insats", "Period", "Mål och syfte", "Äskade medel", "Beviljade medel"),
        *("Andel beviljat", "Finansiering", "Avvikelser", "Äskat av", "Enhet", "Yrkeskategori"),
    )
    assert [row[:6] for row in body] == [
        ("A", None, None, 300, 200, 0.67),
        ("B", None, None, 500, 0, 0),
        ("Totalt", None, None, 800, 200, 0.25),
    ]
    assert check(compilation)[0] is Status.OK


def test_a_small_units_request_is_masked_and_not_in_the_sum() -> None:
    compilation = compiled(
        dialogue("1", 4, MENTOR), dialogue("2", 30), plan=Plan(funding=(funded("A", 300),))
    )
    assert rows(compilation)[1:] == [{"category": CATEGORY, "masked": True}]
    body = printed(compilation)[1:]
    assert set(body[1][1:-1]) == {"•"}
    assert (body[1][0], body[1][-1]) == (None, CATEGORY)
    assert body[2][3:5] == (300, None)
    assert "40000" not in str(as_json(compilation))


def test_each_committee_has_its_sum() -> None:
    plan = Plan(funding=(funded("A", 300), funded("B", 500, owner=Owner("FSN"))))
    compilation = compiled(
        dialogue("1", 9), dialogue("2", 9, committee=FSN), committees=(ASN, FSN), plan=plan
    )
    assert [row[:2] + row[4:5] for row in printed(compilation)[1:]] == [
        (ASN.name, "A", 300),
        (FSN.name, "B", 500),
        (ASN.name, "Totalt", 300),
        (FSN.name, "Totalt", 500),
    ]


def test_more_granted_than_asked_is_pointed_out() -> None:
    compilation = compiled(dialogue("1", 9), plan=Plan(funding=(funded("A", 1, 2), funded("B"))))
    assert check(compilation) == (Status.WARNING, "Mer beviljat än äskat: A.")
