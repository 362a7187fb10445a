"""A workbook that is right becomes values."""

import csv
from datetime import date, datetime, time
from pathlib import Path

import pytest

from kfmodel.importing.reading import read_cycle
from kfmodel.importing.values import (
    AssignmentRow,
    CategoryRow,
    Counting,
    CycleRow,
    OrganisationKind,
    OrganisationRow,
    PreviousRow,
    ProjectionRow,
    Role,
    StaffingRow,
)
from kfmodel.scales import Likelihood, Need, Severity
from tests.importing.workbooks import (
    ANNA,
    CASE,
    TODAY,
    asn_2025,
    file_of,
    read,
    saved,
    small,
    warnings,
    with_saved_value,
)


def test_every_sheet_becomes_values() -> None:
    file = file_of(small())
    assert file.cycle == CycleRow(
        name="Dialog 2025",
        year=2025,
        method="five-level",
        opens_on=date(2025, 3, 3),
        deadline_on=date(2025, 4, 30),
        hr_email="hr@exempel.se",
        counting=Counting.PEOPLE,
        source="Stadskontoret",
        reminder_days="15, 5, 0",
    )
    unit = OrganisationKind.UNIT
    assert file.organisations[0] == OrganisationRow(
        "S", "Staden", OrganisationKind.CITY, None, None, "Organisation!A2"
    )
    assert file.organisations[4] == OrganisationRow(
        "E2", "Enhet två", unit, "A1", None, "Organisation!A6"
    )
    assert file.assignments[1] == AssignmentRow(
        "anna@exempel.se", "Anna Ek", Role.DIVISION_HEAD, "A1", ANNA, "en", "Personer!A3"
    )
    assert file.categories[0] == CategoryRow(
        "Socialsekreterare",
        "351040",
        "Myndighet",
        ("Socialassistent", "Handläggare"),
        "Yrkeskategorier!A2",
    )
    assert file.projections[1] == ProjectionRow(
        "N1", "Sektionschef", 2, 0, -1, 0, 0, "Personalframskrivning!A3"
    )
    assert file.staffing[2] == StaffingRow("A1", "Sektionschef", 2, "Bemanning!A4")
    assert file.previous == (
        PreviousRow(
            2023,
            "N1",
            "Socialsekreterare",
            Need.MORE,
            Need.SAME,
            -10,
            -10,
            10,
            10,
            Severity.SERIOUS,
            Likelihood.HIGH,
            None,
            None,
            "Föregående omgång!A2",
        ),
    )


def test_a_right_workbook_has_no_warnings() -> None:
    assert warnings(small()) == []


def test_the_published_figures_come_through_unchanged() -> None:
    file = file_of(asn_2025())
    with (CASE / "categories.csv").open(encoding="utf-8", newline="") as published:
        rows = list(csv.DictReader(published))
    for row, projection in zip(rows, file.projections, strict=True):
        assert projection.category == row["category"]
        for name in ("headcount", "gap_2y", "gap_5y", "turnover_2y", "retirements_2y"):
            assert getattr(projection, name) == float(row[name])
    assert sum(row.heads for row in file.staffing) == 1610
    assert [row.severity for row in file.previous] == [
        Severity.SERIOUS,
        Severity.NOT_SERIOUS,
        Severity.NOT_SERIOUS,
    ]
    assert warnings(asn_2025()) == []


def test_reads_a_path_as_well_as_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "omgång.xlsx"
    small().save(path)
    assert read_cycle(path, TODAY) == read_cycle(str(path), TODAY) == read(small())


def test_references_are_read_as_they_are_defined() -> None:
    book = small()
    book["Bemanning"]["A2"] = " e1 "
    book["Bemanning"]["B2"] = "SOCIAL\u00adsekreterare"
    book["Organisation"]["D3"] = "s"
    file = file_of(book)
    assert file.staffing[0].organisation_code == "E1"
    assert file.staffing[0].category == "Socialsekreterare"
    assert file.organisations[1].parent_code == "S"


def test_codes_typed_as_numbers_are_text() -> None:
    book = small()
    for cell in ("Organisation!A5", "Personer!D4", "Bemanning!A2"):
        title, place = cell.split("!")
        book[title][place] = 101
    book["Bemanning"]["A2"] = "101"
    book["Personer"]["D4"] = 101.0
    file = file_of(book)
    assert file.organisations[3].code == "101"
    assert file.assignments[2].organisation_code == "101"


def test_text_that_begins_like_a_formula_stays_text() -> None:
    book = small()
    for cell, text in {"B3": "=1+1", "B4": "+46 enheten", "B5": "-x", "B6": "@y"}.items():
        book["Organisation"][cell].value = text
        book["Organisation"][cell].data_type = "s"
    names = [row.name for row in file_of(book).organisations[1:]]
    assert names == ["=1+1", "+46 enheten", "-x", "@y"]


def test_text_is_composed_and_on_one_line() -> None:
    book = small()
    book["Organisation"]["B3"] = "  Na\u0308mnden\u00a0fo\u0308r\n arbete\u200b "
    assert file_of(book).organisations[1].name == "Nämnden för arbete"


def test_dates_may_have_a_time_of_day() -> None:
    book = small()
    book["Omgång"]["B5"] = datetime.combine(date(2025, 3, 3), time(14, 30))
    book["Omgång"]["B6"] = "2025-04-30 00:00:00"
    cycle = file_of(book).cycle
    assert (cycle.opens_on, cycle.deadline_on) == (date(2025, 3, 3), date(2025, 4, 30))


def test_levels_formatted_in_percent_are_points() -> None:
    book = small()
    for cell, value in {"F2": -0.1, "G2": -0.29, "H2": 0.29, "I2": 0.1}.items():
        book["Föregående omgång"][cell] = value
        book["Föregående omgång"][cell].number_format = "0 %"
    row = file_of(book).previous[0]
    levels = (row.level_some, row.level_good, row.level_high, row.level_very_high)
    assert levels == (-10, -29, 29, 10)


def test_a_percent_sign_in_quotes_is_not_a_percent_format() -> None:
    book = small()
    book["Föregående omgång"]["F2"].number_format = '0" %"'
    assert file_of(book).previous[0].level_some == -10


def test_full_time_equivalents_have_decimals() -> None:
    book = small()
    book["Omgång"]["B9"] = "Årsarbetare"
    book["Bemanning"]["C2"] = "6,75"
    book["Bemanning"]["C3"] = 1 / 3
    heads = [row.heads for row in file_of(book).staffing[:2]]
    assert heads == [6.75, pytest.approx(1 / 3, abs=1e-6)]


def test_computed_cells_are_read_with_their_saved_values() -> None:
    book = small()
    book["Bemanning"]["C2"] = "=3+4"
    file = with_saved_value(saved(book), "3+4", "", "7.000000000001")
    reading = read_cycle(file, TODAY)
    assert reading.file is not None, reading.errors
    assert reading.file.staffing[0].heads == 7


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell() -> None:
    book = small()
    book["Personer"]["E2"] = '=""'
    reading = read_cycle(with_saved_value(saved(book), '""', 't="str"', ""), TODAY)
    assert reading.errors == ()


def test_a_person_is_the_same_on_every_row() -> None:
    book = small()
    book["Personer"]["E4"] = "{" + ANNA.upper() + "}"
    book["Personer"]["E3"] = None
    book["Personer"]["F4"] = "EN"
    book["Personer"]["F5"] = None
    bo = [row for row in file_of(book).assignments if row.email == "bo@exempel.se"]
    assert [(row.entra_id, row.language) for row in bo] == [(ANNA, "en")] * 2


def test_earlier_names_are_understood_in_the_earlier_cycle() -> None:
    book = small()
    book["Föregående omgång"]["C2"] = "socialassistent"
    assert file_of(book).previous[0].category == "Socialsekreterare"


def test_levels_of_the_organisation_may_be_skipped() -> None:
    book = small()
    book["Organisation"]["D6"] = "N1"
    assert file_of(book).organisations[4].parent_code == "N1"


def test_a_committee_may_stand_at_the_top() -> None:
    book = small()
    book["Organisation"].delete_rows(2)
    book["Organisation"]["D2"] = None
    assert file_of(book).organisations[0].parent_code is None


def test_a_committee_may_have_its_method() -> None:
    book = small()
    book["Organisation"]["E3"] = "femgradig GAPANALYS"
    assert file_of(book).organisations[1].method == "five-level"


def test_the_optional_sheet_and_values_may_be_missing() -> None:
    book = small()
    del book["Föregående omgång"]
    for row in (10, 9, 8):
        book["Omgång"].delete_rows(row)
    file = file_of(book)
    assert file.previous == ()
    assert (file.cycle.measured_on, file.cycle.counting, file.cycle.source) == (None, None, None)
