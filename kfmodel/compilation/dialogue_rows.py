"""Every dialogue with the method of its committee, and whether it is hidden."""

from collections.abc import Iterator

from kfmodel.compilation.compilation import DialogueRow
from kfmodel.compilation.hidden import HiddenGroups
from kfmodel.compilation.material import Material
from kfmodel.compilation.suppression import COMMITTEE
from kfmodel.methods import method_of


def dialogue_rows(material: Material, hidden: HiddenGroups) -> Iterator[DialogueRow]:
    """In the material's order."""
    committees = {committee.code: committee for committee in material.committees}
    for dialogue in material.dialogues:
        committee = committees[dialogue.committee_code]
        method = method_of(committee.method)
        found = hidden[committee.code, dialogue.category]
        small = COMMITTEE in found.rows or dialogue.heads < method.smallest_group
        yield DialogueRow(committee, method, dialogue, small, masked=dialogue.id in found.units)
