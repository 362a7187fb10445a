"""Imports that contradict what is stored change nothing."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from kfmodel.database import writing
from kfmodel.organisation import OrganisationKind, Role
from kfmodel.repository.cycle_import import ImportRefusedError, store_cycle
from kfmodel.repository.schema import (
    ORGANISATION,
    PERSON,
)
from kfmodel.repository.summaries import NewSummary, store_summary
from kfmodel.summary_files import SummaryFiles
from tests.cards.committee import FACTS
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    NOW,
    ORGANISATIONS,
    PEOPLE,
    SOCIAL,
    Answering,
    cycle_file,
    organisation_row,
    people,
    stored,
)
from tests.repository.build import (
    STAFFING as SMALL_STAFFING,
)
from tests.repository.stored_rows import everything, without


def test_a_group_with_answers_that_would_be_pooled_is_refused_with_its_cell(
    engine: Engine,
) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    before = everything(engine)
    renamed = replace(CYCLE_ROW, hr_email="annan@exempelstad.example")
    smaller = cycle_file({**SMALL_STAFFING, ("A1", SOCIAL): 4}, cycle=renamed)
    with pytest.raises(ImportRefusedError) as refused:
        stored(engine, smaller)
    (problem,) = refused.value.problems
    assert problem.cell == f"Bemanning!A1-{SOCIAL}"
    assert "har redan svar" in problem.text
    assert everything(engine) == before


def test_a_group_with_answers_whose_row_is_gone_is_refused(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    before = everything(engine)
    with pytest.raises(ImportRefusedError, match="import refused") as refused:
        stored(engine, cycle_file(without(("A1", SOCIAL))), removing=True)
    assert [problem.cell for problem in refused.value.problems] == ["Bemanning!A1"]
    assert everything(engine) == before


def test_a_group_that_somebody_has_only_typed_in_is_refused_too(engine: Engine) -> None:
    """What was typed on an outdated card is kept, and so is the dialogue it belongs to."""
    stored(engine)
    Answering(engine, "anna", "A1").keep_typed()
    with pytest.raises(ImportRefusedError):
        stored(engine, cycle_file(without(("A1", SOCIAL))), removing=True)


def test_a_committee_whose_summary_was_handed_out_stays(engine: Engine) -> None:
    both = {**ORGANISATIONS, "FSN": (OrganisationKind.COMMITTEE, "STAD")}
    rows = tuple(organisation_row(code, *place) for code, place in both.items())
    result = stored(engine, cycle_file(organisations=rows))
    with writing(engine) as connection:
        committee = connection.execute(
            select(ORGANISATION.c.id).where(ORGANISATION.c.code == "FSN")
        ).scalar_one()
        hanna = connection.execute(select(PERSON.c.id).limit(1)).scalar_one()
        files = SummaryFiles(b"workbook", b"report")
        new = NewSummary(result.cycle_id, committee, FACTS, files, NOW, hanna)
        store_summary(connection, new)
    for removing in (False, True):
        with pytest.raises(ImportRefusedError) as refused:
            stored(engine, removing=removing)
        (problem,) = refused.value.problems
        assert problem.cell == "Organisation!A1"
        assert "FSN" in problem.text


def test_a_pool_with_answers_that_would_be_split_is_refused(engine: Engine) -> None:
    small = {**SMALL_STAFFING, ("A1", CHIEF): 3, ("A2", CHIEF): 2, ("A", CHIEF): 0}
    stored(engine, cycle_file(small))
    Answering(engine, "disa", "A", CHIEF).submit()
    with pytest.raises(ImportRefusedError) as refused:
        stored(engine, cycle_file({**small, ("A1", CHIEF): 5, ("A2", CHIEF): 5}))
    assert len(refused.value.problems) == 1


def test_an_unknown_entra_id_of_somebody_else_is_refused(engine: Engine) -> None:
    stored(engine)
    before = everything(engine)
    stolen = replace(people(("ny", Role.UNIT_MANAGER, "A3"))[0], entra_id="account-of-anna")
    with pytest.raises(ImportRefusedError) as refused:
        stored(engine, cycle_file(assignments=(*people(*PEOPLE), stolen)))
    (problem,) = refused.value.problems
    assert problem.cell == "Personer!ny"
    assert "anna@exempelstad.example" in problem.text
    assert everything(engine) == before


def test_a_failure_half_way_stores_nothing(engine: Engine) -> None:
    with pytest.raises(KeyError), writing(engine) as connection:
        store_cycle(connection, cycle_file({("FINNS INTE", SOCIAL): 3}), NOW)
    assert all(not found for found in everything(engine).values())
