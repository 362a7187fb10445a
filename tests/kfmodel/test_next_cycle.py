"""What the next cycle's draft holds: two years on, the categories that policy asks for."""

from dataclasses import replace
from datetime import date

import pytest

from kfmodel.answers import Answers
from kfmodel.compilation import CategoryRow, Compilation
from kfmodel.importing.plan_values import ActivityRow
from kfmodel.importing.values import (
    CategoryRow as NamedCategory,
)
from kfmodel.importing.values import (
    CycleFile,
    CycleRow,
    OrganisationKind,
    OrganisationRow,
    ProjectionRow,
    StaffingRow,
)
from kfmodel.next_cycle import has_gap, next_cycle
from kfmodel.scales import Likelihood, Need, Severity
from tests.compilation.build import ASN, COMPLETE, compiled, dialogue, projection, saying

SAME = replace(COMPLETE, need_2y=Need.SAME)
MANAGERS = "Enhetschef socialtjänst"


def file(categories: list[str], name: str = "Kompetensförsörjning 2025") -> CycleFile:
    return CycleFile(
        cycle=CycleRow(
            name, 2025, "five-level", date(2025, 9, 15), date(2025, 10, 17), "hr@example.org"
        ),
        organisations=(
            OrganisationRow("S", "Staden", OrganisationKind.CITY, None, None, ""),
            OrganisationRow("ASN", ASN.name, OrganisationKind.COMMITTEE, "S", None, ""),
            OrganisationRow("E1", "Enhet ett", OrganisationKind.UNIT, "ASN", None, ""),
        ),
        assignments=(),
        categories=tuple(NamedCategory(one, None, None, (), "") for one in categories),
        projections=(ProjectionRow("ASN", categories[0], 9, -1, -2, 0, 0, ""),),
        staffing=tuple(StaffingRow("E1", one, 9, "") for one in categories),
        previous=(),
    )


def twelve(answers: dict[str, Answers]) -> tuple[list[str], Compilation]:
    """Twelve categories, the first the largest, that all have what they need unless told."""
    names = [f"Kategori {n:02}" for n in range(1, 12)] + [MANAGERS]
    groups = [
        dialogue("E1", 40 - place, answers.get(name, SAME), category=name)
        for place, name in enumerate(names)
    ]
    projections = {
        ("ASN", name): projection(40 - place, gap_2y=0, gap_5y=0)
        for place, name in enumerate(names)
    }
    return names, compiled(*groups, categories=names, projections=projections)


def test_it_is_two_years_on_and_on_working_days() -> None:
    names, compilation = twelve({})
    drafted = next_cycle(file(names), compilation)
    assert drafted.cycle.name == "Kompetensförsörjning 2027"
    assert drafted.cycle.year == 2027
    assert drafted.cycle.opens_on == date(2027, 9, 15)
    # 17 October 2027 is a Sunday
    assert drafted.cycle.deadline_on == date(2027, 10, 15)
    assert drafted.projections == ()


def test_a_name_without_its_year_gets_one() -> None:
    names, compilation = twelve({})
    assert next_cycle(file(names, "Dialogen"), compilation).cycle.name == "Dialogen 2027"


def test_the_ten_largest_and_the_section_managers_are_asked() -> None:
    names, compilation = twelve({})
    drafted = next_cycle(file(names), compilation)
    assert [row.name for row in drafted.categories] == [*names[:10], MANAGERS]
    assert [row.category for row in drafted.staffing] == [*names[:10], MANAGERS]


def test_a_small_category_with_a_gap_is_asked_too() -> None:
    small = "Kategori 11"
    names, compilation = twelve({small: replace(SAME, need_2y=Need.MORE)})
    assert small in [row.name for row in next_cycle(file(names), compilation).categories]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, False),
        ({"gap_2y": -1}, True),
        ({"gap_5y": -1}, True),
        ({"gap_2y": 2}, False),
        ({"need_5y": Need.MUCH_MORE}, True),
        ({"need_2y": Need.LESS}, False),
        ({"levels": (-10, 0, 10, 0)}, True),
        ({"levels": (0, 0, 0, 0)}, False),
    ],
)
def test_what_a_gap_is(change: dict[str, object], found: bool) -> None:
    _, compilation = twelve({})
    row: CategoryRow = saying(compilation.rows[0], need_5y=Need.SAME)
    assert has_gap(saying(row, **change)) is found


def test_what_came_of_it_is_last_times() -> None:
    names, compilation = twelve({})
    first = next_cycle(file(names), compilation).previous[0]
    assert (first.year, first.organisation_code, first.category) == (2025, "ASN", names[0])
    assert (first.need_2y, first.severity) == (Need.SAME, Severity.LESS_SERIOUS)
    assert (first.likelihood, first.level_some) == (Likelihood.LOW, 0)


def test_what_nobody_answered_has_no_last_time() -> None:
    names = [MANAGERS]
    compilation = compiled(dialogue("E1", 9, None, category=MANAGERS), categories=names)
    assert next_cycle(file(names), compilation).previous == ()


def test_unfinished_activities_go_on() -> None:
    names, compilation = twelve({})
    whole = file(names)
    texts = dict.fromkeys(
        ("area", "time_plan", "responsible", "follow_up", "challenge", "anchoring")
    )
    activities = tuple(
        ActivityRow(
            committee_code="ASN",
            category=category,
            description=status,
            status=status,
            cell="",
            **texts,
        )
        for category, status in (
            (None, "Pågår"),
            (names[0], "Planerad"),
            (names[10], "Pågår"),
            (None, "Genomförd"),
        )
    )
    drafted = next_cycle(
        replace(whole, plan=replace(whole.plan, activities=activities)), compilation
    )
    assert drafted.plan.activities == activities[:2]
