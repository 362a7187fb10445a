"""Counts, lists and numbers in Swedish."""

import pytest

from kfmodel.compilation.report.sentences.language import (
    ANSWER,
    CATEGORY,
    NO_BREAK,
    PERSON,
    amount,
    clauses,
    counted,
    listed,
    named,
    number,
    of_all,
    percent,
    word,
)
from kfmodel.compilation.report.sentences.parts import in_parts


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A och B"),
        (["A", "B", "C"], "A, B och C"),
        (["stöd och råd", "B", "C"], "stöd och råd, B samt C"),
    ],
)
def test_lists(items: list[str], told: str) -> None:
    assert listed(items) == told


def test_clauses_keep_their_own_lists() -> None:
    assert clauses(["två (A och B)"]) == "två (A och B)"
    assert clauses(["två (A och B)", "en", "tre"]) == "två (A och B), en och tre"


def test_of_many_the_first_are_named() -> None:
    letters = list("ABCDEFGHIJ")
    assert named(letters[:8]) == "A, B, C, D, E, F, G och H"
    assert named(letters[:9]) == "A, B, C, D, E, F, G och ytterligare två yrkeskategorier"


@pytest.mark.parametrize(
    ("count", "total", "told"),
    [
        (1, 1, "den enda yrkeskategorin"),
        (2, 2, "båda yrkeskategorierna"),
        (8, 8, "samtliga åtta yrkeskategorier"),
        (13, 13, "samtliga 13 yrkeskategorier"),
        (1, 8, "en av åtta yrkeskategorier"),
        (11, 12, "elva av tolv yrkeskategorier"),
        (7, 20, "7 av 20 yrkeskategorier"),
        (1, 13, "1 av 13 yrkeskategorier"),
    ],
)
def test_of_all(count: int, total: int, told: str) -> None:
    assert of_all(count, total) == told


def test_neuter() -> None:
    assert word(1, ANSWER) == "ett"
    assert [counted(n, ANSWER) for n in (1, 2)] == ["ett svar", "två svar"]
    assert of_all(1, 1, ANSWER) == "det enda svaret"
    assert counted(1, CATEGORY) == "en yrkeskategori"


def test_numbers() -> None:
    printed = [number(1610), number(-3), number(-1234.5), number(7.25), number(2, signed=True)]
    assert [text.replace(NO_BREAK, " ") for text in printed] == [
        "1 610",
        "−3",
        "−1 234,5",
        "7,2",
        "+2",
    ]
    assert percent(82) == f"82{NO_BREAK}%"
    assert amount(1, PERSON) == f"1{NO_BREAK}person"
    assert amount(1.5, PERSON) == f"1,5{NO_BREAK}personer"


def test_parts_name_the_fewer() -> None:
    parts = [("större i", list("ABCDEF")), ("mindre i", []), ("detsamma i", ["G", "H"])]
    assert in_parts(parts, 8) == "större i sex av åtta yrkeskategorier och detsamma i två (G och H)"
