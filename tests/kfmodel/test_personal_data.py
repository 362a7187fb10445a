"""A name or a personal number in a free text is found, and ordinary Swedish is left in peace."""

import pytest

from kfmodel.answers import Activity, Answers
from kfmodel.personal_data import personal_data, personal_data_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna går i pension i höst", ["Anna"]),
        ("När Annas kunskap försvinner", ["Annas"]),
        ("Vi måste behålla Per Lindström", ["Per Lindström"]),
        ("Karl-Johan och Lisa Berg slutar", ["Karl-Johan", "Lisa Berg"]),
        ("Bo Andersson kan detta, Bo Andersson minns", ["Bo Andersson"]),
        ("Gäller 850101-1234", ["850101-1234"]),
        ("Gäller 19850101-1234.", ["19850101-1234"]),
        ("samordningsnummer 850161-1234", ["850161-1234"]),
        ("utan streck 8112189876", ["8112189876"]),
    ],
)
def test_what_looks_personal_is_found(text: str, found: list[str]) -> None:
    assert personal_data(text) == tuple(found)


@pytest.mark.parametrize(
    "text",
    [
        "Max 30 medarbetare per chef",
        "Den nya Socialtjänstlagen och Malmö Lär",
        "Arbetsmarknads- och socialförvaltningen i Malmö",
        "Utbildning i Lund eller Göteborg",
        "Ring 040-123 45 67 eller 0701234567",
        "Budget 2025-2026 är 120 000 000 kr",
        "Period 202501-202612",
        "Inget datum: 851301-1234",
        "",
    ],
)
def test_ordinary_text_is_left_in_peace(text: str) -> None:
    assert personal_data(text) == ()


def test_every_free_text_is_read_but_not_who_is_responsible() -> None:
    answers = Answers(
        specific_gap="Som Maria kan",
        comment="Se 850101-1234",
        activities=(Activity("Handledning av Erik", time_plan="När Lena är åter"),),
    )
    assert personal_data_in(answers) == ("Maria", "850101-1234", "Erik", "Lena")
