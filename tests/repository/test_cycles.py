"""Finding the cycle that is meant."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from kfmodel.database import reading
from kfmodel.repository.cycles import UnknownCycleError, find_cycle
from tests.repository.build import CYCLE_ROW, NAME, cycle_file, stored

EXTRA = "Extra omgång 2025"
LATER = "Kompetensförsörjning 2027"


def store(engine: Engine, *names_and_years: tuple[str, int]) -> None:
    for name, year in names_and_years:
        stored(engine, cycle_file(cycle=replace(CYCLE_ROW, name=name, year=year)))


def found(engine: Engine, text: str | None = None) -> str:
    with reading(engine) as connection:
        return str(find_cycle(connection, text).name)


def test_the_only_cycle_needs_no_name(engine: Engine) -> None:
    store(engine, (NAME, 2025))
    assert found(engine) == found(engine, NAME) == found(engine, "2025") == NAME


def test_a_year_that_one_cycle_has_is_enough(engine: Engine) -> None:
    store(engine, (NAME, 2025), (LATER, 2027))
    assert found(engine, "2027") == LATER
    assert found(engine, NAME) == NAME


def test_a_name_that_looks_like_a_year_goes_before_the_year(engine: Engine) -> None:
    store(engine, (NAME, 2025), ("2025", 2023))
    assert found(engine, "2025") == "2025"


@pytest.mark.parametrize("text", [None, "Kompetens", "2031", ""])
def test_what_is_not_one_cycle_lists_those_there_are(engine: Engine, text: str | None) -> None:
    store(engine, (NAME, 2025), (EXTRA, 2025), (LATER, 2027))
    with pytest.raises(UnknownCycleError) as error:
        found(engine, text)
    assert error.value.names == (EXTRA, NAME, LATER)
    assert error.value.text == (text or "")
    assert not error.value.ambiguous


def test_a_year_of_several_cycles_lists_those_of_the_year(engine: Engine) -> None:
    store(engine, (NAME, 2025), (EXTRA, 2025), (LATER, 2027))
    with pytest.raises(UnknownCycleError) as error:
        found(engine, "2025")
    assert error.value.names == (EXTRA, NAME)
    assert error.value.ambiguous


def test_without_any_cycle_there_is_none_to_list(engine: Engine) -> None:
    with pytest.raises(UnknownCycleError) as error:
        found(engine)
    assert error.value.names == ()
