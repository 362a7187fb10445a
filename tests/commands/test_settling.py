"""Settling, approving and returning by hand: the same rules as in chat, one line an error."""

import json
import sqlite3
from contextlib import closing
from itertools import takewhile

import pytest

from tests.commands.books import CHIEF, NAME, POOLED, answers_book, everyones_answers
from tests.commands.kf import Kf

FIRST = POOLED[0]
UNIT, ADULTS = "E5", "Socialsekreterare myndighet vuxna"  # E5 lies in A1
VALUES = ("--need-2y", "mer", "--need-5y=SAME", "--severity", "Allvarlig", "--likelihood", "high")
LEVELS = ("--level-some", "-10", "--level-good=+10")


def categories(kf: Kf, code: str) -> list[str]:
    """Those of a place, as the list of what is settled names them."""
    lines = kf("settled").lines
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{code} "))
    below = takewhile(lambda line: line.startswith("  "), lines[start + 1 :])
    return [line.strip().split(": ")[0] for line in below]


def settle_all(kf: Kf, code: str) -> None:
    for category in categories(kf, code):
        assert kf("settle", "2025", code, category).code == 0


def test_what_is_settled_is_listed_by_place(answered: Kf) -> None:
    done = answered("settle", "2025", "A1", CHIEF).line
    assert done.replace("\xa0", " ") == (
        "A1 Sektionschef: fastställd (Behov 2027: Mer · Behov 2030: Mer · "
        "Viss −5 %, God 0 %, Hög +5 %, Mycket hög 0 % "
        "· Risk: Mindre allvarlig (gul) · Sannolikhet: Låg)"
    )
    lines = answered("settled", NAME).lines
    assert "A1 Avdelning 1: 1 av 8 fastställda" in lines
    assert "A2 Avdelning 2: 0 av 8 fastställda" in lines
    assert [
        line for line in lines if line.startswith(f"  {CHIEF}: fastställd av HR (Behov 2027: Mer")
    ]


def test_other_values_need_a_reason_and_stand_in_the_summary(answered: Kf) -> None:
    changing = ("settle", "2025", "ASN", CHIEF, "--severity", "Allvarlig")
    assert answered(*changing).error == ("--reason: Skriv skälet till värdena.")
    assert answered(*changing, "--reason", "Tre slutar").code == 0
    assert answered("compile", "2025", "--out", "ut").code == 0
    tables = json.loads((answered.directory / "ut" / "summary.json").read_text())["tables"]
    [row] = [row for row in tables["risk"] if row["category"] == CHIEF]
    assert (row["severity"], row["settled"]) == ("SERIOUS", True)


def test_a_name_in_what_may_be_printed_is_warned_of(answered: Kf) -> None:
    said = "Anna Svensson 850101-1234 säger det"
    changing = ("settle", "2025", "A1", CHIEF, "--severity", "Allvarlig", "--reason", said)
    warning = (
        "{}: nämns en enskild person (”Anna Svensson” och ”850101-1234”)?"
        " Texten ska handla om gruppen och kan bli allmän handling (varning)"
    )
    settled = answered(*changing)
    assert (settled.code, settled.errors) == (0, [warning.format("--reason")])
    returned = answered("return", "2025", "A1", "--comment", said)
    assert (returned.code, returned.errors) == (0, [warning.format("--comment")])


def test_approving_says_what_is_missing(kf: Kf) -> None:
    for category in categories(kf, "ASN"):
        given = (*VALUES, *LEVELS, "--reason", "Workshop")
        assert kf("settle", "2025", "ASN", category, *given).code == 0
    said = kf("approve", "2025", "ASN").line
    assert said.endswith(
        "godkänd, svaren är låsta. 140 av 140 svar saknas; 0 av 5 avdelningar är godkända"
    )


def test_what_nobody_has_answered_has_no_proposal(kf: Kf) -> None:
    lines = kf("settled", NAME).lines
    assert f"  {CHIEF}: inget förslag, ingen har svarat än" in lines
    assert not [line for line in lines if "Behov" in line]


def test_what_nobody_has_answered_is_settled_with_every_value(kf: Kf) -> None:
    refused = kf("settle", "2025", "A1", CHIEF, *VALUES)
    assert refused.code == 2
    assert refused.errors[0].startswith("--level-some: ")
    done = kf("settle", "2025", "A1", CHIEF, *VALUES, *LEVELS, "--reason", "Workshop").line
    assert "Viss −10 %, God +10 %, Hög 0 %" in done.replace("\xa0", " ")


def test_approving_waits_for_every_category_and_locks(answered: Kf) -> None:
    refused = answered("approve", "2025", "A1").error
    assert refused.startswith(f"8 kategorier är inte fastställda än: {CHIEF}, {FIRST}")
    settle_all(answered, "A1")
    assert answered("approve", "2025", "A1").line == "A1 Avdelning 1: godkänd, svaren är låsta"
    assert answered("approve", "2025", "A1").error == "A1 Avdelning 1 är redan godkänd"
    assert "är godkänd" in answered("settle", "2025", "A1", CHIEF).error
    [row] = [row for row in everyones_answers() if row[:2] == [UNIT, ADULTS]]
    answers_book(answered.directory / "svar.xlsx", [*row[:2], "Mindre", *row[3:]])
    imported = answered("answers", "import", "svar.xlsx", "--replace")
    assert "är låst: sammanställningen är godkänd" in imported.err
    withdrawn = answered("withdraw", "2025", "A1").line
    assert withdrawn == "A1 Avdelning 1: godkännandet är tillbakataget"
    assert answered("withdraw", "2025", "A1").error == "A1 Avdelning 1 är inte godkänd"
    assert answered("answers", "import", "svar.xlsx", "--replace").code == 0
    assert "underlaget har ändrats sedan dess" in answered("settled").out


def test_a_unit_gets_its_answers_back_and_a_division_what_it_settled(answered: Kf) -> None:
    settle_all(answered, "A1")
    assert answered("approve", "2025", "A1").code == 0
    returned = answered("return", "2025", UNIT, ADULTS, "--comment", "Stämmer det?").line
    assert returned == f"{UNIT}: tillbaka med kommentar ({ADULTS})"
    assert f"{ADULTS}: pågår" in answered("status").out
    assert "A1 Avdelning 1: 8 av 8 fastställda" in answered("settled").lines
    again = answered("return", "2025", UNIT, ADULTS, "--comment", "Igen").error
    assert again.startswith(f'{UNIT} har inget inlämnat eller fastställt i "{ADULTS}"')
    assert answered("return", "2025", "A1", "--comment", "Se över").code == 0
    assert "A1 Avdelning 1: 0 av 8 fastställda" in answered("settled").lines
    assert '  Sektionschef: tillbaka från HR: "Se över" (Behov 2027: Mer' in answered("settled").out


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ["settle", "2025", "X9", CHIEF],
            '"X9" är ingen nämnd eller avdelning i omgången; ange en av: ASN, A1, A2, A3, A4, A5',
        ),
        (
            ["settle", "2025", "A1", "Bagare"],
            '"Bagare" frågas inte i A1; ange en av: "Sektionschef"',
        ),
        (
            ["settle", "2025", "A1", CHIEF, "--frob", "1"],
            "--frob: okänt; värden att sätta är --need",
        ),
        (["settle", "2025", "A1", CHIEF, "Mer"], "Mer: okänt; värden att sätta är --need-2y"),
        (["settle", "2025", "A1", CHIEF, "--need-2y"], "--need-2y: värde saknas"),
        (
            ["settle", "2025", "A1", CHIEF, "--severity", "farlig"],
            '--severity: "farlig" finns inte; ange en av: Inte allvarlig, Mindre allvarlig',
        ),
        (
            ["settle", "2025", "A1", CHIEF, *VALUES, "--level-some", "mycket", "--reason", "x"],
            "--level-some: ”mycket” är inte ett tal",
        ),
        (["return", "2025", "X9", "--comment", "x"], '"X9" är ingen enhet eller avdelning'),
        (["return", "2025", "E1", "--comment", "x"], "E1 har inget inlämnat eller fastställt som"),
        (["return", "2025", "E1"], "Ange flaggan --comment (kf --help)"),
        (["approve", "1999", "A1"], 'Omgången "1999" finns inte'),
    ],
)
def test_what_is_wrong_is_one_line(kf: Kf, arguments: list[str], error: str) -> None:
    assert kf(*arguments).error.startswith(error)


def test_a_return_without_words_is_refused(answered: Kf) -> None:
    refused = answered("return", "2025", "E1", "--comment", " ").error
    assert refused == "--comment: Skriv vad som behöver ses över."


def test_nothing_is_settled_in_a_closed_cycle(kf: Kf) -> None:
    with closing(sqlite3.connect(kf.directory / "kf.db")) as connection:
        connection.execute("UPDATE cycle SET closed_at = '2025-12-01 00:00:00'")
        connection.commit()
    for command in (
        ["settle", "2025", "A1", CHIEF],
        ["approve", "2025", "A1"],
        ["return", "2025", "E1", "--comment", "x"],
    ):
        assert kf(*command).error == f"{NAME} är stängd"
