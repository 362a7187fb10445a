"""Sheets and headings as people leave them."""

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference

from tests.importing.workbooks import HEADINGS, ROWS, errors, read, small, warnings, workbook


def test_titles_above_the_headings_and_gaps_between_the_rows() -> None:
    book = small()
    page = book["Organisation"]
    page.insert_rows(1, 3)
    page["A1"] = "Organisation"
    page.merge_cells("A1:E1")
    page["A2"] = "Underlag från HR"
    page.insert_rows(6)
    page["B6"] = " \u00a0 "
    page["A40"] = "  "
    reading = read(book)
    assert reading.file is not None, reading.errors
    cells = [row.cell for row in reading.file.organisations]
    assert cells == [f"Organisation!A{row}" for row in (5, 7, 8, 9, 10)]


def test_headings_in_any_order_case_and_spacing() -> None:
    book = small()
    page = book["Personer"]
    for row in page.iter_rows():
        values = [cell.value for cell in row]
        for cell, value in zip(row, reversed(values), strict=True):
            cell.value = value
    for cell in page[1]:
        cell.value = f"\u00a0{str(cell.value).upper()} \n:"
    book["Personalframskrivning"]["C1"] = "ANTAL\nmedar\u00adbetare"
    reading, right = read(book), read(small())
    assert reading.file is not None, reading.errors
    assert right.file is not None
    assert [row.email for row in reading.file.assignments] == [
        row.email for row in right.file.assignments
    ]
    assert reading.file.projections == right.file.projections


def test_problems_point_at_the_moved_column() -> None:
    book = small()
    book["Organisation"].insert_cols(1, 2)
    book["Organisation"]["E3"] = "nämd"
    assert errors(book)[0].startswith('Organisation!E3: typ "nämd" finns inte')


def test_an_unknown_column_is_pointed_out() -> None:
    book = small()
    book["Bemanning"]["D1"] = "Kommentar"
    book["Bemanning"]["D2"] = "vikarier ej med"
    book["Bemanning"]["D9"] = "summa 14"
    assert warnings(book) == ['Bemanning!D1: kolumnen "Kommentar" läses inte']


def test_a_note_without_heading_is_left_alone() -> None:
    book = small()
    book["Bemanning"]["F9"] = "summa 14"
    assert warnings(book) == []


def test_a_misspelt_heading() -> None:
    book = small()
    book["Personer"]["D1"] = "Organistion"
    reading = read(book)
    assert [str(problem) for problem in reading.errors] == [
        'Personer!A1: kolumnen "Organisation" saknas; lägg till rubriken'
    ]
    assert 'Personer!D1: kolumnen "Organistion" läses inte (menade du "Organisation"?)' in [
        str(problem) for problem in reading.warnings
    ]


def test_a_heading_twice() -> None:
    book = small()
    book["Bemanning"]["D1"] = "antal"
    assert errors(book) == [
        'Bemanning!D1: rubriken "Antal" finns redan i Bemanning!C1; ta bort en av kolumnerna'
    ]


def test_a_sheet_without_headings() -> None:
    book = small()
    book["Bemanning"].delete_rows(1, 10)
    assert errors(book) == [
        'Bemanning!A1: rubrikraden saknas; skriv rubrikerna "Organisation", "Yrkeskategori" och '
        '"Antal" på en rad'
    ]


def test_columns_that_may_be_empty_may_be_missing() -> None:
    book = small()
    book["Yrkeskategorier"].delete_cols(2, 3)
    book["Personer"].delete_cols(5, 2)
    book["Organisation"].delete_cols(5)
    assert warnings(book) == []


def test_sheet_titles_in_any_case_with_spaces() -> None:
    book = small()
    book["Omgång"].title = " omgång"
    book["Bemanning"].title = "BEMANNING "
    assert warnings(book) == []


def test_a_missing_sheet_names_those_that_are_there() -> None:
    book = small()
    del book["Personer"]
    del book["Föregående omgång"]
    assert errors(book) == [
        'Personer!A1: bladet saknas; i filen finns bladen "Omgång", "Organisation", '
        '"Yrkeskategorier", "Personalframskrivning" och "Bemanning"'
    ]


def test_without_the_organisation_its_codes_are_not_called_unknown() -> None:
    book = small()
    del book["Organisation"]
    assert len(errors(book)) == 1


def test_a_sheet_twice() -> None:
    book = small()
    book.create_sheet("Bemanning ")
    assert errors(book) == ['Bemanning!A1: bladet finns två gånger, även som "Bemanning "']


def test_an_unknown_sheet_is_pointed_out() -> None:
    book = small()
    book["Föregående omgång"].title = "Föregånde omgång"
    book.create_sheet("Anvisning")
    assert warnings(book) == [
        'Föregånde omgång!A1: bladet läses inte (menade du "Föregående omgång"?)'
    ]


def test_chart_sheets_are_no_sheets() -> None:
    book = small()
    chart = BarChart()
    chart.add_data(Reference(book["Bemanning"], min_col=3, min_row=1, max_row=4))
    book.create_chartsheet("Diagram").add_chart(chart)
    assert warnings(book) == []


def test_headings_far_down_are_not_found() -> None:
    sheets = {title: [HEADINGS[title], *rows] for title, rows in ROWS.items()}
    sheets["Bemanning"] = [["not"]] * 40 + sheets["Bemanning"]
    book: Workbook = workbook(sheets)
    assert errors(book)[0].startswith("Bemanning!A1: rubrikraden saknas")
