"""Who has answered, and which cycle is meant."""

import pytest

from tests.commands.books import NAME, answers_book, changed, everyones_answers
from tests.commands.kf import Kf

EXTRA = "Extra omgång 2025"
LATER = "Kompetensförsörjning 2027"


@pytest.mark.parametrize("cycle", [[], ["2025"], [NAME]])
def test_status_lists_the_missing_by_division(kf: Kf, cycle: list[str]) -> None:
    [first, count, *rest] = kf("status", *cycle).lines
    assert first == f"{NAME} · Arbetsmarknads- och socialnämnden"
    assert count == "0 av 140 inlämnade, sista svarsdag 2025-04-30"
    assert [line for line in rest if line and line[0] != " "] == [
        f"Avdelning {n}: 0 av 28" for n in range(1, 6)
    ]
    assert "  Avdelning 1, Sektionschef: ej påbörjad (Chef 0)" in rest
    assert "  Enhet 25, Socialsekreterare stöd och rådgivning: ej påbörjad (Chef 29)" in rest


def test_who_has_answered_is_not_missing(kf: Kf) -> None:
    answers_book(kf.directory / "svar.xlsx", *everyones_answers()[:5])
    kf("answers", "import", "svar.xlsx")
    shown = kf("status")
    assert shown.lines[1].startswith("5 av 140 inlämnade")
    assert "Avdelning 1: 1 av 28" in shown.lines
    assert "Sektionschef" not in shown.out


def test_a_cycle_that_is_not_the_only_one_of_its_year_needs_its_name(kf: Kf) -> None:
    book = kf.directory / "asn.xlsx"
    for name, year in ((EXTRA, 2025), (LATER, 2027)):
        changed(book, kf.directory / "ny.xlsx", "Omgång", B2=name, B3=year)
        assert kf("import", "ny.xlsx").code == 0
    everything = f'"{EXTRA}", "{NAME}", "{LATER}"'
    several = f'Flera omgångar har år 2025; ange en av "{EXTRA}", "{NAME}"'
    assert kf("status").error == f"Det finns flera omgångar; ange en av {everything}"
    assert kf("compile", "2025", "--out", "ut").error == several
    answers_book(kf.directory / "svar.xlsx", everyones_answers()[0])
    assert kf("answers", "import", "svar.xlsx", "--cycle", "2025").error == several
    assert kf("status", "2031").error == f'Omgången "2031" finns inte; ange en av {everything}'
    assert kf("status", "2027").lines[0].startswith(LATER)
    assert kf("answers", "import", "svar.xlsx", "--cycle", EXTRA).code == 0
    assert kf("status", EXTRA).lines[1].startswith("1 av 140")
    assert kf("status", NAME).lines[1].startswith("0 av 140")
