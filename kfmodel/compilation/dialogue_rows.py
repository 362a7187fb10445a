"""Every dialogue with the method of its committee, and whether it is hidden."""

from collections.abc import Iterator

from kfmodel.compilation.compilation import DialogueRow
from kfmodel.compilation.hidden import HiddenGroups
from kfmodel.compilation.material import Material
from kfmodel.methods import method_of


def dialogue_rows(material: Material, hidden: HiddenGroups) -> Iterator[DialogueRow]:
    """In the material's order."""
    committees = {committee.code: committee for committee in material.committees}
    for dialogue in material.dialogues:
        committee = committees[dialogue.committee_code]
        masked = dialogue.id in hidden[committee.code, dialogue.category].units
        yield DialogueRow(committee, method_of(committee.method), dialogue, masked)
