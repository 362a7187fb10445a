"""Answers in, tables out, at every level."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from kfmodel.compilation.checks import checks_of
from kfmodel.compilation.city import NOTHING_APPROVED, nothing_approved
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.followed_plan import followed_plan
from kfmodel.compilation.history import with_history
from kfmodel.compilation.levels import LevelRows, committee_level, division_level, without_units
from kfmodel.compilation.material import Committee, Material
from kfmodel.compilation.tables import CLOSING, figures_at
from kfmodel.methods import method_of
from kfmodel.organisation import OrganisationKind


def compile_material(material: Material, compiled_at: datetime) -> Compilation:
    """Compile what the committees' units have submitted and their divisions settled, as it stands;
    says what is missing, waits for nobody.

    `compiled_at` is UTC. Raises UnknownMethodError for a committee whose method has no file.
    """
    return _finished(_compiled(material, compiled_at, committee_level))


def compile_division(material: Material, code: str, compiled_at: datetime) -> Compilation:
    """The same for one division of the material's committee; LookupError where it has none such."""
    found = [division for division in material.divisions if division.code == code]
    if not found:
        raise LookupError(code)
    values = _compiled(material, compiled_at, partial(division_level, code=code))
    [method] = {c.method for c in material.committees if c.code == found[0].committee_code}
    return _finished(
        replace(
            values,
            committees=(Committee(code, found[0].name, method),),
            uncounted=tuple(one for one in values.uncounted if one.division_code == code),
            level=OrganisationKind.DIVISION,
        )
    )


def compile_city(material: Material, compiled_at: datetime) -> Compilation:
    """What the city sees: the rows of the committees whose compilation is approved, and of no unit
    what it answered."""
    values = _compiled(material, compiled_at, committee_level)
    approved = tuple(c for c in material.committees if c.code in material.approved)
    rows = tuple(row for row in values.rows if row.committee in approved)
    return _finished(
        replace(
            values,
            committees=approved,
            not_approved=tuple(c for c in material.committees if c not in approved),
            rows=without_units(rows),
            dialogues=(),
            uncounted=(),
            divisions=(),
            level=OrganisationKind.CITY,
        )
    )


def _compiled(
    material: Material, compiled_at: datetime, level: Callable[[Material], LevelRows]
) -> Compilation:
    rows, dialogues, divisions = level(material)
    return Compilation(
        cycle=material.cycle,
        year=material.year,
        deadline_on=material.deadline_on,
        measured_on=material.measured_on,
        counting=material.counting,
        source=material.source,
        compiled_at=compiled_at,
        committees=material.committees,
        methods=(),
        rows=tuple(with_history(rows, material, level)),
        dialogues=dialogues,
        uncounted=material.uncounted,
        plan=followed_plan(material),
        divisions=divisions,
    )


def _finished(values: Compilation) -> Compilation:
    """With the methods, the tables and the checks of its level; the checks read what is printed."""
    ids = dict.fromkeys(committee.method for committee in values.committees)
    used = replace(values, methods=tuple(method_of(method_id) for method_id in ids))
    empty = NOTHING_APPROVED if nothing_approved(used) else None
    tables = (
        replace(table(used), when_empty=empty).counted(used.counting)
        for table in figures_at(used.level)
    )
    told = replace(used, tables=tuple(tables))
    checked = replace(told, checks=tuple(check(told) for check in checks_of(told)))
    return replace(checked, tables=(*told.tables, *(table(checked) for table in CLOSING)))
