"""Rekryteringsbehov: from the projection alone. Source: ASN 2025, table "Rekryteringsbehov"."""

from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.tables.shared_columns import CATEGORY, identified

COLUMNS: tuple[Column[CategoryRow], ...] = (
    CATEGORY,
    Column("gap_2y", lambda row: row.gap_2y, Kind.DIFFERENCE),
    Column("turnover_2y", lambda row: row.turnover_2y, Kind.COUNT),
    Column("retirements_2y", lambda row: row.retirements_2y, Kind.COUNT),
    Column("recruitment_2y", lambda row: row.recruitment_2y, Kind.COUNT),
)


def table(compilation: Compilation) -> Table[CategoryRow]:
    columns = identified(COLUMNS, compilation)
    return Table("recruitment", columns, compilation.rows, masked=lambda row: row.masked)
