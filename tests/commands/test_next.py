"""HR gets the next cycle drafted, goes through it in Excel and imports it."""

from openpyxl import load_workbook

from tests.commands.kf import Kf


def test_the_draft_is_filled_in_and_imported(answered: Kf) -> None:
    book = answered.directory / "2027.xlsx"
    assert answered("next", "2025", "--out", book).line == (
        "Skrev 2027.xlsx: Kompetensförsörjning 2027, att gå igenom och läsa in med kf import"
    ).replace("2027.xlsx", str(book))
    refused = answered("import", book)
    assert refused.code == 2
    assert any(line.startswith("Personalframskrivning!A1: ") for line in refused.errors)

    workbook = load_workbook(book)
    names = [cell.value for (cell,) in workbook["Yrkeskategorier"]["A2:A9"]]
    for place, name in enumerate(names, start=2):
        row = workbook["Personalframskrivning"]
        for column, value in enumerate(("ASN", name, 100, -1, -2, 10, 1), start=1):
            row.cell(place, column, value)
    workbook.save(book)
    imported = answered("import", book)
    assert imported.code == 0, imported.err
    assert imported.lines[0].startswith("Kompetensförsörjning 2027: ")
    assert "0 av " in answered("status", "2027").lines[1]


def test_a_file_that_exists_is_left_alone(kf: Kf) -> None:
    book = kf.directory / "asn.xlsx"
    assert "finns redan" in kf("next", "2025", "--out", book).error
    assert kf("next", "2025", "--out", book, "--replace").code == 0


def test_an_unknown_cycle_is_one_line(kf: Kf) -> None:
    assert kf("next", "2031", "--out", "x.xlsx").error.startswith('Omgången "2031" finns inte')
