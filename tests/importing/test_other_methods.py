"""Workbooks of cycles whose committees use other methods than five levels."""

from typing import Any

import pytest
from openpyxl import Workbook

from kfmodel.answers import Answers
from kfmodel.importing import check_methods
from kfmodel.methods import Method, all_methods, method_of
from kfmodel.scales import Likelihood, Need, Severity
from tests.importing import test_answers as svar
from tests.importing.workbooks import HEADINGS, Rows, file_of, small, warnings

THREE, HEADS = method_of("three-level"), method_of("headcount-levels")
LEVELS = ("viss", "god", "hög", "mycket hög")
COUNTED = [f"{when} {level}" for when in ("Nu", "2 år", "5 år") for level in LEVELS]
APART = ["Risk verksamhet", "Risk arbetsmiljö"]
NUMBERS = [3, 4, 0, 0, 0, "5", 3, 0, 0, 2, 0, 6]
IN_HEADS = Answers(
    now_some=3, now_good=4, now_high=0, now_very_high=0,
    need_2y_some=0, need_2y_good=5, need_2y_high=3, need_2y_very_high=0,
    need_5y_some=0, need_5y_good=2, need_5y_high=0, need_5y_very_high=6,
    severity_operations=Severity.OTHER, severity_work_environment=Severity.SERIOUS,
    comment="Från mötet",
)  # fmt: skip


def counted(**values: Any) -> Rows:
    """A valid row of a method that counts heads, with other values by heading, _ for spaces."""
    headings = ["Organisation", "Yrkeskategori", *COUNTED, *APART, "Kommentar"]
    place = ["E1", "Socialsekreterare"]
    row = dict(
        zip(
            headings,
            [*place, *NUMBERS, "Annan risk", "allvarlig", "Från mötet"],
            strict=True,
        )
    )
    row |= {name.replace("_", " "): value for name, value in values.items()}
    return [list(row), list(row.values())]


def in_three_levels(**values: Any) -> Rows:
    row: dict[str, Any] = {
        "Organisation": "E1",
        "Yrkeskategori": "Socialsekreterare",
        "Behov 2 år": "Mer",
        "Behov 5 år": "mindre",
        "Risk": "Allvarlig",
        "Sannolikhet": "Låg",
        "Kompetensspecifikt gap": "Juridik",
    }
    row |= {name.replace("_", " "): value for name, value in values.items()}
    return [list(row), list(row.values())]


def chosen(method: str, *previous: list[Any]) -> Workbook:
    """The small cycle without a projection."""
    book = small()
    book["Omgång"]["B4"] = method
    book["Personalframskrivning"].delete_rows(2, 9)
    page = book["Föregående omgång"]
    page.delete_rows(2, 9)
    for row in previous:
        page.append(row)
    return book


def test_heads_by_level_become_answers() -> None:
    reading = svar.read(counted(), HEADS)
    assert (reading.errors, reading.warnings) == ((), ())
    assert reading.rows[0].answers == IN_HEADS


def test_three_levels_become_answers_without_any_level() -> None:
    reading = svar.read(in_three_levels(), THREE)
    assert (reading.errors, reading.warnings) == ((), ())
    assert reading.rows[0].answers == Answers(
        need_2y=Need.MORE,
        need_5y=Need.LESS,
        severity=Severity.SERIOUS,
        likelihood=Likelihood.LOW,
        specific_gap="Juridik",
    )


@pytest.mark.parametrize(
    ("rows", "method", "text"),
    [
        (
            in_three_levels(Behov_2_år="Mycket mer"),
            THREE,
            'Svar!C2: behov 2 år "Mycket mer" finns inte i metoden Tregradig gapanalys; välj '
            "Mindre, Samma eller Mer",
        ),
        (
            in_three_levels(Behov_5_år=None),
            THREE,
            "Svar!D2: behov 5 år saknas; skriv något av Mindre, Samma, Mer",
        ),
        (
            in_three_levels(Risk="Annan risk"),
            THREE,
            'Svar!E2: risk "Annan risk" finns inte i metoden Tregradig gapanalys; välj Inte '
            "allvarlig, Mindre allvarlig eller Allvarlig",
        ),
        (
            counted(Nu_god=None),
            HEADS,
            "Svar!D2: nu god saknas; skriv antal personer, t.ex. 3 eller 0",
        ),
        (
            counted(Nu_god="2,5"),
            HEADS,
            'Svar!D2: nu god "2,5" är inte ett heltal; skriv ett heltal, t.ex. 7',
        ),
        (
            counted(**{"2_år_hög": -1}),
            HEADS,
            'Svar!I2: 2 år hög "−1" är negativt; skriv ett antal från 0 och uppåt',
        ),
        (
            counted(Risk_verksamhet="Mindre allvarlig"),
            HEADS,
            'Svar!O2: risk verksamhet "Mindre allvarlig" finns inte i metoden Antal per '
            "kompetensnivå; välj Annan risk eller Allvarlig",
        ),
        (
            counted(Risk_arbetsmiljö=None),
            HEADS,
            "Svar!P2: risk arbetsmiljö saknas; skriv något av Annan risk, Allvarlig",
        ),
        (
            counted(Risk_arbetsmiljö="Hemsk"),
            HEADS,
            'Svar!P2: risk arbetsmiljö "Hemsk" finns inte; välj Annan risk eller Allvarlig',
        ),
    ],
)
def test_what_the_method_lacks_is_told_by_its_cell(rows: Rows, method: Method, text: str) -> None:
    assert svar.errors(rows, method) == [text]


def test_columns_that_the_method_needs_are_missed() -> None:
    assert svar.errors(in_three_levels(), HEADS) == [
        f'Svar!A1: kolumnen "{heading}" saknas; lägg till rubriken'
        for heading in (*COUNTED, *APART)
    ]


def test_columns_that_the_method_does_not_need_are_pointed_out() -> None:
    reading = svar.read(counted(Risk="Allvarlig", Sannolikhet="Låg"), HEADS)
    assert [str(problem) for problem in reading.warnings] == [
        f"Svar!{cell}2: metoden Antal per kompetensnivå frågar inte efter {what}; värdet används "
        "inte"
        for cell, what in (("R", "risk"), ("S", "sannolikhet"))
    ]


def test_contradictions_between_heads_are_pointed_out() -> None:
    far = svar.read(counted(**{"5_år_god": 50}), HEADS)
    assert [str(problem) for problem in far.warnings] == [
        "Svar!K2: 56 personer behövs om 5 år, mot 7 i dag; stämmer det?"
    ]
    same = dict(zip(COUNTED, [7, 0, 0, 0] * 3, strict=True))
    unchanged = svar.read(counted(**same), HEADS)
    assert [str(problem) for problem in unchanged.warnings] == [
        "Svar!P2: lika många behövs på varje nivå men risken allvarlig; stämmer det?"
    ]


@pytest.mark.parametrize("method", ["three-level", "Antal per kompetensnivå"])
def test_a_cycle_needs_no_projection_where_its_method_starts_from_today(method: str) -> None:
    book = chosen(method)
    assert warnings(book) == []
    assert file_of(book).cycle.method in ("three-level", "headcount-levels")


def test_a_committee_has_a_method_of_its_own() -> None:
    book = small()
    book["Organisation"]["E3"] = "tregradig gapanalys"
    assert [row.method for row in file_of(book).organisations][:3] == [None, "three-level", None]


def test_last_time_in_another_method_is_pointed_out() -> None:
    rows = [
        [2023, "N1", "Socialsekreterare", "Mycket mer", "Mer", None, None, None, None, "Allvarlig"],
        [2023, "E1", "Socialsekreterare", "Samma", "Mycket mindre"],
    ]
    words = "(Mindre, Samma eller Mer); det visas, men kan inte svaras igen"
    assert warnings(chosen("three-level", *rows)) == [
        f'Föregående omgång!D2: behov 2 år "Mycket mer" finns inte i metoden Tregradig gapanalys '
        f"{words}",
        f'Föregående omgång!E3: behov 5 år "Mycket mindre" finns inte i metoden Tregradig '
        f"gapanalys {words}",
    ]


def test_last_time_with_risk_apart() -> None:
    book = chosen("headcount-levels")
    page = book["Föregående omgång"]
    for column, heading in enumerate(APART, len(HEADINGS["Föregående omgång"]) + 1):
        page.cell(1, column, heading)
    page.append([2018, "E1", "Socialsekreterare", *[None] * 8, "Annan risk", "Allvarlig"])
    (row,) = file_of(book).previous
    assert row.severity_operations is Severity.OTHER
    assert row.severity_work_environment is Severity.SERIOUS
    page["L2"] = "Inte allvarlig"
    assert warnings(book) == [
        'Föregående omgång!L2: risk verksamhet "Inte allvarlig" finns inte i metoden Antal per '
        "kompetensnivå (Annan risk eller Allvarlig); det visas, men kan inte svaras igen"
    ]


def test_open_intervals_of_the_cycles_methods_are_pointed_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The shipped files leave none open."""
    open_ended = THREE.model_copy(update={"need": THREE.need[1:]})
    methods = {**all_methods(), "three-level": open_ended}
    monkeypatch.setattr(check_methods, "method_of", methods.__getitem__)
    told = (
        "metodfilen three-level.toml, behov: högst −5 % före Samma (−5 till +5 %) hör inte till "
        "något svar och står inte i holes"
    )
    assert warnings(chosen("three-level")) == [f"Omgång!B4: {told}"]
    own = small()
    own["Organisation"]["E3"] = "three-level"
    assert warnings(own) == [f"Organisation!E3: {told}"]
