"""What reached whom, as a workbook from the command line."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.commands.kf import Kf
from tests.commands.test_remind import MANAGERS, OPENING, sending


def rows(file: Path, sheet: str) -> list[dict[str, Any]]:
    head, *values = load_workbook(file)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in values]


def test_what_a_pass_by_hand_has_sent(kf: Kf) -> None:
    assert kf("remind", "--now", OPENING, **sending(kf)).code == 0
    file = kf.directory / "utskick.xlsx"
    told = kf("sent", "2025", "--out", "utskick.xlsx", "--for", "ASN").line
    assert told.startswith(f"Skrev utskick.xlsx: {MANAGERS} utskick, ")
    found = rows(file, "Utskick")
    assert len(found) == MANAGERS
    assert {row["Väg"] for row in found} == {"Teams, sedan e-post"}
    assert {row["Läge"] for row in found} == {"Skickad"}
    assert {row["Orsak"] for row in found} == {"Teams: boten är inte installerad"}
    assert {row["Roll"] for row in found} == {"Enhetschef", "Avdelningschef"}


def test_before_anything_is_sent(kf: Kf) -> None:
    assert kf("sent", "2025", "--out", "u.xlsx").line.startswith("Skrev u.xlsx: 0 utskick, ")
    [row] = rows(kf.directory / "u.xlsx", "Utskick")
    assert row["Till"] == "Inget har skickats ännu."
    assert kf("sent", "2025", "--out", "u.xlsx").error == (
        "u.xlsx finns redan; välj ett annat namn, eller skriv över med --replace"
    )
    assert kf("sent", "2025", "--out", "u.xlsx", "--replace").code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("2031", "--out", "u.xlsx"), 'Omgången "2031" finns inte'),
        (("2025", "--out", "u.txt"), "u.txt: filens namn ska sluta på .xlsx"),
        (
            ("2025", "--out", "saknas/u.xlsx"),
            "saknas/u.xlsx går inte att skriva: mappen finns inte",
        ),
        (("2025", "--out", "u.xlsx", "--for", "X"), '"X" finns inte i omgången; ange en av: '),
    ],
)
def test_what_is_wrong_is_one_line(kf: Kf, arguments: tuple[str, ...], told: str) -> None:
    assert kf("sent", *arguments).error.startswith(told)
    assert not (kf.directory / "u.xlsx").exists()


def test_a_unit_has_no_list_of_its_own(kf: Kf) -> None:
    unit = load_workbook(kf.directory / "asn.xlsx")["Organisation"]["A5"].value
    told = kf("sent", "2025", "--out", "u.xlsx", "--for", str(unit)).error
    assert told.startswith(f'"{unit}" är varken nämnd eller stad; ange en av: ')
