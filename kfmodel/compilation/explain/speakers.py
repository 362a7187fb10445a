"""Whose answers a row is compiled from, and which of them may be shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from kfmodel.answers import Answers
from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.explain.places import heading_of_kinds, kind_of
from kfmodel.glossary import heading
from kfmodel.organisation import OrganisationKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A unit, or the division that has settled for its units and says so beside its name."""

    name: str
    kind: OrganisationKind
    heads: float
    answers: Answers
    hidden: bool


def speakers(row: CategoryRow, compilation: Compilation) -> list[Speaker]:
    """With the masking of what is sent: a unit's or division's answer is hidden here where it is
    hidden there, and to the city every one is."""
    of_city = compilation.level is OrganisationKind.CITY
    settled = _settled_divisions(row, compilation)
    units = {
        one.dialogue.organisation_code: one
        for one in row.dialogues
        if one.dialogue.division_code not in settled
    }
    found = []
    for voice in row.voices:
        if unit := units.get(voice.code):
            name, kind = unit.dialogue.organisation_name, kind_of(unit.dialogue)
            hidden = unit.masked
        else:
            name, kind = _name(voice.code, row), OrganisationKind.DIVISION
            hidden = _is_hidden(voice.code, row, compilation)
        found.append(Speaker(name, kind, voice.heads, voice.answers, hidden or of_city))
    return found


def _settled_divisions(row: CategoryRow, compilation: Compilation) -> set[str]:
    """Those that speak for their units; in a division's own row the units do."""
    if row.committee not in compilation.committees:
        return set()
    return {
        one.committee.code
        for one in compilation.divisions
        if one.category == row.category and one.settled
    }


def _name(division: str, row: CategoryRow) -> str:
    names = {one.dialogue.division_code: one.dialogue.division_name for one in row.dialogues}
    return f"{names.get(division) or division} ({heading('is_settled').lower()})"


def _is_hidden(division: str, row: CategoryRow, compilation: Compilation) -> bool:
    """As its own row is, or its staffing, which is its weight."""
    own = [
        one
        for one in compilation.divisions
        if (one.committee.code, one.category) == (division, row.category)
    ]
    return not own or any(one.answers_hidden or one.staffing_hidden for one in own)


def heading_of(speaking: Iterable[Speaker]) -> str:
    """What those who are shown are called together."""
    return heading_of_kinds(speaker.kind for speaker in speaking if not speaker.hidden)


def how_many_hidden(speaking: Iterable[Speaker]) -> int:
    return sum(speaker.hidden for speaker in speaking)


def units_silent(row: CategoryRow, compilation: Compilation) -> int:
    """Units that have not answered, and for which no division has settled."""
    settled = _settled_divisions(row, compilation)
    return sum(
        one.dialogue.units
        for one in row.dialogues
        if not one.submitted and one.dialogue.division_code not in settled
    )
