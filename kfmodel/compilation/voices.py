"""Who speaks for a category: its units, or for them the division that has settled it."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from kfmodel.calculations import exact, plain
from kfmodel.compilation.compilation import DialogueRow
from kfmodel.compilation.voice import Voice
from kfmodel.settling import Settled

SettledDivisions = Mapping[str, Settled]
"""What divisions have settled for one category, by their codes."""


def voices_of(dialogues: Iterable[DialogueRow], settled: SettledDivisions) -> tuple[Voice, ...]:
    """Every unit that has answered, and every settled division with the weight of its units,
    whether they have answered or not."""
    units = []
    heads: dict[str, Fraction] = {}
    for row in dialogues:
        one = row.dialogue
        if one.division_code in settled:
            code = one.division_code or ""
            heads[code] = heads.get(code, Fraction()) + exact(one.heads)
        elif one.answers is not None:
            units.append(Voice(one.organisation_code, one.heads, one.answers))
    divisions = (Voice(code, plain(sum_), settled[code].answers) for code, sum_ in heads.items())
    return (*units, *divisions)


def all_speak(dialogues: Iterable[DialogueRow], settled: SettledDivisions) -> bool:
    """Whether there is an answer, or a settled value, for every unit's people."""
    return all(row.submitted or row.dialogue.division_code in settled for row in dialogues)
