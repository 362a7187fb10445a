"""The city's sums: each category, and all of them, over the committees whose compilation is
approved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.totals import Totals, totals
from kfmodel.glossary import heading
from kfmodel.organisation import OrganisationKind

NOTHING_APPROVED = "Ingen nämnds sammanställning är godkänd ännu."


def nothing_approved(compilation: Compilation) -> bool:
    """Whether the city has nothing to see yet."""
    return compilation.level is OrganisationKind.CITY and not compilation.committees


@dataclass(frozen=True, slots=True)
class CityRow:
    """A category, or the whole; `left_out` names the committees whose row is masked, and
    `not_projected` those in the sum that have no recruitment need to add to it."""

    category: str
    committees: int
    totals: Totals
    left_out: tuple[str, ...]
    not_projected: tuple[str, ...]

    @property
    def masked(self) -> bool:
        return self.totals.rows == 0


def city_rows(compilation: Compilation) -> tuple[CityRow, ...]:
    """One a category, in the order they are met."""
    categories: dict[str, list[CategoryRow]] = {}
    for row in compilation.rows:
        categories.setdefault(row.category, []).append(row)
    return tuple(_summed(category, rows) for category, rows in categories.items())


def city_total(compilation: Compilation) -> CityRow | None:
    """Over every category that is shown; says so where not all are. None where there is none."""
    rows = compilation.rows
    every = not any(row.masked for row in rows)
    return _summed(heading("total" if every else "total_shown"), rows) if rows else None


def _summed(name: str, rows: Sequence[CategoryRow]) -> CityRow:
    shown = [row for row in rows if not row.masked]
    return CityRow(
        name,
        len({row.committee.code for row in shown}),
        totals(shown),
        _owners(row for row in rows if row.masked),
        _owners(row for row in shown if row.recruitment_2y is None),
    )


def _owners(rows: Iterable[CategoryRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.committee.name for row in rows))
