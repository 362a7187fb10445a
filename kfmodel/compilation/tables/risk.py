"""Risk: severity and likelihood, what moved, and every unit that answered "Allvarlig".

Source: ASN 2025, "Riskanalys 2025". Compiled from units it is a proposal until HR settles it.
"""

from kfmodel.calculations import Change
from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.tables.shared_columns import ANSWERED, CATEGORY, identified
from kfmodel.compilation.words import word
from kfmodel.glossary import heading


def _change_in_words(row: CategoryRow) -> str | None:
    before = row.previous.severity if row.previous else None
    if before is None:
        return heading("missing")
    if row.change is None:
        return None
    if row.change is Change.SAME:
        return "Oförändrad"
    direction = "Höjd" if row.change is Change.UP else "Sänkt"
    return f"{direction} från {word(before)}"


COLUMNS: tuple[Column[CategoryRow], ...] = (
    CATEGORY,
    Column("severity", lambda row: row.severity, Kind.SEVERITY),
    Column("likelihood", lambda row: row.likelihood),
    Column("change", lambda row: row.change, Kind.PHRASE, shown=_change_in_words, nullable=True),
    *ANSWERED,
    Column("serious_units", lambda row: row.serious_units if row.submitted else None, Kind.TEXT),
)


def table(compilation: Compilation) -> Table[CategoryRow]:
    columns = identified(COLUMNS, compilation)
    return Table("risk", columns, compilation.rows, masked=lambda row: row.answers_hidden)
