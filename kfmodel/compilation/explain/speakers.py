"""Whose answers a row is compiled from, and which of them may be shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from kfmodel.answers import Answers
from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.organisation import OrganisationKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A unit, or the division that has settled for its units."""

    name: str
    heads: float
    answers: Answers
    hidden: bool


def speakers(row: CategoryRow, compilation: Compilation) -> list[Speaker]:
    """With the masking of what is sent: a unit's or division's answer is hidden here where it is
    hidden there, and to the city every one is."""
    of_city = compilation.level is OrganisationKind.CITY
    units = {one.dialogue.organisation_code: one for one in row.dialogues}
    divisions = {one.dialogue.division_code: one.dialogue for one in row.dialogues}
    found = []
    for voice in row.voices:
        if unit := units.get(voice.code):
            name, hidden = unit.dialogue.organisation_name, unit.masked
        else:
            name = divisions[voice.code].division_name or voice.code if not of_city else ""
            hidden = _is_hidden(voice.code, row, compilation)
        found.append(Speaker(name, voice.heads, voice.answers, hidden or of_city))
    return found


def _is_hidden(division: str, row: CategoryRow, compilation: Compilation) -> bool:
    """As its own row is, or its staffing, which is its weight."""
    own = [
        one
        for one in compilation.divisions
        if (one.committee.code, one.category) == (division, row.category)
    ]
    return not own or any(one.answers_hidden or one.staffing_hidden for one in own)


def how_many_hidden(speaking: Iterable[Speaker]) -> int:
    return sum(speaker.hidden for speaker in speaking)
