"""Rows that say the same thing twice."""

from collections.abc import Iterable

from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Line
from kfmodel.importing.text import fold, listed


def report_duplicates(
    lines: Iterable[Line],
    names: tuple[str, ...],
    advice: str,
    problems: Problems,
    *,
    empty: bool = False,
) -> None:
    """An error for each row whose values of `names` stand in an earlier row, however spelt. A row
    that lacks one of them is passed over, unless `empty` counts as a value."""
    first_row: dict[tuple[str, ...], int] = {}
    for line in lines:
        values = [line[name] for name in names]
        if None in values and not empty:
            continue
        row = first_row.setdefault(tuple(fold(str(value)) for value in values), line.row)
        if row != line.row:
            what = listed([f'"{value}"' for value in values if value is not None])
            problems.error(line.at(names[0]), f"{what} finns redan på rad {row}; {advice}")
