"""The tables that the report printed, in the words of the workbook."""

import csv
from pathlib import Path

CASE = Path(__file__).parents[1] / "cases" / "asn-2025"

WORDS = {
    "MUCH_LESS": "Mycket mindre",
    "LESS": "Mindre",
    "SAME": "Samma",
    "MORE": "Mer",
    "MUCH_MORE": "Mycket mer",
    "NOT_SERIOUS": "Inte allvarlig",
    "LESS_SERIOUS": "Mindre allvarlig",
    "SERIOUS": "Allvarlig",
    "LOW": "Låg",
    "MEDIUM": "Medel",
    "HIGH": "Hög",
}
NUMBERS = (
    "headcount",
    "gap_2y",
    "gap_5y",
    "level_some",
    "level_good",
    "level_high",
    "level_very_high",
    "turnover_2y",
    "retirements_2y",
    "recruitment_2y",
)
GAP = (
    "category",
    "headcount",
    "gap_2y",
    "need_2y",
    "gap_5y",
    "need_5y",
    "level_some",
    "level_good",
    "level_high",
    "level_very_high",
)
RECRUITMENT = ("category", "gap_2y", "turnover_2y", "retirements_2y", "recruitment_2y")
RISK = ("category", "severity", "likelihood")


def published() -> list[dict[str, str]]:
    with (CASE / "categories.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def for_people(columns: tuple[str, ...]) -> list[list[str | float]]:
    """The rows of a printed table: words in Swedish, shares as parts of one."""
    return [[_for_people(name, row[name]) for name in columns] for row in published()]


def for_machines(columns: tuple[str, ...]) -> list[dict[str, str | int]]:
    return [{name: _for_machines(name, row[name]) for name in columns} for row in published()]


def _for_people(name: str, value: str) -> str | float:
    number = _for_machines(name, value)
    if name.startswith("level_"):
        return int(number) / 100
    return WORDS.get(value, value) if isinstance(number, str) else number


def _for_machines(name: str, value: str) -> str | int:
    return int(value) if name in NUMBERS else value
