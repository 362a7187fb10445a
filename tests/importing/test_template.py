"""The empty workbook that HR gets can be filled in and read."""

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from kfmodel.importing.reading import SHEETS, read_cycle
from kfmodel.importing.template import write_template
from tests.importing.workbooks import HEADINGS, PLAN_HEADINGS, PLAN_ROWS, ROWS, TODAY, saved


def template() -> Workbook:
    file = BytesIO()
    write_template(file)
    file.seek(0)
    return load_workbook(file)


def test_the_template_can_be_imported_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "mall.xlsx"
    write_template(path)
    reading = read_cycle(path, TODAY)
    assert reading.errors == ()
    assert reading.file is not None
    assert [row.code for row in reading.file.organisations] == ["EXEMPEL"]
    assert [str(problem) for problem in reading.warnings] == [
        "Organisation!A2: mallens exempelrad är kvar; ta bort den i alla blad",
        *(
            f"{title}!A2: mallens exempelrad läses inte; skriv över den eller ta bort den"
            for title in PLAN_HEADINGS
        ),
    ]


FURTHER = {
    "Föregående omgång": ["Risk verksamhet", "Risk arbetsmiljö"],
    "Aktiviteter": ["Organisation"],
    "Medel": ["Organisation"],
}


def test_sheets_and_headings_are_those_of_the_contract() -> None:
    book = template()
    assert book.sheetnames == ["Anvisning", *(sheet.title for sheet in SHEETS)]
    for title, headings in (HEADINGS | PLAN_HEADINGS).items():
        first = [cell.value for cell in book[title][1]]
        assert first[: len(headings)] == headings
        further = [heading for heading in first[len(headings) :] if heading]
        assert further == FURTHER.get(title, [])


def test_every_heading_says_what_is_expected_and_stays_in_view() -> None:
    book = template()
    for sheet in SHEETS:
        page = book[sheet.title]
        assert page.freeze_panes == "A2"
        for cell, column in zip(page[1], sheet.columns, strict=False):
            assert cell.comment is not None
            assert column.expected in cell.comment.text


def test_one_example_row_a_sheet() -> None:
    book = template()
    for sheet in SHEETS[1:]:
        rows = list(book[sheet.title].iter_rows(min_row=2, values_only=True))
        assert len([row for row in rows if any(row)]) == 1
        assert "← exempelrad, skriv över" in rows[0]


def test_words_and_references_are_chosen_from_lists() -> None:
    book = template()
    lists = {
        (title, str(choices.sqref).split(":")[0]): choices.formula1
        for title in book.sheetnames
        for choices in book[title].data_validations.dataValidation
    }
    assert lists["Organisation", "C2"] == '"stad,nämnd,avdelning,enhet"'
    assert lists["Personer", "C2"] == '"enhetschef,avdelningschef,hr"'
    assert lists["Personer", "F2"] == '"sv,en"'
    methods = "Femgradig gapanalys,Antal per kompetensnivå,Tregradig gapanalys"
    assert lists["Omgång", "B4"] == f'"{methods}"'
    assert lists["Omgång", "B9"] == '"antal,årsarbetare"'
    assert lists["Föregående omgång", "J2"] == '"Inte allvarlig,Mindre allvarlig,Allvarlig"'
    assert "Organisation!$A$2" in str(lists["Bemanning", "A2"])
    assert "Organisation!$A$2" in str(lists["Organisation", "D2"])
    assert "Yrkeskategorier!$A$2" in str(lists["Bemanning", "B2"])
    assert all(len(str(formula)) <= 255 for formula in lists.values())


def test_other_areas_and_statuses_than_those_offered_are_asked_about() -> None:
    page = template()["Aktiviteter"]
    offered = {str(c.sqref)[:2]: c for c in page.data_validations.dataValidation}
    assert offered["I2"].formula1 == '"Planerad,Pågår,Genomförd,Avslutad i förtid"'
    assert "Utveckla och motivera" in offered["A2"].formula1
    assert offered["I2"].errorStyle == offered["A2"].errorStyle == "warning"


def test_the_methods_and_what_they_need_are_named() -> None:
    said = [str(cell.value) for row in template()["Anvisning"] for cell in row if cell.value]
    assert (
        "Metod väljs i Omgång, och i Organisation för en nämnd som använder en annan. Metoderna är "
        "Femgradig gapanalys, Antal per kompetensnivå och Tregradig gapanalys."
    ) in said
    assert (
        "Antal per kompetensnivå och Tregradig gapanalys behöver inga rader i "
        "Personalframskrivning."
    ) in said


def test_a_filled_in_template_is_read() -> None:
    book = template()
    for title, rows in (ROWS | PLAN_ROWS).items():
        for number, row in enumerate(rows, start=2):
            for place, value in enumerate(row, start=1):
                book[title].cell(number, place).value = value
    reading = read_cycle(saved(book), TODAY)
    assert reading.errors == ()
    assert reading.warnings == ()
