"""What those who answered are called together: a division may answer for its units, or for a group
that is too small in each of them."""

from collections.abc import Iterable

from kfmodel.compilation.compilation import DialogueRow
from kfmodel.compilation.material import Dialogue
from kfmodel.glossary import heading
from kfmodel.organisation import OrganisationKind

_ORDER = (OrganisationKind.UNIT, OrganisationKind.DIVISION, OrganisationKind.COMMITTEE)


def kind_of(dialogue: Dialogue) -> OrganisationKind:
    """What kind of organisation has answered."""
    if dialogue.organisation_code == dialogue.committee_code:
        return OrganisationKind.COMMITTEE
    if dialogue.organisation_code == dialogue.division_code:
        return OrganisationKind.DIVISION
    return OrganisationKind.UNIT


def heading_of_kinds(kinds: Iterable[OrganisationKind]) -> str:
    """ "Enhet", "Avdelning", "Enhet eller avdelning"; where there are none, "Enhet"."""
    found = set(kinds) or {OrganisationKind.UNIT}
    first, *others = (heading(kind) for kind in _ORDER if kind in found)
    return " eller ".join((first, *(other.lower() for other in others)))


def heading_of_rows(rows: Iterable[DialogueRow]) -> str:
    return heading_of_kinds(kind_of(row.dialogue) for row in rows)
