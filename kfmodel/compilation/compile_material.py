"""Answers in, tables out."""

from dataclasses import replace
from datetime import datetime

from kfmodel.compilation.checks import CHECKS
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.hidden import hidden_groups
from kfmodel.compilation.history import with_history
from kfmodel.compilation.material import Material
from kfmodel.compilation.rows import category_rows, dialogue_rows
from kfmodel.compilation.tables import TABLES
from kfmodel.methods import method_of


def compile_material(material: Material, compiled_at: datetime) -> Compilation:
    """Compile what has been submitted, as it stands; says what is missing, waits for nobody.

    `compiled_at` is UTC. Raises UnknownMethod for a committee whose method has no file.
    """
    hidden = hidden_groups(material)
    dialogues = tuple(dialogue_rows(material, hidden))
    method_ids = dict.fromkeys(committee.method for committee in material.committees)
    values = Compilation(
        cycle=material.cycle,
        year=material.year,
        deadline_on=material.deadline_on,
        measured_on=material.measured_on,
        counting=material.counting,
        source=material.source,
        compiled_at=compiled_at,
        committees=material.committees,
        methods=tuple(method_of(method_id) for method_id in method_ids),
        rows=tuple(with_history(category_rows(material, dialogues, hidden), material)),
        dialogues=dialogues,
    )
    checked = replace(values, checks=tuple(check(values) for check in CHECKS))
    return replace(checked, tables=tuple(table(checked) for table in TABLES))
