"""Checks of the figures in the published tables."""

from kfmodel.calculations import exact
from kfmodel.compilation.checks.sentences import category_of, listed
from kfmodel.compilation.compilation import CategoryRow, Check, Compilation, Status
from kfmodel.compilation.given import level_heads
from kfmodel.numbers import as_text


def recruitment_identity(compilation: Compilation) -> Check:
    """Total = −gap + turnover + retirements, wherever the projection says all three."""
    name = "recruitment_identity"
    wrong = [category_of(row, compilation) for row in compilation.rows if not _adds_up(row)]
    if wrong:
        return Check(name, Status.ERROR, f"Summan stämmer inte för: {listed(wrong)}.")
    unknown = [
        category_of(row, compilation)
        for row in compilation.rows
        if row.recruitment_2y is None and row.method.baseline == "projection"
    ]
    if unknown:
        return Check(
            name,
            Status.WARNING,
            f"Personalframskrivningen saknar gap, omsättning eller pension för: {listed(unknown)}.",
        )
    return Check(
        name,
        Status.OK,
        "Totalt rekryteringsbehov är −gap + personalomsättning + pensionsavgångar på varje rad.",
    )


def _adds_up(row: CategoryRow) -> bool:
    parts = row.gap_2y, row.turnover_2y, row.retirements_2y
    if any(part is None for part in parts) or row.recruitment_2y is None:
        return row.recruitment_2y is None
    gap, turnover, retirements = (exact(part) for part in parts if part is not None)
    return exact(row.recruitment_2y) == turnover + retirements - gap


def level_shares(compilation: Compilation) -> Check:
    """The four shares sum to 0 where every unit's do."""
    wrong = [
        category_of(row, compilation)
        for row in compilation.rows
        if row.levels and sum(row.levels) != 0 and _every_unit_sums_to_zero(row)
    ]
    if wrong:
        return Check(
            "level_shares", Status.ERROR, f"Nivåerna summerar inte till noll: {listed(wrong)}."
        )
    return Check(
        "level_shares",
        Status.OK,
        "De fyra nivåerna summerar till noll för varje kategori där enheternas svar gör det.",
    )


def _every_unit_sums_to_zero(row: CategoryRow) -> bool:
    given = (
        level_heads(unit.dialogue.answers, unit.dialogue.heads)
        for unit in row.dialogues
        if unit.dialogue.answers
    )
    return all(sum(heads) == 0 for heads in given if heads is not None)


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
