"""The example's organisation and people are what the demo promises."""

import csv
from collections import Counter
from pathlib import Path

from bot.demo.example import example_cycle, personas
from kfmodel.importing.values import CycleFile
from kfmodel.organisation import OrganisationKind, Role

PUBLISHED = Path(__file__).parents[1] / "cases" / "asn-2025" / "categories.csv"


def published() -> dict[str, dict[str, str]]:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return {row["category"]: row for row in csv.DictReader(file)}


def _managed(file: CycleFile) -> Counter[str]:
    return Counter(a.organisation_code for a in file.assignments if a.role is Role.UNIT_MANAGER)


def test_staffing_adds_up_to_the_published_headcounts() -> None:
    file = example_cycle()
    heads: Counter[str] = Counter()
    for row in file.staffing:
        heads[row.category] += int(row.heads)
    assert heads == {name: int(row["headcount"]) for name, row in published().items()}


def test_the_projection_is_the_published_one() -> None:
    names = ("headcount", "gap_2y", "gap_5y", "turnover_2y", "retirements_2y")
    given = {
        row.category: [getattr(row, name) for name in names] for row in example_cycle().projections
    }
    assert given == {
        category: [int(row[name]) for name in names] for category, row in published().items()
    }


def test_five_divisions_and_some_25_units_with_one_to_three_categories() -> None:
    file = example_cycle()
    kinds = Counter(row.kind for row in file.organisations)
    assert kinds[OrganisationKind.DIVISION] == 5
    assert 23 <= kinds[OrganisationKind.UNIT] <= 28
    units = {row.code for row in file.organisations if row.kind is OrganisationKind.UNIT}
    categories = Counter(row.organisation_code for row in file.staffing)
    assert {categories[unit] for unit in units} == {1, 2, 3}


def test_only_the_pooled_groups_are_small() -> None:
    small = [row for row in example_cycle().staffing if row.heads < 5]
    assert {row.category for row in small} == {"Socialsekreterare förste"}
    assert [row.heads for row in small] == [3, 3, 2]


def test_one_unit_is_shared_one_vacant_and_one_manager_has_two() -> None:
    file = example_cycle()
    managers = _managed(file)
    units = {row.code for row in file.organisations if row.kind is OrganisationKind.UNIT}
    per_person = Counter(a.email for a in file.assignments)
    assert [managers[unit] for unit in sorted(units)].count(2) == 1
    assert [unit for unit in units if not managers[unit]] == ["ASN-BTS-02"]
    assert sorted(per_person.values())[-2:] == [1, 2]


def test_one_manager_has_no_account_in_the_file_and_one_reads_english() -> None:
    assignments = example_cycle().assignments
    assert [a.name for a in assignments if a.entra_id is None] == ["Oskar Lundvall"]
    assert [a.name for a in assignments if a.language == "en"] == ["Sarah Whitcombe"]


def test_everyone_in_the_roster_is_a_persona_and_one_outsider_too() -> None:
    everyone = personas()
    emails = {a.email for a in example_cycle().assignments}
    assert {p.email for p in everyone} - emails == {"ulf.framling@exempelstad.example"}
    assert emails < {p.email for p in everyone}
    assert Counter(p.group for p in everyone) == {
        "HR": 1,
        "Avdelningschefer": 5,
        "Enhetschefer": 26,
        "Utomstående": 1,
    }
    assert len({p.entra_id for p in everyone}) == len(everyone)


def test_a_persona_tells_what_they_are_of() -> None:
    titles = {p.name: p.title for p in personas()}
    assert titles["Helena Ryding"] == "HR-strateg, Arbetsmarknads- och socialnämnden"
    assert titles["Susanne Ahlvik"] == (
        "Enhetschef, Vuxna våld i nära relationer och Mottagning vuxna"
    )


def test_accounts_are_the_same_in_every_demo() -> None:
    ids = {a.email: a.entra_id for a in example_cycle().assignments}
    assert ids["helena.ryding@exempelstad.example"] == "89d8f79f-b41a-5268-b5ab-8f3a6f95cb4e"


def test_the_committees_earlier_rows_say_only_the_published_severities() -> None:
    rows = [row for row in example_cycle().previous if row.organisation_code == "ASN"]
    previous = PUBLISHED.with_name("previous.csv")
    with previous.open(encoding="utf-8", newline="") as file:
        expected = [(r["category"], int(r["year"]), r["severity"]) for r in csv.DictReader(file)]
    assert [(row.category, row.year, row.severity) for row in rows] == expected
    assert {(row.need_2y, row.level_some, row.likelihood) for row in rows} == {(None, None, None)}
