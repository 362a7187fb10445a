"""A new table is one function; it appears in workbook and JSON."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kfmodel.answers import Answers
from kfmodel.compilation import CategoryRow, Column, Kind, Readers, Table, as_json
from kfmodel.compilation.tables import CLOSING, FIGURES
from kfmodel.compilation.words import for_machines, for_people, iso_utc, local_time
from kfmodel.scales import Level, Likelihood
from tests.compilation.build import CATEGORY, compiled, dialogue
from tests.compilation.opened import opened


def test_a_new_table_is_in_workbook_and_json() -> None:
    compilation = compiled(dialogue("1", 9))
    columns: tuple[Column[CategoryRow], ...] = (
        Column("category", lambda row: row.category, Kind.CATEGORY),
        Column("heads", lambda row: row.headcount, Kind.COUNT),
    )
    table = Table("turnover", columns, compilation.rows)
    extended = replace(compilation, tables=(*compilation.tables, table))
    assert as_json(extended)["tables"]["turnover"] == [{"category": CATEGORY, "heads": 9}]
    rows = list(opened(extended)["Personalomsättning"].iter_rows(values_only=True))
    assert rows == [("Yrkeskategori", "Medarbetare"), (CATEGORY, 9)]


def test_tables_of_the_contract() -> None:
    summary = as_json(compiled(dialogue("1", 9)))
    assert set(summary) == {"cycle", "method", "compiled_at", "tables", "checks"}
    contract = ["gap", "recruitment", "risk", "spread", "progress"]
    assert list(summary["tables"])[: len(contract)] == contract
    assert summary["tables"]["progress"] == [
        {
            "organisation": "ASN",
            "method": "five-level",
            "division": "Avdelningen för insatser",
            "unit": "Enhet 1",
            "responsible": "Chef 1",
            "category": CATEGORY,
            "progress": "submitted",
            "changed_at": "2025-09-30T22:30:00Z",
        }
    ]


def test_every_table_and_column_has_its_word() -> None:
    compilation = compiled(dialogue("1", 9))
    assert len(compilation.tables) == len(FIGURES) + len(CLOSING)
    for table in compilation.tables:
        assert table.title
        assert all(column.heading for column in table.columns_for(Readers.PEOPLE))


def test_columns_for_one_audience_are_not_read_by_the_other() -> None:
    [table] = [table for table in compiled(dialogue("1", 9)).tables if table.name == "risk"]
    people = [column.name for column in table.columns_for(Readers.PEOPLE)]
    machines = [column.name for column in table.columns_for(Readers.MACHINES)]
    assert "organisation" not in people
    assert machines[:2] == ["organisation", "method"]


def test_words_of_values_that_share_a_name() -> None:
    assert (for_people(Level.HIGH), for_people(Likelihood.HIGH)) == ("Hög", "Hög")
    assert for_machines(Likelihood.HIGH) == "HIGH"


@pytest.mark.parametrize("empty", ["", ()])
def test_an_empty_text_is_blank_for_people(empty: str | tuple[str, ...]) -> None:
    assert for_people(empty) is None


def test_a_time_without_a_zone_is_utc() -> None:
    naive = datetime.fromisoformat("2025-01-01T12:00")
    assert local_time(naive) == datetime.fromisoformat("2025-01-01T13:00")
    assert iso_utc(naive) == iso_utc(naive.replace(tzinfo=UTC)) == "2025-01-01T12:00:00Z"


def test_an_answer_that_says_nothing_is_blank() -> None:
    sheet = opened(compiled(dialogue("1", 9, Answers())))["Svar"]
    assert [cell.value for cell in sheet[2]][3:17] == [9, *[None] * 13]
