"""Files that are no workbooks, or dangerous ones, are one clear problem."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kfmodel.importing.limits import MAX_FILE_BYTES
from kfmodel.importing.reading import read_cycle
from tests.importing.workbooks import TODAY, saved, small

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def problem(content: bytes) -> str:
    reading = read_cycle(BytesIO(content), TODAY)
    assert reading.file is None
    assert len(reading.errors) == 1
    return str(reading.errors[0])


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", "filen är inte en Excel-arbetsbok (.xlsx)"),
        (b"Kod;Namn\nS;Staden\n", "filen är inte en Excel-arbetsbok (.xlsx)"),
        (OLE + b"Workbook", "filen är i ett äldre Excelformat (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "filen är krypterad"),
        (b"PK\x03\x04 then nothing", "filen är inte en Excel-arbetsbok (.xlsx)"),
        (b"x" * (MAX_FILE_BYTES + 1), "filen är större än 20 MB"),
    ],
)
def test_a_file_that_is_no_workbook(content: bytes, text: str) -> None:
    assert problem(content).startswith(f"Fil!A1: {text}")


def test_another_zip_is_no_workbook() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert problem(file.getvalue()) == (
        "Fil!A1: filen är inte i formatet .xlsx; spara den som Excel-arbetsbok (.xlsx)"
    )


def test_a_small_file_that_unpacks_to_something_enormous() -> None:
    file = saved(small())
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        megabyte = bytes(1024 * 1024)
        with archive.open("xl/media/tom.bin", "w", force_zip64=True) as part:
            for _ in range(201):
                part.write(megabyte)
    assert len(file.getvalue()) < MAX_FILE_BYTES
    assert problem(file.getvalue()).startswith("Fil!A1: filen blir större än 200 MB")


def test_no_such_file(tmp_path: Path) -> None:
    path = tmp_path / "saknas.xlsx"
    reading = read_cycle(path, TODAY)
    assert [str(error) for error in reading.errors] == [f'Fil!A1: filen "{path}" finns inte']


def test_a_folder(tmp_path: Path) -> None:
    reading = read_cycle(tmp_path, TODAY)
    assert str(reading.errors[0]).startswith(f'Fil!A1: filen "{tmp_path}" går inte att läsa')


def changed(part: str, change: Callable[[str], str]) -> bytes:
    """A valid file with one part made wrong."""
    result = BytesIO()
    with ZipFile(saved(small())) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                content = change(content.decode()).encode()
            target.writestr(name, content)
    return result.getvalue()


SHEET = "xl/worksheets/sheet2.xml"


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("[Content_Types].xml", lambda _: "<Types/>"),
        ("xl/workbook.xml", lambda xml: xml[:200]),
        (SHEET, lambda xml: xml[:-100]),
        (SHEET, lambda xml: re.sub(r't="inlineStr"><is>.*?</is>', 't="s"><v>999999</v>', xml)),
        (SHEET, lambda xml: re.sub(r'r="[A-Z]+\d+"', 'r="?"', xml)),
        (SHEET, lambda xml: re.sub(r'<row r="\d+"', '<row r="1.5"', xml)),
    ],
)
def test_a_damaged_file(part: str, change: Callable[[str], str]) -> None:
    assert re.match(
        r"Fil!A1: filen är skadad\b.*; öppna och spara den i Excel", problem(changed(part, change))
    )


def test_entities_that_grow_without_end() -> None:
    def bomb(xml: str) -> str:
        entities = '<!ENTITY a "haha">' + "".join(
            f'<!ENTITY {name} "{f"&{before};" * 10}">'
            for before, name in zip("abcdefghi", "bcdefghij", strict=True)
        )
        return f"<!DOCTYPE worksheet [{entities}]>" + re.sub("<sheetData>", "<sheetData>&j;", xml)

    assert problem(changed(SHEET, bomb)).startswith("Fil!A1: filen är skadad")


def test_a_sheet_that_claims_to_be_enormous() -> None:
    """The stated size is not believed, nor a row number past the end of any sheet."""

    def enlarge(xml: str) -> str:
        xml = re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"', xml)
        return xml.replace("</sheetData>", '<row r="99999999999"><c r="A1"/></row></sheetData>')

    reading = read_cycle(BytesIO(changed(SHEET, enlarge)), TODAY)
    assert reading.errors == ()


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!"])
def test_cells_with_errors(error: str) -> None:
    book = small()
    book["Bemanning"]["C2"] = error
    assert book["Bemanning"]["C2"].data_type == "e"
    reading = read_cycle(saved(book), TODAY)
    assert [str(problem) for problem in reading.errors] == [
        f"Bemanning!C2: antal: cellen visar felet {error}; rätta formeln eller skriv värdet"
    ]
