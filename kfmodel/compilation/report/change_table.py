"""What has moved since the last cycle, for who reads it through: one row a category, in each cell
what was and what is. The workbook has a row for each measure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kfmodel.answers import LEVELS
from kfmodel.calculations import Change
from kfmodel.compilation.changes import ChangeRow
from kfmodel.compilation.report.cells import cell_text
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.language import NO_BREAK
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.words import for_people
from kfmodel.glossary import heading

_MOVES = ("increase_2y", "increase_5y", "to_some", "to_good", "to_high", "to_very_high")

_MEASURES: Mapping[str, Mapping[str, str]] = {
    "need_changed": {"need_2y": "2 år", "need_5y": "5 år"},
    "gap_changed": {"gap_2y": "2 år", "gap_5y": "5 år"},
    "level": {name: heading(name) for name in LEVELS},
    "moves": {name: heading(name) for name in _MOVES},
    "severity": {
        "severity": "",
        "severity_operations": "Verksamhet",
        "severity_work_environment": "Arbetsmiljö",
    },
    "likelihood": {"likelihood": ""},
}
"""Columns, and what each of their measures is called in a cell."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Those of a category's measures that went up or down."""

    category: str
    measures: tuple[ChangeRow, ...]


def moved_table(report: Report) -> Table[Moved] | None:
    """None where nothing is known to have moved."""
    by_category: dict[str, list[ChangeRow]] = {}
    for row in changed(report):
        by_category.setdefault(row.category, []).append(row)
    records = [Moved(category, tuple(rows)) for category, rows in by_category.items()]
    return Table("changes", COLUMNS, records) if records else None


def changed(report: Report) -> Sequence[ChangeRow]:
    table = report.table("changes")
    rows = [row for row in table.records if isinstance(row, ChangeRow)] if table else []
    return [row for row in rows if row.change in (Change.UP, Change.DOWN)]


def _told(names: Mapping[str, str]) -> Callable[[Moved], str]:
    def told(moved: Moved) -> str:
        found = {row.measure: row for row in moved.measures}
        return "\n".join(
            _line(name, found[measure]) for measure, name in names.items() if measure in found
        )

    return told


def _line(name: str, row: ChangeRow) -> str:
    """ "2 år: Samma → Mer", "Viss: −5 % → −10 %"; numbers stay together on a line."""
    before, now = (cell_text(for_people(value), Kind.ANSWER) for value in (row.before, row.now))
    step = f"{before}{NO_BREAK}→ {now}"
    if not isinstance(row.now, str):
        step = step.replace(" ", NO_BREAK)
    return f"{name}: {step}" if name else step


COLUMNS: tuple[Column[Moved], ...] = (
    Column("category", lambda moved: moved.category, Kind.CATEGORY, identity=True),
    *(Column(name, _told(names), Kind.PHRASE) for name, names in _MEASURES.items()),
)
