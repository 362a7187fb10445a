"""The cycle before: found by committee code and category name."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from kfmodel.compilation import Compilation, compile_material
from kfmodel.database import reading
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.material import load_material
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    NAME,
    NOW,
    SOCIAL,
    Answering,
    category_row,
    cycle_file,
    projection_row,
    stored,
)

LATER = "Kompetensförsörjning 2027"
LATER_ROW = replace(
    CYCLE_ROW, name=LATER, year=2027, opens_on=date(2027, 9, 15), deadline_on=date(2027, 10, 17)
)


def compiled(engine: Engine, name: str = LATER) -> Compilation:
    with reading(engine) as connection:
        material = load_material(connection, find_cycle(connection, name))
    return compile_material(material, datetime(2027, 10, 18, tzinfo=UTC))


@pytest.fixture
def before(engine: Engine) -> Engine:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    return engine


def test_the_last_cycle_is_compiled_beside_this_one(before: Engine) -> None:
    stored(before, cycle_file(cycle=LATER_ROW, projections=(projection_row("ASN", SOCIAL, 66),)))
    chief, social = compiled(before).rows
    assert social.earlier is not None
    assert (social.earlier.year, social.earlier.row.headcount) == (2025, 60)
    assert social.previous is not None
    assert (social.previous.year, social.previous.need_2y) == (2025, "MORE")
    assert chief.previous is not None
    assert chief.previous.severity is None


def test_what_is_answered_later_in_the_last_cycle_counts_too(before: Engine) -> None:
    stored(before, cycle_file(cycle=LATER_ROW))
    Answering(before, "disa", "A", CHIEF).submit(NOW)
    chief, _ = compiled(before).rows
    assert chief.previous is not None
    assert chief.previous.severity == "LESS_SERIOUS"


def test_a_category_that_has_changed_its_name(before: Engine) -> None:
    staffing = {("A1", "Socionom"): 12.0}
    categories = (category_row("Socionom", "Kurator", SOCIAL),)
    file = cycle_file(staffing, cycle=LATER_ROW, categories=categories, projections=())
    stored(before, file)
    [row] = compiled(before).rows
    assert row.previous is not None
    assert row.previous.need_2y == "MORE"


def test_a_later_cycle_and_one_of_the_same_year_are_not_before(before: Engine) -> None:
    stored(before, cycle_file(cycle=LATER_ROW))
    stored(before, cycle_file(cycle=replace(CYCLE_ROW, name="Annan omgång 2025")))
    assert {row.earlier for row in compiled(before, NAME).rows} == {None}
    [year] = {row.earlier.year for row in compiled(before).rows if row.earlier}
    assert year == 2025
