"""Checks of who is asked and who has answered."""

from collections import Counter
from fractions import Fraction

from kfmodel.calculations import exact
from kfmodel.compilation.checks.sentences import category_of, listed, unit_of
from kfmodel.compilation.city import NOTHING_APPROVED, nothing_approved
from kfmodel.compilation.compilation import CategoryRow, Check, Compilation, Status
from kfmodel.counted import as_counted
from kfmodel.organisation import OrganisationKind


def units_counted_once(compilation: Compilation) -> Check:
    """No unit stands twice in a category, every staffed unit is in a dialogue, and those asked make
    up the whole staffing."""
    name = "units_counted_once"
    asked = Counter(
        (row.dialogue.organisation_code, row.dialogue.category, unit_of(row))
        for row in compilation.dialogues
    )
    twice = [unit for (_, _, unit), times in asked.items() if times > 1]
    twice += [category_of(row, compilation) for row in compilation.rows if _not_asked(row) < 0]
    if twice:
        return Check(name, Status.ERROR, f"Räknas mer än en gång: {listed(twice)}.")
    uncounted = [f"{one.organisation_name} ({one.category})" for one in compilation.uncounted]
    if uncounted:
        return Check(
            name, Status.ERROR, f"Räknas inte med bemanningens antal: {listed(uncounted)}."
        )
    left_out = [category_of(row, compilation) for row in compilation.rows if _not_asked(row) > 0]
    if left_out:
        unasked = as_counted("Medarbetare vars chef inte är tillfrågad", compilation.counting)
        return Check(name, Status.WARNING, f"{unasked}: {listed(left_out)}.")
    once = "Varje enhets medarbetare räknas en gång i varje kategori."
    return Check(name, Status.OK, as_counted(once, compilation.counting))


def _not_asked(row: CategoryRow) -> Fraction:
    """Heads staffed beyond those of the units that are asked; negative where some count twice."""
    asked = sum((exact(unit.dialogue.heads) for unit in row.dialogues), Fraction())
    return Fraction(0) if row.staffed_heads is None else exact(row.staffed_heads) - asked


def missing_answers(compilation: Compilation) -> Check:
    """Who has not submitted; for the city, which committees it may not see yet."""
    if compilation.level is OrganisationKind.CITY:
        return _not_approved(compilation)
    missing = [unit_of(row) for row in compilation.dialogues if not row.submitted]
    asked = len(compilation.dialogues)
    if missing:
        return Check(
            "missing_answers",
            Status.WARNING,
            f"{len(missing)} av {asked} svar saknas: {listed(missing)}.",
        )
    detail = f"Alla {asked} svar är inlämnade." if asked else "Ingen är tillfrågad."
    return Check("missing_answers", Status.OK, detail)


def _not_approved(compilation: Compilation) -> Check:
    names = [committee.name for committee in compilation.not_approved]
    if nothing_approved(compilation):
        detail = f"{NOTHING_APPROVED} Därför finns inga siffror att visa eller kontrollera."
        waiting = f" Ej godkända: {listed(names)}." if names else ""
        return Check("missing_answers", Status.WARNING, f"{detail}{waiting}")
    if names:
        detail = f"Nämnder vars sammanställning inte är godkänd: {listed(names)}."
        return Check("missing_answers", Status.WARNING, detail)
    return Check("missing_answers", Status.OK, "Alla nämnders sammanställningar är godkända.")
