"""What each category came to in the last cycle: as HR's file says, or as it was compiled then."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from kfmodel.compilation.compilation import CategoryRow, EarlierRow
from kfmodel.compilation.levels import LevelRows
from kfmodel.compilation.material import CommitteeCategory, Material
from kfmodel.dialogue import Previous, newest

_EarlierRows = Mapping[CommitteeCategory, EarlierRow]

_COMPARED = (
    "need_2y",
    "need_5y",
    "levels",
    "severity",
    "severity_operations",
    "severity_work_environment",
    "likelihood",
    "heads_now",
)
"""What the answers of a row and what is known of the past both have."""


def with_history(
    rows: Iterable[CategoryRow], material: Material, level: Callable[[Material], LevelRows]
) -> Iterator[CategoryRow]:
    """The rows beside their category's in the last cycle, under its name of now or then. `level`
    says what a cycle came to there.

    The newest year counts; within a year HR's file goes before what is stored, value by value. A
    row that was masked then is not known now.
    """
    stored = [_rows_of(earlier, level(earlier).rows) for earlier in material.earlier]
    for row in rows:
        earlier = _earlier(row, stored, material.earlier_names)
        given = material.previous.get((row.committee.code, row.category))
        yield replace(row, previous=newest(given, _came_to(earlier)), earlier=earlier)


def _rows_of(material: Material, rows: Iterable[CategoryRow]) -> _EarlierRows:
    return {
        (row.committee.code, row.category): EarlierRow(material.year, row)
        for row in rows
        if not row.masked
    }


def _earlier(
    row: CategoryRow, stored: Iterable[_EarlierRows], earlier_names: Mapping[str, tuple[str, ...]]
) -> EarlierRow | None:
    names = (row.category, *earlier_names.get(row.category, ()))
    keys = [(row.committee.code, name) for name in names]
    return next((rows[key] for rows in stored for key in keys if key in rows), None)


def _came_to(earlier: EarlierRow | None) -> Previous | None:
    if earlier is None:
        return None
    answers = earlier.row.answers
    return Previous(
        earlier.year,
        **{name: getattr(answers, name) for name in _COMPARED},
        heads_2y=answers.heads_needed(2),
        heads_5y=answers.heads_needed(5),
    )
