"""The city's sums: each category over the committees whose compilation is approved."""

from dataclasses import dataclass

from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.totals import Totals, totals


@dataclass(frozen=True, slots=True)
class CityRow:
    category: str
    totals: Totals
    complete: bool
    """Whether every shown committee has a projected recruitment need."""

    @property
    def masked(self) -> bool:
        return self.totals.rows == 0


def city_rows(compilation: Compilation) -> tuple[CityRow, ...]:
    """One a category, in the order they are met."""
    categories: dict[str, list[CategoryRow]] = {}
    for row in compilation.rows:
        categories.setdefault(row.category, []).append(row)
    return tuple(
        CityRow(category, totals(rows), _complete(rows)) for category, rows in categories.items()
    )


def _complete(rows: list[CategoryRow]) -> bool:
    return all(row.masked or row.recruitment_2y is not None for row in rows)
