"""The cycle before: found by committee code and category name."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from dialogs.press import Verb
from kfmodel.compilation import Compilation, compile_material
from kfmodel.database import reading
from kfmodel.dialogue import Previous
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.dialogues import load_dialogue
from kfmodel.repository.material import load_material
from kfmodel.scales import Likelihood, Need, Severity
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    NAME,
    NOW,
    SOCIAL,
    Answering,
    category_row,
    cycle_file,
    dialogue_id,
    entra,
    previous_row,
    projection_row,
    stored,
)
from tests.repository.stored_rows import without

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


def own(engine: Engine, code: str = "A1", category: str = SOCIAL) -> Previous | None:
    """What the dialogue's answerer is shown as the organisation's own last answer."""
    with reading(engine) as connection:
        found = load_dialogue(
            connection, entra("anna"), dialogue_id(connection, code, category, LATER)
        )
    assert found is not None
    return found.facts.previous


def test_a_unit_meets_its_own_last_answers(before: Engine) -> None:
    stored(before, cycle_file(cycle=LATER_ROW))
    assert own(before) == Previous(
        2025, Need.MORE, Need.SAME, (0, 0, 0, 0), Severity.LESS_SERIOUS, Likelihood.LOW
    )


def test_what_is_not_submitted_is_no_last_answer(before: Engine) -> None:
    stored(before, cycle_file(cycle=LATER_ROW))
    Answering(before, "anna", "A1").press(Verb.REOPEN)
    assert own(before) is None


def test_hrs_sheet_goes_before_a_units_stored_answers(before: Engine) -> None:
    rows = (previous_row("A1", SOCIAL, 2025, severity=Severity.SERIOUS),)
    stored(before, cycle_file(cycle=LATER_ROW, previous=rows))
    found = own(before)
    assert found is not None
    assert (found.severity, found.need_2y) == ("SERIOUS", "MORE")


def test_a_unit_finds_its_answers_under_an_earlier_name(before: Engine) -> None:
    categories = (category_row("Socionom", SOCIAL),)
    staffing = {("A1", "Socionom"): 12.0}
    stored(before, cycle_file(staffing, cycle=LATER_ROW, categories=categories, projections=()))
    found = own(before, category="Socionom")
    assert found is not None
    assert found.year == 2025


def test_a_cycle_between_is_the_last_where_it_asked(before: Engine) -> None:
    between = replace(CYCLE_ROW, name="Mellanår", year=2026)
    stored(before, cycle_file({("A2", SOCIAL): 20}, cycle=between))
    stored(before, cycle_file(cycle=LATER_ROW))
    assert own(before) is not None


def test_the_last_cycle_may_still_be_corrected(before: Engine) -> None:
    """A group that nobody has answered for goes, and what pointed at it lets go."""
    stored(before, cycle_file(cycle=LATER_ROW))
    fewer = without(("A2", SOCIAL))
    stored(before, cycle_file(fewer), removing=True)
    assert stored(before, cycle_file(cycle=LATER_ROW)).unchanged
