"""Staden: the city's sums of what is projected. Masked rows are not in them; it says whose, and who
has nothing projected to add."""

from kfmodel.compilation.city import CityRow, city_rows, city_total
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.table import Column, Kind, Table

COLUMNS: tuple[Column[CityRow], ...] = (
    Column("category", lambda row: row.category, Kind.CATEGORY, identity=True),
    Column("committees_summed", lambda row: row.committees, Kind.COUNT),
    Column("headcount", lambda row: row.totals.headcount, Kind.COUNT),
    Column("gap_2y", lambda row: row.totals.gap_2y, Kind.DIFFERENCE),
    Column("gap_5y", lambda row: row.totals.gap_5y, Kind.DIFFERENCE),
    Column("turnover_2y", lambda row: row.totals.turnover_2y, Kind.COUNT),
    Column("retirements_2y", lambda row: row.totals.retirements_2y, Kind.COUNT),
    Column("recruitment_2y", lambda row: row.totals.recruitment_2y, Kind.COUNT),
    Column("committees_not_projected", lambda row: row.not_projected or None, Kind.TEXT),
    Column("committees_left_out", lambda row: row.left_out or None, Kind.TEXT),
)


def table(compilation: Compilation) -> Table[CityRow]:
    total = city_total(compilation)
    return Table(
        "city",
        COLUMNS,
        city_rows(compilation),
        masked=lambda row: row.masked,
        totals=(total,) if total else (),
    )
