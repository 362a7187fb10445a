"""Check of what is settled: are the answers still those that it was settled on?"""

from kfmodel.compilation.checks.sentences import category_of, listed
from kfmodel.compilation.compilation import CategoryRow, Check, Compilation, Status
from kfmodel.compilation.proposal import basis


def settled_basis(compilation: Compilation) -> Check:
    """A settled value stays when answers change below it; HR is told to look again."""
    changed = [category_of(row, compilation) for row in compilation.rows if _has_changed(row)]
    if changed:
        detail = f"Underlaget har ändrats sedan det fastställdes: {listed(changed)}."
        return Check("settled_basis", Status.WARNING, detail)
    detail = "Det som är fastställt bygger på de svar som finns nu."
    return Check("settled_basis", Status.OK, detail)


def _has_changed(row: CategoryRow) -> bool:
    """Not known where the answers are hidden, or of what was settled elsewhere."""
    settled_on = row.settlement.basis if row.settlement else ""
    return bool(settled_on) and not row.answers_hidden and settled_on != basis(row.voices)
