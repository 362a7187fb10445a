"""Checks of the figures that come from staffing and projection."""

from kfmodel.calculations import exact, recruitment_need
from kfmodel.compilation.checks.sentences import category_of, listed
from kfmodel.compilation.compilation import CategoryRow, Check, Compilation, Status
from kfmodel.numbers import as_text


def recruitment_identity(compilation: Compilation) -> Check:
    """Total = −gap + turnover + retirements, wherever the projection says all three."""
    name = "recruitment_identity"
    wrong = [_recruitment(row, compilation) for row in compilation.rows if not _adds_up(row)]
    if wrong:
        return Check(name, Status.ERROR, f"Summan stämmer inte för: {listed(wrong)}.")
    unknown = [
        category_of(row, compilation)
        for row in compilation.rows
        if row.recruitment_2y is None and _projected(row) and row.method.baseline == "projection"
    ]
    if unknown:
        return Check(
            name,
            Status.WARNING,
            f"Personalframskrivningen saknar gap, omsättning eller pension för: {listed(unknown)}.",
        )
    if all(row.recruitment_2y is None for row in compilation.rows):
        return Check(name, Status.OK, _nothing_to_add_up(compilation))
    return Check(
        name,
        Status.OK,
        "Totalt rekryteringsbehov är −gap + personalomsättning + pensionsavgångar på varje rad.",
    )


def _nothing_to_add_up(compilation: Compilation) -> str:
    above = any(row.projected_above for row in compilation.rows)
    why = "det räknas för hela nämnden" if above else "personalframskrivning saknas"
    return f"Inget rekryteringsbehov att kontrollera: {why}."


def _from_parts(row: CategoryRow) -> int | float | None:
    gap, turnover, retirements = row.gap_2y, row.turnover_2y, row.retirements_2y
    if gap is None or turnover is None or retirements is None:
        return None
    return recruitment_need(gap, turnover, retirements)


def _adds_up(row: CategoryRow) -> bool:
    total, parts = row.recruitment_2y, _from_parts(row)
    return total == parts if total is None or parts is None else exact(total) == exact(parts)


def _recruitment(row: CategoryRow, compilation: Compilation) -> str:
    category, parts = category_of(row, compilation), _from_parts(row)
    if row.masked or parts is None or row.recruitment_2y is None:
        return category
    return f"{category}: {as_text(row.recruitment_2y)}, men delarna ger {as_text(parts)}"


def projection_missing(compilation: Compilation) -> Check:
    """Categories that the method's baseline needs a projection for, and that have none."""
    missing = [
        category_of(row, compilation)
        for row in compilation.rows
        if row.method.baseline == "projection" and not _projected(row)
    ]
    if missing:
        return Check(
            "projection_missing",
            Status.WARNING,
            f"Personalframskrivning saknas för: {listed(missing)}.",
        )
    detail = "Varje kategori vars metod utgår från personalframskrivningen har en."
    return Check("projection_missing", Status.OK, detail)


def _projected(row: CategoryRow) -> bool:
    figures = (row.gap_2y, row.gap_5y, row.turnover_2y, row.retirements_2y)
    return any(figure is not None for figure in figures)


def staffing_and_projection(compilation: Compilation) -> Check:
    """Heads staffed on the units are those of the projection."""
    name = "staffing_and_projection"
    differing = [_difference(row, compilation) for row in compilation.rows if _differs(row)]
    if differing:
        return Check(
            name,
            Status.WARNING,
            f"Bemanningen och personalframskrivningen skiljer sig: {listed(differing)}.",
        )
    return Check(
        name, Status.OK, "Bemanningen är densamma som i personalframskrivningen där båda finns."
    )


def _differs(row: CategoryRow) -> bool:
    return row.staffed_heads is not None and row.staffed_heads != row.headcount


def _difference(row: CategoryRow, compilation: Compilation) -> str:
    category = category_of(row, compilation)
    if row.staffing_hidden:
        return category
    staffed, projected = as_text(row.staffed_heads or 0), as_text(row.headcount)
    return f"{category}: bemanning {staffed}, framskrivning {projected}"
