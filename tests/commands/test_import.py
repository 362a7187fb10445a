"""HR imports a cycle: summary, corrections, removals, every error at once."""

import pytest

from tests.commands.books import NAME, changed, without_row
from tests.commands.conftest import DEADLINE_PASSED
from tests.commands.kf import Kf


def test_a_filled_in_template_is_imported_once(bare: Kf, prepared: Kf) -> None:
    book = prepared.directory / "asn.xlsx"
    assert bare("db", "upgrade").code == 0
    imported = bare("import", book)
    assert imported.lines == [
        f"{NAME}: 294 nya rader, 0 ändrade, 0 borttagna; 140 grupper att svara för"
    ]
    assert imported.errors[0] == DEADLINE_PASSED
    again = bare("import", book)
    assert (again.code, again.lines) == (0, [f"{NAME}: inga ändringar"])


def test_a_corrected_file_updates(kf: Kf) -> None:
    book = kf.directory / "asn.xlsx"
    changed(book, book, "Personalframskrivning", D2=-4)
    assert kf("import", book).lines == [
        f"{NAME}: 0 nya rader, 1 ändrade, 0 borttagna; 140 grupper att svara för"
    ]


def test_a_row_that_is_gone_is_proposed_and_removed_when_told(kf: Kf) -> None:
    book = kf.directory / "asn.xlsx"
    without_row(book, book, "Bemanning", 2)
    proposed = kf("import", book)
    assert proposed.code == 0
    assert proposed.lines == [
        "Finns inte längre i Bemanning: A1, Sektionschef (ta bort med --remove)",
        f"{NAME}: inga ändringar",
    ]
    removed = kf("import", book, "--remove")
    assert removed.lines == [
        f"{NAME}: 0 nya rader, 0 ändrade, 1 borttagna; 139 grupper att svara för"
    ]
    assert kf("import", book).lines == [f"{NAME}: inga ändringar"]


def test_a_row_that_is_gone_is_an_error_where_it_has_answers(answered: Kf) -> None:
    book = answered.directory / "asn.xlsx"
    without_row(book, book, "Bemanning", 2)
    for arguments in ((), ("--remove",)):
        refused = answered("import", book, *arguments)
        assert (refused.code, refused.lines) == (2, [])
        assert [line for line in refused.errors if not line.endswith("(varning)")] == [
            line for line in refused.errors if line.startswith("Bemanning!")
        ]


def test_every_error_is_one_line_with_its_cell_and_nothing_is_imported(kf: Kf) -> None:
    book = kf.directory / "asn.xlsx"
    long = "En kategori\nmed radbrytning och ett namn som är längre än en rad i terminalen " * 3
    changed(book, book, "Organisation", D4="SAKNAS", C5="enehet")
    changed(book, book, "Personer", A2="ingen adress", C3="chef")
    changed(book, book, "Bemanning", B2=long, C3="många", C4=-1)
    refused = kf("import", book)
    assert (refused.code, refused.lines) == (2, [])
    found = [line for line in refused.errors if not line.endswith("(varning)")]
    cells = [line.split(": ")[0] for line in found]
    assert cells == [
        "Organisation!D4",
        "Organisation!C5",
        "Personer!A2",
        "Personer!C3",
        "Bemanning!B2",
        "Bemanning!C3",
        "Bemanning!C4",
    ]
    assert max(map(len, found)) > 80
    assert kf("status").lines[0].startswith(NAME)
    assert "0 av 140" in kf("status").out


def test_a_wrong_file_makes_no_cycle(bare: Kf, prepared: Kf) -> None:
    book = changed(prepared.directory / "asn.xlsx", bare.directory / "fel.xlsx", "Omgång", B3="x")
    bare("db", "upgrade")
    assert bare("import", book).code == 2
    assert bare("status").error == "Det finns ingen omgång än; läs in en med kf import"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("saknas.xlsx", 'filen "saknas.xlsx" finns inte'),
        ("text.xlsx", "filen är inte en Excel-arbetsbok (.xlsx); spara den som .xlsx i Excel"),
        ("mapp.xlsx", 'filen "mapp.xlsx" går inte att läsa; välj en fil som du får öppna'),
    ],
)
def test_what_is_no_workbook_is_one_line(bare: Kf, name: str, reason: str) -> None:
    (bare.directory / "text.xlsx").write_text("Kod;Namn")
    (bare.directory / "mapp.xlsx").mkdir()
    assert bare("import", name).error == f"Fil!A1: {reason}"
