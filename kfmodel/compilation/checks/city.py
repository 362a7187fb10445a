"""Check of the city's own figures."""

from kfmodel.calculations import exact
from kfmodel.compilation.checks.sentences import listed
from kfmodel.compilation.city import CityRow, city_rows, city_total
from kfmodel.compilation.compilation import Check, Compilation, Status
from kfmodel.counted import as_counted


def totals_of_the_city(compilation: Compilation) -> Check:
    """Total need = −gap + turnover + retirements in the sums too; says what is left out of them."""
    name = "totals_of_the_city"
    rows = city_rows(compilation)
    total = city_total(compilation)
    wrong = [row.category for row in (*rows, *([total] if total else [])) if not _adds_up(row)]
    if wrong:
        return Check(name, Status.ERROR, f"Summan stämmer inte för: {listed(wrong)}.")
    left_out = [f"{row.category} ({', '.join(row.left_out)})" for row in rows if row.left_out]
    if left_out:
        return Check(
            name,
            Status.WARNING,
            f"{as_counted('För få medarbetare', compilation.counting)} för att visas, ingår inte i "
            f"stadens summor: {listed(left_out)}.",
        )
    return Check(name, Status.OK, "Stadens summor är summan av nämndernas rader.")


def _adds_up(row: CityRow) -> bool:
    """Known only where every committee in the sum has all its parts."""
    found = row.totals
    if row.not_projected or row.masked:
        return True
    need, gap = exact(found.recruitment_2y or 0), exact(found.gap_2y or 0)
    return need == exact(found.turnover_2y or 0) + exact(found.retirements_2y or 0) - gap
