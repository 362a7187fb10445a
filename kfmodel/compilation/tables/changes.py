"""Förändring: need, gap, levels, risk and likelihood beside the last cycle's."""

from kfmodel.answers import LEVELS
from kfmodel.calculations import Change
from kfmodel.compilation.changes import ChangeRow, change_rows
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.tables.shared_columns import identified
from kfmodel.glossary import heading

_NEED = {Change.UP: "Större behov", Change.DOWN: "Mindre behov"}
_RISK = {Change.UP: "Höjd", Change.DOWN: "Sänkt"}
_WORDS = {
    "severity": _RISK,
    "severity_operations": _RISK,
    "severity_work_environment": _RISK,
    "likelihood": {Change.UP: "Högre", Change.DOWN: "Lägre"},
}


def _in_words(row: ChangeRow) -> str | None:
    if row.before is None:
        return heading("missing")
    if row.change is None:
        return None
    return _WORDS.get(row.measure or "", _NEED).get(row.change, "Oförändrat")


def _measure(name: str) -> str:
    return f"{heading('level')} {heading(name).lower()}" if name in LEVELS else heading(name)


COLUMNS: tuple[Column[ChangeRow], ...] = (
    Column("category", lambda row: row.category, Kind.CATEGORY, identity=True),
    Column(
        "measure",
        lambda row: row.measure,
        Kind.PHRASE,
        shown=lambda row: _measure(row.measure) if row.measure else None,
        identity=True,
    ),
    Column("before_year", lambda row: row.year, Kind.YEAR),
    Column("before", lambda row: row.before, Kind.ANSWER),
    Column("now", lambda row: row.now, Kind.ANSWER),
    Column("change", lambda row: row.change, Kind.PHRASE, shown=_in_words, nullable=True),
)


def table(compilation: Compilation) -> Table[ChangeRow]:
    rows = [change for row in compilation.rows for change in change_rows(row)]
    return Table("changes", identified(COLUMNS, compilation), rows, masked=lambda row: row.masked)
