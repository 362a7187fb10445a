"""What every manager of the example will answer.

No two groups of a category answer alike; by the rules of compilation the answers still come to the
rows that the 2025 report printed.
"""

from collections.abc import Mapping
from functools import cache

from bot.demo.categories import (
    ADULTS,
    CHIEF,
    CHILDREN,
    ECONOMIC,
    FIRST,
    FOSTER,
    SUPPORT,
    THERAPY,
)
from bot.demo.example_words import words_of
from kfmodel.answers import LEVELS, MOVES, Answers
from kfmodel.scales import Likelihood, Need, Severity

LESS, SAME, MORE, MUCH_MORE = Need.LESS, Need.SAME, Need.MORE, Need.MUCH_MORE
NOT, SOMEWHAT, SERIOUS = Severity.NOT_SERIOUS, Severity.LESS_SERIOUS, Severity.SERIOUS
LOW, MEDIUM, HIGH = Likelihood.LOW, Likelihood.MEDIUM, Likelihood.HIGH

Row = tuple[Need, Need, tuple[int, ...], Severity, Likelihood]
"""Need at 2 and 5 years, levels, severity, likelihood. Three figures are moves in people (Viss till
God, God till Hög, Hög till Mycket hög), four are percentage points."""

_ROWS: dict[str, dict[str, Row]] = {
    CHIEF: {
        "ASN-ARB": (SAME, MORE, (1, 1, 0), NOT, LOW),
        "ASN-UTR": (MORE, MUCH_MORE, (2, 3, 0), SOMEWHAT, LOW),
        "ASN-INS": (MORE, MORE, (3, 2, 0), SOMEWHAT, LOW),
        "ASN-EKB": (MUCH_MORE, MORE, (1, 1, 0), SERIOUS, MEDIUM),
        "ASN-BTS": (SAME, SAME, (-5, 0, 5, 0), SOMEWHAT, LOW),
    },
    FIRST: {
        "ASN-UTR": (MUCH_MORE, MUCH_MORE, (1, 0, 0), SOMEWHAT, LOW),
        "ASN-UTR-01": (MUCH_MORE, MUCH_MORE, (1, 1, 0), SOMEWHAT, LOW),
        "ASN-UTR-02": (MUCH_MORE, MORE, (1, 1, 0), SOMEWHAT, MEDIUM),
        "ASN-UTR-03": (MORE, MUCH_MORE, (0, 1, 0), SOMEWHAT, LOW),
        "ASN-UTR-04": (MUCH_MORE, MORE, (1, 1, 0), SERIOUS, MEDIUM),
        "ASN-UTR-09": (MORE, MORE, (1, 1, 0), NOT, LOW),
        "ASN-UTR-11": (MUCH_MORE, MUCH_MORE, (0, 0, 0), SERIOUS, LOW),
        "ASN-INS-01": (SAME, MORE, (0, 0, 0), NOT, LOW),
        "ASN-INS-03": (MUCH_MORE, MUCH_MORE, (-20, 0, 20, 0), SOMEWHAT, LOW),
        "ASN-EKB-01": (MUCH_MORE, MUCH_MORE, (1, 1, 0), SOMEWHAT, MEDIUM),
        "ASN-EKB-02": (MORE, MUCH_MORE, (1, 1, 0), SOMEWHAT, LOW),
        "ASN-EKB-03": (MORE, SAME, (0, 0, 0), SOMEWHAT, HIGH),
        "ASN-BTS-01": (SAME, SAME, (0, 0, 0), NOT, MEDIUM),
    },
    ECONOMIC: {
        "ASN-EKB-01": (SAME, SAME, (5, 11, 6), NOT, LOW),
        "ASN-EKB-02": (MORE, SAME, (8, 15, 7), SOMEWHAT, MEDIUM),
        "ASN-EKB-03": (MORE, LESS, (8, 15, 8), SOMEWHAT, HIGH),
        "ASN-EKB-04": (MUCH_MORE, MORE, (-10, -10, 10, 10), SERIOUS, MEDIUM),
    },
    FOSTER: {
        "ASN-UTR-06": (MORE, MUCH_MORE, (2, 3, 0), SERIOUS, MEDIUM),
        "ASN-UTR-07": (MORE, MUCH_MORE, (-10, 0, 10, 0), SERIOUS, HIGH),
        "ASN-UTR-08": (MUCH_MORE, MORE, (2, 1, 0), SOMEWHAT, LOW),
    },
    ADULTS: {
        "ASN-UTR-09": (MORE, SAME, (5, 4, 0), SOMEWHAT, LOW),
        "ASN-UTR-10": (MUCH_MORE, MORE, (4, 5, 0), SERIOUS, MEDIUM),
        "ASN-UTR-11": (MORE, SAME, (4, 4, 0), SOMEWHAT, MEDIUM),
        "ASN-INS-03": (SAME, SAME, (2, 2, 0), NOT, LOW),
        "ASN-BTS-01": (SAME, LESS, (2, 2, 0), SOMEWHAT, LOW),
    },
    CHILDREN: {
        "ASN-UTR-01": (SAME, SAME, (4, 9, 5), SOMEWHAT, LOW),
        "ASN-UTR-02": (MORE, MORE, (9, 18, 9), SERIOUS, MEDIUM),
        "ASN-UTR-03": (MORE, MUCH_MORE, (10, 20, 10), SERIOUS, HIGH),
        "ASN-UTR-04": (MUCH_MORE, MORE, (11, 20, 10), SERIOUS, MEDIUM),
        "ASN-UTR-05": (MORE, MORE, (-10, -10, 10, 10), SOMEWHAT, MEDIUM),
    },
    THERAPY: {
        "ASN-INS-01": (MORE, MORE, (6, 6, 0), SOMEWHAT, LOW),
        "ASN-INS-02": (SAME, MORE, (4, 5, 0), SOMEWHAT, MEDIUM),
        "ASN-INS-03": (MORE, SAME, (-10, 0, 10, 0), NOT, LOW),
        "ASN-INS-04": (MUCH_MORE, MUCH_MORE, (5, 4, 0), SERIOUS, MEDIUM),
    },
    SUPPORT: {
        "ASN-ARB-01": (MUCH_MORE, MUCH_MORE, (3, 3, 0), SOMEWHAT, LOW),
        "ASN-ARB-02": (MUCH_MORE, MUCH_MORE, (3, 4, 0), SOMEWHAT, MEDIUM),
        "ASN-ARB-03": (MORE, MORE, (3, 2, 0), NOT, LOW),
        "ASN-ARB-04": (MUCH_MORE, MORE, (-10, 0, 10, 0), SERIOUS, LOW),
        "ASN-INS-04": (SAME, SAME, (1, 1, 0), NOT, LOW),
        "ASN-INS-05": (MUCH_MORE, MUCH_MORE, (4, 4, 0), SERIOUS, MEDIUM),
        "ASN-EKB-05": (MORE, MORE, (2, 2, 0), SOMEWHAT, HIGH),
        "ASN-BTS-01": (MUCH_MORE, MUCH_MORE, (-10, 0, 10, 0), SOMEWHAT, LOW),
        "ASN-BTS-02": (MORE, SAME, (3, 3, 0), SOMEWHAT, LOW),
    },
}


@cache
def planned_answers() -> Mapping[tuple[str, str], Answers]:
    """The answers of every group that is asked, by (organisation code, category)."""
    return {
        (code, category): _answers(code, category, row)
        for category, rows in _ROWS.items()
        for code, row in rows.items()
    }


def _answers(code: str, category: str, row: Row) -> Answers:
    need_2y, need_5y, levels, severity, likelihood = row
    answers = Answers(
        headcount_ok=True,
        need_2y=need_2y,
        need_5y=need_5y,
        severity=severity,
        likelihood=likelihood,
    )
    names = MOVES if len(levels) == len(MOVES) else LEVELS
    named = dict(zip(names, levels, strict=True))
    return answers.with_values(named | words_of(code, category))
