"""The three-level method: a committee for culture, without a staffing projection.

Need against today in three words, and the gap in words in the place of levels. Figures by hand.
"""

from typing import Any

import pytest

from kfmodel.answers import Answers
from kfmodel.compilation import Compilation, as_json, compile_material
from kfmodel.compilation.material import Committee, Dialogue
from kfmodel.scales import Likelihood, Need, Severity
from tests.compilation.build import ASN, COMPILED_AT, COMPLETE, dialogue, material
from tests.compilation.opened import opened

KUN = Committee("KUN", "Kulturnämnden", "three-level")
LIBRARIAN, TEACHER, ASSISTANT, GUARD = (
    "Bibliotekarie",
    "Kulturpedagog",
    "Administratör",
    "Museivärd",
)
LESS, SAME, MORE = Need.LESS, Need.SAME, Need.MORE
NOT, SOMEWHAT, SERIOUS = Severity.NOT_SERIOUS, Severity.LESS_SERIOUS, Severity.SERIOUS
LOW, MEDIUM, HIGH = Likelihood.LOW, Likelihood.MEDIUM, Likelihood.HIGH


def said(
    need_2y: Need,
    need_5y: Need,
    severity: Severity,
    likelihood: Likelihood,
    specific_gap: str | None = None,
    comment: str | None = None,
) -> Answers:
    return Answers(
        need_2y=need_2y,
        need_5y=need_5y,
        severity=severity,
        likelihood=likelihood,
        specific_gap=specific_gap,
        comment=comment,
    )


UNITS: tuple[tuple[str, str, float, Answers], ...] = (
    # Of 40 heads: need Mindre 8, Samma 20, Mer 12, so Samma; in five years Samma 8, Mer 32, so Mer.
    # Risk: inte allvarlig 8, mindre allvarlig 20, allvarlig 12. Likelihood: låg 28, medel 12.
    ("Centrum", LIBRARIAN, 20, said(SAME, MORE, SOMEWHAT, LOW, "Digital delaktighet", "Vi växer.")),
    ("Öster", LIBRARIAN, 12, said(MORE, MORE, SERIOUS, MEDIUM, "Fler språk\noch skrivtolkning")),
    ("Väster", LIBRARIAN, 8, said(LESS, SAME, NOT, LOW, "  ")),
    ("Kulturskolan", TEACHER, 9, said(SAME, SAME, NOT, LOW)),
    ("Staben", ASSISTANT, 6, said(SAME, SAME, SOMEWHAT, HIGH, "Ekonomisystem", "Nytt system.")),
    # A pool of three is too few to show, and the museum would give its answer away.
    ("Museet", GUARD, 10, said(SAME, LESS, NOT, LOW, "Språk")),
    ("Konsthallen", GUARD, 3, said(SAME, SAME, NOT, LOW, "Något hemligt", "Också hemligt")),
)


def units() -> list[Dialogue]:
    return [
        dialogue(name, heads, answers, category=category, committee=KUN, organisation_name=name)
        for name, category, heads, answers in UNITS
    ]


@pytest.fixture(scope="module")
def culture() -> Compilation:
    categories = (LIBRARIAN, TEACHER, ASSISTANT, GUARD)
    return compile_material(
        material(*units(), committees=(KUN,), categories=categories), COMPILED_AT
    )


def rows(compilation: Compilation, table: str, *names: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = as_json(compilation)["tables"][table]
    return [{name: row[name] for name in ("category", *names) if name in row} for row in found]


def test_gaps(culture: Compilation) -> None:
    names = ("headcount", "need_2y", "need_5y", "gap_kind", "specific_gap", "comment")
    assert rows(culture, "gap", *names) == [
        {
            "category": LIBRARIAN,
            "headcount": 40,
            "need_2y": "SAME",
            "need_5y": "MORE",
            "gap_kind": ["quantitative", "specific"],
            "specific_gap": "Centrum: Digital delaktighet\nÖster: Fler språk\noch skrivtolkning",
            "comment": "Centrum: Vi växer.",
        },
        {
            "category": TEACHER,
            "headcount": 9,
            "need_2y": "SAME",
            "need_5y": "SAME",
            "gap_kind": [],
        },
        {
            "category": ASSISTANT,
            "headcount": 6,
            "need_2y": "SAME",
            "need_5y": "SAME",
            "gap_kind": ["specific"],
            "specific_gap": "Ekonomisystem",
            "comment": "Nytt system.",
        },
        # Mindre 10 of 13 heads in five years; what is hidden is no kind of gap.
        {
            "category": GUARD,
            "headcount": 13,
            "need_2y": "SAME",
            "need_5y": "LESS",
            "gap_kind": ["quantitative"],
        },
    ]


def test_parts_that_the_method_lacks_are_absent(culture: Compilation) -> None:
    tables = as_json(culture)["tables"]
    for row in tables["gap"]:
        assert not {"gap_2y", "gap_5y", "level_some", "level_good", "level_high"} & set(row)
    assert tables["moves"] == []
    measures = {row["measure"] for row in tables["changes"]}
    assert measures == {"need_2y", "need_5y", "severity", "likelihood"}


def test_risk(culture: Compilation) -> None:
    assert rows(culture, "risk", "severity", "likelihood", "serious_units") == [
        {
            "category": LIBRARIAN,
            "severity": "LESS_SERIOUS",
            "likelihood": "LOW",
            "serious_units": ["Öster"],
        },
        {
            "category": TEACHER,
            "severity": "NOT_SERIOUS",
            "likelihood": "LOW",
            "serious_units": [],
        },
        {
            "category": ASSISTANT,
            "severity": "LESS_SERIOUS",
            "likelihood": "HIGH",
            "serious_units": [],
        },
        {"category": GUARD, "severity": "NOT_SERIOUS", "likelihood": "LOW", "serious_units": []},
    ]


def test_the_assessed_need_is_set_against_today(culture: Compilation) -> None:
    """Samma is ±5 % of 9 and of 6: 9 (8,55) to 9 (9,45), and 6 (5,7) to 6 (6,3)."""
    found = rows(culture, "gap", "assessed_2y_from", "assessed_2y_to")
    assert found[1:3] == [
        {"category": TEACHER, "assessed_2y_from": 9, "assessed_2y_to": 9},
        {"category": ASSISTANT, "assessed_2y_from": 6, "assessed_2y_to": 6},
    ]


def test_the_workbook(culture: Compilation) -> None:
    book = opened(culture)
    assert "Kompetensförflyttning" not in book.sheetnames
    table = list(book["Gapanalys"].iter_rows(values_only=True))
    assert table[1][:10] == (LIBRARIAN, 40, None, "Samma", None, "Mer", *["ej tillämpat"] * 4)
    words = [dict(zip(table[0], row, strict=True)) for row in table[1:]]
    assert [row["Typ av gap"] for row in words] == [
        "Kvantitativt, Kompetensspecifikt",
        "Inget gap",
        "Kompetensspecifikt",
        "Kvantitativt",
    ]
    assert words[2]["Kompetensspecifikt gap"] == "Ekonomisystem"
    assert "Viss" not in [cell.value for cell in book["Svar"][1]]


def test_nothing_hidden_is_told(culture: Compilation) -> None:
    printed = [
        str(cell)
        for sheet in opened(culture).worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    ]
    assert "hemligt" not in " ".join(printed) + str(as_json(culture))


def test_a_committee_beside_others_says_what_it_does_not_apply() -> None:
    both = material(
        *units(),
        dialogue("1", 9, COMPLETE),
        committees=(ASN, KUN),
        categories=("Sektionschef", TEACHER, LIBRARIAN, ASSISTANT, GUARD),
    )
    compilation = compile_material(both, COMPILED_AT)
    table = list(opened(compilation)["Gapanalys"].iter_rows(values_only=True))
    asn, kun = (dict(zip(table[0], row, strict=True)) for row in table[1:3])
    assert (asn["Viss"], kun["Viss"]) == (0, "ej tillämpat")
    assert (asn["Typ av gap"], kun["Typ av gap"]) == ("ej tillämpat", "Inget gap")
    by_code = {row["organisation"]: row for row in as_json(compilation)["tables"]["gap"]}
    assert "level_some" in by_code["ASN"]
    assert "gap_kind" not in by_code["ASN"]
    assert "level_some" not in by_code["KUN"]
