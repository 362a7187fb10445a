"""Rows that the file lacks: proposed, or removed."""

from dataclasses import replace

from sqlalchemy import Engine

from kfmodel.importing.values import CycleFile
from kfmodel.repository.removals import Removal
from kfmodel.repository.schema import (
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    DIALOGUE,
    ORGANISATION,
    PREVIOUS,
    PROJECTION,
    STAFFING,
)
from tests.repository.build import (
    CHIEF,
    ORGANISATIONS,
    PEOPLE,
    SOCIAL,
    category_row,
    cycle_file,
    organisation_row,
    people,
    previous_row,
    stored,
)
from tests.repository.build import (
    STAFFING as SMALL_STAFFING,
)
from tests.repository.stored_rows import count, everything, full_file, rows_of, without


def smaller_file() -> CycleFile:
    """Without division B, its units and people, a category, and what was before."""
    kept = {code: place for code, place in ORGANISATIONS.items() if not code.startswith("B")}
    return cycle_file(
        {pair: heads for pair, heads in without(("A", CHIEF)).items() if pair[0] in kept},
        organisations=tuple(organisation_row(code, *place) for code, place in kept.items()),
        assignments=people(*(row for row in PEOPLE if row[2] in kept)),
        categories=(category_row(SOCIAL),),
        projections=(),
    )


def test_rows_that_are_gone_are_proposed_and_stay(engine: Engine) -> None:
    stored(engine)
    result = stored(engine, cycle_file(without(("A1", SOCIAL)), projections=()))
    assert result.removals == [
        Removal("Bemanning", f"A1, {SOCIAL}"),
        Removal("Personalframskrivning", f"ASN, {SOCIAL}"),
    ]
    assert result.unchanged
    assert count(engine, STAFFING) == len(SMALL_STAFFING)
    assert count(engine, PROJECTION) == 1


def test_a_person_who_is_gone_is_proposed_by_address(engine: Engine) -> None:
    stored(engine)
    result = stored(engine, cycle_file(assignments=people(*PEOPLE[:-1])))
    assert result.removals == [Removal("Personer", "bea@exempelstad.example, B2")]


def test_removing_takes_away_what_is_gone(engine: Engine) -> None:
    full = full_file()
    before = (previous_row("A1", SOCIAL), previous_row("B1", CHIEF), previous_row("ASN", SOCIAL))
    earlier = (category_row(CHIEF, "Gruppchef"), category_row(SOCIAL))
    stored(engine, replace(full, previous=before, categories=earlier))
    result = stored(engine, smaller_file(), removing=True)
    assert result.removals == []
    assert result.removed > 0
    assert {row[3] for row in rows_of(engine, ORGANISATION)} == {
        "STAD",
        "ASN",
        "A",
        "A1",
        "A2",
        "A3",
    }
    assert [row[3] for row in rows_of(engine, CATEGORY)] == [SOCIAL]
    assert count(engine, STAFFING) == count(engine, DIALOGUE) == 3
    assert count(engine, PREVIOUS) == count(engine, PROJECTION) == 0
    assert stored(engine, smaller_file(), removing=True).unchanged


def test_without_removing_the_same_file_only_proposes(engine: Engine) -> None:
    stored(engine)
    before = everything(engine)
    result = stored(engine, smaller_file())
    assert {removal.sheet for removal in result.removals} == {
        "Organisation",
        "Yrkeskategorier",
        "Personer",
        "Bemanning",
        "Personalframskrivning",
    }
    assert result.removed == 0
    assert everything(engine)["dialogue"] == before["dialogue"]


def test_a_category_that_is_only_proposed_keeps_its_earlier_names(engine: Engine) -> None:
    file = cycle_file(categories=(category_row(CHIEF, "Gruppchef"), category_row(SOCIAL)))
    stored(engine, file)
    social_only = {pair: heads for pair, heads in SMALL_STAFFING.items() if pair[1] == SOCIAL}
    result = stored(engine, cycle_file(social_only, categories=(category_row(SOCIAL),)))
    assert Removal("Yrkeskategorier", CHIEF) in result.removals
    assert [row[1] for row in rows_of(engine, CATEGORY_EARLIER_NAME)] == ["Gruppchef"]
