"""The 2025 report of Malmö's arbetsmarknads- och socialnämnd as answers of units.

No unit's answers are published. These are made so that the rules of compilation come to the
published rows: in every category two units in five answer otherwise than the committee.
"""

import csv
from dataclasses import replace
from pathlib import Path

from kfmodel.answers import Answers
from kfmodel.calculations import Levels
from kfmodel.compilation.material import CommitteeCategory, Dialogue, Material, Projection
from kfmodel.dialogue import Previous
from kfmodel.scales import Likelihood, Need, Severity
from tests.compilation.build import ASN, COMPLETE, dialogue, material

CASE = Path(__file__).parents[1] / "cases" / "asn-2025"
DIVISIONS = {
    "A": "Avdelning för arbetsmarknad",
    "U": "Avdelning för utredning (IFO)",
    "I": "Avdelning för insatser (IFO)",
    "E": "Avdelning för ekonomiskt bistånd och boende",
    "B": "Avdelning för boende, tillsyn och service",
}
LEVELS = ("level_some", "level_good", "level_high", "level_very_high")
PublishedRow = dict[str, str]


def published() -> list[PublishedRow]:
    with (CASE / "categories.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def previous() -> dict[CommitteeCategory, Previous]:
    with (CASE / "previous.csv").open(encoding="utf-8", newline="") as file:
        return {
            (ASN.code, row["category"]): Previous(
                int(row["year"]), severity=Severity(row["severity"])
            )
            for row in csv.DictReader(file)
        }


def asn_2025() -> Material:
    rows = published()
    return replace(
        material(*(unit for row in rows for unit in units(row))),
        categories=tuple(row["category"] for row in rows),
        projections={(ASN.code, row["category"]): _projection(row) for row in rows},
        previous=previous(),
    )


def units(row: PublishedRow) -> list[Dialogue]:
    """Five units, one a division: three with the published answers, one below, one above."""
    heads = _parts(int(row["headcount"]), (28, 24, 20, 16, 12))
    answers = _answers(row, heads)
    return [
        dialogue(
            f"{code}-{row['category']}",
            heads[place],
            answers[place],
            category=row["category"],
            organisation_name=f"Sektion {code}{place + 1}",
            division_name=division,
            responsible=f"Chef för {code}{place + 1}",
        )
        for place, (code, division) in enumerate(DIVISIONS.items())
    ]


def _answers(row: PublishedRow, heads: list[int]) -> list[Answers]:
    same = replace(
        COMPLETE,
        need_2y=Need(row["need_2y"]),
        need_5y=Need(row["need_5y"]),
        severity=Severity(row["severity"]),
        likelihood=Likelihood(row["likelihood"]),
    )
    below = replace(
        same, need_2y=Need.LESS, severity=Severity.NOT_SERIOUS, likelihood=Likelihood.LOW
    )
    above = replace(
        same, need_5y=Need.MUCH_MORE, severity=Severity.SERIOUS, likelihood=Likelihood.HIGH
    )
    return _with_levels([same, same, same, below, above], row, heads)


def _with_levels(answers: list[Answers], row: PublishedRow, heads: list[int]) -> list[Answers]:
    """Moves in people where whole people come to the published percentages, else percentages."""
    some, good, high, very_high = (int(row[level]) for level in LEVELS)
    if sum(heads) < 200:
        return [_in_points(unit, (some, good, high, very_high)) for unit in answers]
    moves = [
        _parts(round(sum(heads) * pct / 100), heads) for pct in (-some, -some - good, very_high)
    ]
    return [
        replace(unit, move_some_good=first, move_good_high=second, move_high_very_high=third)
        for unit, first, second, third in zip(answers, *moves, strict=True)
    ]


def _in_points(answers: Answers, points: Levels) -> Answers:
    some, good, high, very_high = points
    return replace(
        answers,
        move_some_good=None,
        move_good_high=None,
        move_high_very_high=None,
        level_some=some,
        level_good=good,
        level_high=high,
        level_very_high=very_high,
    )


def _projection(row: PublishedRow) -> Projection:
    names = ("headcount", "gap_2y", "gap_5y", "turnover_2y", "retirements_2y")
    return Projection(**{name: float(row[name]) for name in names})


def _parts(total: int, weights: list[int] | tuple[int, ...]) -> list[int]:
    """Whole parts in about these proportions that sum to the total."""
    ends = [round(total * sum(weights[: n + 1]) / sum(weights)) for n in range(len(weights))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
