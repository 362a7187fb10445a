"""The answers workbook: answers taken on paper or in a meeting."""

from io import BytesIO
from typing import Any

import pytest

from kfmodel.answers import Answers
from kfmodel.importing.answers_reading import AnswersReading, read_answers
from kfmodel.methods import Method, method_of
from kfmodel.scales import Likelihood, Need, Severity
from tests.importing.workbooks import Rows, saved, workbook

POINTS = ["Viss", "God", "Hög", "Mycket hög"]
MOVES = ["Viss till god", "God till hög", "Hög till mycket hög"]
NEEDS = ["Behov 2 år", "Behov 5 år"]
RISK = ["Risk", "Sannolikhet"]
TEXTS = ["Kompetensspecifikt gap", "Påverkansfaktorer", "Kommentar"]
FIVE = method_of("five-level")

HEADINGS = ["Organisation", "Yrkeskategori", *NEEDS, *POINTS, *RISK, *TEXTS]
ROW = ["E1", "Socialsekreterare", "Mer", "Samma", -10, "−10", "+10 %", 10, "Allvarlig", "Hög"]
FREE = ["Juridik", "demografi; Teknikutveckling och AI", "Rad ett\nRad två"]


def read(rows: Rows, method: Method | None = FIVE, title: str = "Svar") -> AnswersReading:
    return read_answers(
        saved(workbook({title: rows})),
        organisations=["E1", "E2", "N1"],
        categories=["Socialsekreterare", "Sektionschef"],
        method_for=lambda _: method,
    )


def errors(rows: Rows, method: Method | None = FIVE) -> list[str]:
    reading = read(rows, method)
    assert reading.rows == ()
    return [str(problem) for problem in reading.errors]


def changed(**values: Any) -> Rows:
    """The valid row with other values, named by heading with _ for spaces."""
    row = dict(zip(HEADINGS, [*ROW, *FREE], strict=True))
    row |= {name.replace("_", " "): value for name, value in values.items()}
    return [list(row), list(row.values())]


def test_a_row_becomes_answers() -> None:
    reading = read([HEADINGS, [*ROW, *FREE]])
    assert reading.errors == ()
    (row,) = reading.rows
    assert (row.organisation_code, row.category, row.cell) == (
        "E1",
        "Socialsekreterare",
        "Svar!A2",
    )
    assert row.answers == Answers(
        need_2y=Need.MORE,
        need_5y=Need.SAME,
        level_some=-10,
        level_good=-10,
        level_high=10,
        level_very_high=10,
        severity=Severity.SERIOUS,
        likelihood=Likelihood.HIGH,
        specific_gap="Juridik",
        comment="Rad ett\nRad två",
        drivers=("demography", "technology"),
    )


def test_levels_as_moves_of_people() -> None:
    headings = ["Organisation", "Yrkeskategori", *NEEDS, *MOVES, *RISK]
    row = [*ROW[:4], 3, "4", 0, *ROW[8:]]
    (found,) = read([headings, row]).rows
    assert found.answers.moves == (3, 4, 0)
    assert found.answers.levels is None


def test_each_row_gives_its_levels_its_own_way() -> None:
    headings = [*HEADINGS[:10], *MOVES]
    moves = ["E2", *ROW[1:4], None, None, None, None, *ROW[8:], 1, 2, 3]
    found = read([headings, [*ROW, None, None, None], moves]).rows
    assert [row.answers.levels for row in found] == [(-10, -10, 10, 10), None]
    assert [row.answers.moves for row in found] == [None, (1, 2, 3)]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"Organisation": "E9"}, 'Svar!A2: organisation "E9" finns inte i omgången; skriv en av '),
        ({"Organisation": None}, "Svar!A2: organisation saknas; skriv en kod ur bladet "),
        (
            {"Yrkeskategori": "Socialsekretare"},
            'Svar!B2: yrkeskategori "Socialsekretare" finns inte i omgången; skriv en av omgångens '
            'yrkeskategorier (menade du "Socialsekreterare"?)',
        ),
        ({"Behov_2_år": "Mera"}, 'Svar!C2: behov 2 år "Mera" finns inte; välj Mycket mindre, '),
        (
            {"Behov_5_år": None},
            "Svar!D2: behov 5 år saknas; skriv något av Mycket mindre, Mindre, Samma, Mer, Mycket ",
        ),
        ({"Viss": None}, "Svar!E2: viss saknas; skriv hela procentenheter, t.ex. −10 eller 0"),
        ({"God": "-10,5"}, 'Svar!F2: god "-10,5" är inte ett heltal; skriv ett heltal, t.ex. −10'),
        ({"Risk": " "}, "Svar!I2: risk saknas; skriv något av Inte allvarlig, "),
        ({"Sannolikhet": "Stor"}, 'Svar!J2: sannolikhet "Stor" finns inte; välj Låg, Medel eller '),
        (
            {"Kompetensspecifikt_gap": "x" * 2001},
            f'Svar!K2: kompetensspecifikt gap "{"x" * 59}…" är för lång; högst 2000 tecken, här är '
            "det 2001",
        ),
        (
            {"Påverkansfaktorer": "Demografi; Lagstiftning och politk"},
            'Svar!L2: påverkansfaktor "Lagstiftning och politk" finns inte; välj bland '
            "Lagstiftning och politik; Samhällsekonomi",
        ),
        ({"Kommentar": "y" * 10_000}, f'Svar!M2: kommentar "{"y" * 59}…" är för lång; högst 2000 '),
    ],
)
def test_a_wrong_cell_is_named(values: dict[str, Any], text: str) -> None:
    found = errors(changed(**values))
    assert len(found) == 1
    assert found[0].startswith(text)


def test_levels_given_both_ways() -> None:
    rows: Rows = [[*HEADINGS[:10], *MOVES], [*ROW, 1, None, None]]
    assert errors(rows) == [
        "Svar!K2: nivåerna står både som personer och procentenheter; lämna det ena tomt"
    ]


def test_a_negative_move() -> None:
    headings = ["Organisation", "Yrkeskategori", *NEEDS, *MOVES, *RISK]
    assert errors([headings, [*ROW[:4], 3, -1, None, *ROW[8:]]]) == [
        'Svar!F2: god till hög "−1" är negativt; skriv ett antal från 0 och uppåt',
        "Svar!G2: hög till mycket hög saknas; skriv antal personer, t.ex. 3 eller 0",
    ]


def test_a_column_the_method_needs_is_missed_once() -> None:
    headings = ["Organisation", "Yrkeskategori", "Behov 2 år", *POINTS, "Risk", "Sannolikhet"]
    row = [*ROW[:3], *ROW[4:]]
    assert errors([headings, row, ["E2", *row[1:]]]) == [
        'Svar!A1: kolumnen "Behov 5 år" saknas; lägg till rubriken'
    ]


def test_the_same_organisation_and_category_twice() -> None:
    assert errors([HEADINGS, [*ROW, *FREE], ["e1", *ROW[1:], *FREE]]) == [
        'Svar!A3: "E1" och "Socialsekreterare" finns redan på rad 2; ta bort en av raderna'
    ]


def test_an_organisation_outside_the_committees() -> None:
    assert errors(changed(), method=None) == [
        'Svar!A2: organisation "E1" hör inte till någon nämnd'
    ]


def test_the_sheet_is_missing() -> None:
    reading = read([HEADINGS], title="Blad1")
    assert [str(problem) for problem in reading.errors] == [
        'Svar!A1: bladet saknas; i filen finns bladen "Blad1"'
    ]


def test_a_file_that_is_no_workbook() -> None:
    reading = read_answers(
        BytesIO(b"svar"), organisations=["E1"], categories=[], method_for=lambda _: FIVE
    )
    assert str(reading.errors[0]).startswith("Fil!A1: filen är inte en Excel-arbetsbok")


def test_contradictions_are_pointed_out_and_imported() -> None:
    reading = read(changed(Behov_2_år="Mindre", Viss=-15))
    assert len(reading.rows) == 1
    assert [str(problem) for problem in reading.warnings] == [
        "Svar!E2: nivåerna blir −5 tillsammans, inte 0",
        "Svar!I2: behovet är mindre men risken allvarlig; stämmer det?",
    ]


THREE = FIVE.model_copy(
    update={
        "id": "three",
        "name": FIVE.name.model_copy(update={"sv": "Tregradig"}),
        "steps": ("need", "risk"),
        "levels": "none",
        "need": FIVE.need[1:4],
        "likelihood": FIVE.likelihood[:2],
        "horizons": (2,),
        "drivers": (),
    }
)
"""A method with fewer steps, words, horizons and drivers."""


def test_what_the_method_does_not_ask_is_neither_required_nor_used() -> None:
    headings = ["Organisation", "Yrkeskategori", "Behov 2 år", "Risk", "Sannolikhet"]
    (row,) = read([headings, ["E1", "Sektionschef", "Mer", "Allvarlig", "Låg"]], THREE).rows
    assert row.answers == Answers(
        need_2y=Need.MORE, severity=Severity.SERIOUS, likelihood=Likelihood.LOW
    )
    reading = read(changed(Sannolikhet="Medel", Påverkansfaktorer=None), THREE)
    assert reading.rows[0].answers.levels is None
    assert reading.rows[0].answers.need_5y is None
    assert [str(problem) for problem in reading.warnings] == [
        f"Svar!{cell}2: metoden Tregradig frågar inte efter {what}; värdet används inte"
        for cell, what in zip(
            "DEFGH", ("behov 5 år", "viss", "god", "hög", "mycket hög"), strict=True
        )
    ]


def test_a_method_may_use_fewer_words() -> None:
    assert errors(changed(Behov_2_år="Mycket mer", Påverkansfaktorer=None), THREE) == [
        'Svar!C2: behov 2 år "Mycket mer" finns inte i metoden Tregradig; välj Mindre, Samma eller '
        "Mer",
        'Svar!J2: sannolikhet "Hög" finns inte i metoden Tregradig; välj Låg eller Medel',
    ]
