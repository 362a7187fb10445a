"""Activities by area, whoever says them, and whether a serious gap has one."""

from dataclasses import replace
from typing import Any

import pytest

from kfmodel.answers import Activity
from kfmodel.compilation import Compilation, Status, as_json
from kfmodel.compilation.compile_material import compile_city
from kfmodel.compilation.material import Material
from kfmodel.plan import Owner, Plan
from kfmodel.scales import Severity
from tests.compilation.build import (
    CATEGORY,
    COMPILED_AT,
    COMPLETE,
    compiled,
    dialogue,
    material,
)
from tests.compilation.opened import opened
from tests.compilation.plan import planned

OTHER = "Socialsekreterare"
MENTOR = Activity(
    "Mentorskap",
    "develop",
    "2026",
    "Enhetschefen",
    "Samtal",
    "recruitment",
    "Få på hög nivå",
    40_000,
)


def proposing(*activities: Activity) -> Any:
    return replace(COMPLETE, activities=activities)


def rows(compilation: Compilation) -> list[dict[str, Any]]:
    found = as_json(compilation)["tables"]["activities"]
    assert all(row.pop("organisation") and row.pop("method") for row in found)
    return list(found)


def check(compilation: Compilation, name: str) -> tuple[Status, str]:
    [found] = [one for one in compilation.checks if one.name == name]
    return found.status, found.detail


def test_no_activities() -> None:
    assert rows(compiled(dialogue("1", 9))) == []


def test_all_that_a_manager_says_of_an_activity() -> None:
    assert rows(compiled(dialogue("1", 9, proposing(MENTOR)))) == [
        {
            "area": "Utveckla och motivera",
            "category": CATEGORY,
            "description": "Mentorskap",
            "time_plan": "2026",
            "responsible": "Enhetschefen",
            "follow_up": "Samtal",
            "challenge": "Rekrytering och konkurrens",
            "anchoring": "Få på hög nivå",
            "source": "manager",
            "unit": "Enhet 1",
        }
    ]


def test_all_that_hr_says_of_an_activity() -> None:
    activity = planned(
        "Successionsplanering",
        "Säkra kritiska kompetenser",
        CATEGORY,
        time_plan="2026–2027",
        responsible="HR",
        follow_up="Årlig",
        challenge="Organisering och sårbarhet",
        anchoring="Minskar sårbarheten",
        status="Pågår",
    )
    assert rows(compiled(dialogue("1", 9), plan=Plan(activities=(activity,)))) == [
        {
            "area": "Säkra kritiska kompetenser",
            "category": CATEGORY,
            "description": "Successionsplanering",
            "time_plan": "2026–2027",
            "responsible": "HR",
            "follow_up": "Årlig",
            "challenge": "Organisering och sårbarhet",
            "anchoring": "Minskar sårbarheten",
            "status": "Pågår",
            "source": "hr",
        }
    ]


def test_the_methods_areas_come_first_then_others_as_they_are_met() -> None:
    plan = Plan(
        activities=(
            planned("Ett", "Ledarskap"),
            planned("Två"),
            planned("Tre", "Rekrytera"),
            planned("Fyra", "Digitalisering"),
            planned("Fem", "Ledarskap"),
        )
    )
    units = proposing(Activity("Sex"), Activity("Sju", "attract"), Activity("Åtta", "gone"))
    found = rows(compiled(dialogue("1", 9, units), plan=plan))
    assert [(row.get("area"), row["description"]) for row in found] == [
        ("Attrahera", "Sju"),
        ("Rekrytera", "Tre"),
        ("Ledarskap", "Ett"),
        ("Ledarskap", "Fem"),
        ("Digitalisering", "Fyra"),
        (None, "Två"),
        (None, "Sex"),
        (None, "Åtta"),
    ]
    assert "category" not in found[1]


def test_a_small_units_activity_is_masked() -> None:
    compilation = compiled(dialogue("1", 4, proposing(MENTOR)), dialogue("2", 30))
    assert rows(compilation) == [{"category": CATEGORY, "masked": True}]
    sheet = list(opened(compilation)["Aktiviteter"].iter_rows(values_only=True))
    assert sheet[1][:2] == (None, CATEGORY)
    assert set(sheet[1][2:]) == {"•"}
    everything = str(as_json(compilation)) + str(sheet)
    assert "Mentorskap" not in everything


def test_the_city_sees_the_committees_activities_and_no_units() -> None:
    whole = material(
        dialogue("1", 9, proposing(MENTOR)),
        plan=Plan(activities=(planned("Chefsforum"),)),
        approved=frozenset({"ASN"}),
    )
    compilation = compile_city(whole, COMPILED_AT)
    assert [row["description"] for row in rows(compilation)] == ["Chefsforum"]
    not_approved = replace(whole, approved=frozenset())
    assert rows(compile_city(not_approved, COMPILED_AT)) == []


def last_cycle(*activities: Any, **values: Any) -> Material:
    return replace(material(plan=Plan(activities=activities)), year=2023, **values)


def test_status_then_and_now() -> None:
    then = last_cycle(
        planned("Mentorskap", "Introducera", "Chef", status="Planerad"),
        planned("mentorskap", "introducera", OTHER, status="Pågår"),
        planned("Karriärstege", "Utveckla", status="Pågår"),
        planned("Annonsering", "Rekrytera", status="Pågår"),
        planned("Kartläggning", "Rekrytera", status="Genomförd"),
    )
    plan = Plan(
        activities=(
            planned("Mentorskap ", "Introducera", CATEGORY, status="Pågår"),
            planned("MENTORSKAP", "Introducera", OTHER, status="Genomförd"),
            planned("Karriärstege", "Utveckla", CATEGORY, status="Genomförd"),
            planned("Annonsering", "Attrahera", status="Pågår"),
        )
    )
    compilation = compiled(
        dialogue("1", 9),
        categories=(CATEGORY, OTHER),
        earlier=(then,),
        earlier_names={CATEGORY: ("Chef",)},
        plan=plan,
    )
    found = {(r["description"], r.get("category")): r for r in rows(compilation)}
    statuses = {key: (r["status"], r.get("earlier_status")) for key, r in found.items()}
    assert statuses == {
        ("Mentorskap ", CATEGORY): ("Pågår", "Planerad"),
        ("MENTORSKAP", OTHER): ("Genomförd", "Pågår"),
        ("Karriärstege", CATEGORY): ("Genomförd", "Pågår"),
        ("Annonsering", None): ("Pågår", None),
    }
    assert check(compilation, "activities_followed_up") == (
        Status.WARNING,
        "Aktiviteter i förra planen som saknas i den nya: Annonsering.",
    )


def test_the_last_plans_activities_are_all_there() -> None:
    then = last_cycle(planned("Mentorskap"))
    plan = Plan(activities=(planned("Mentorskap", status="Pågår"),))
    found = compiled(dialogue("1", 9), earlier=(then,), plan=plan)
    assert check(found, "activities_followed_up")[0] is Status.OK


SERIOUS = replace(COMPLETE, severity=Severity.SERIOUS)
NAME = "serious_without_activity"


@pytest.mark.parametrize(
    ("activity", "missing"),
    [
        (None, True),
        (planned("Annat", category=OTHER), True),
        (planned("Annat", owner=Owner("FSN")), True),
        (planned("Eget", category=CATEGORY), False),
        (planned("För alla"), False),
    ],
)
def test_a_serious_gap_with_no_activity_is_listed(activity: Any, missing: bool) -> None:
    plan = Plan(activities=(activity,) if activity else ())
    compilation = compiled(
        dialogue("1", 9, SERIOUS),
        dialogue("2", 9, category=OTHER),
        categories=(CATEGORY, OTHER),
        plan=plan,
    )
    status, detail = check(compilation, NAME)
    assert status is (Status.WARNING if missing else Status.OK)
    assert (detail == f"Allvarlig risk men ingen aktivitet: {CATEGORY}.") is missing


def test_a_managers_activity_answers_a_serious_gap() -> None:
    units = dialogue("1", 9, SERIOUS), dialogue("2", 9, replace(SERIOUS, activities=(MENTOR,)))
    assert check(compiled(*units), NAME)[0] is Status.OK
    assert check(compiled(units[0]), NAME)[0] is Status.WARNING


def test_a_small_category_is_not_named() -> None:
    assert check(compiled(dialogue("1", 4, SERIOUS)), NAME)[0] is Status.OK
