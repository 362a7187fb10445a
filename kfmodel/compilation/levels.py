"""Rows and dialogues of each level. What is hidden is decided over the whole committee's tree, so
that what one level hides cannot be worked out from another's."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from kfmodel.answers import Answers
from kfmodel.compilation.compilation import CategoryRow, DialogueRow
from kfmodel.compilation.dialogue_rows import dialogue_rows
from kfmodel.compilation.hidden import hidden_groups
from kfmodel.compilation.material import (
    Committee,
    CommitteeCategory,
    Dialogue,
    Division,
    Material,
)
from kfmodel.compilation.rows import Asked, Whose, category_rows
from kfmodel.compilation.voice import Voice


class LevelRows(NamedTuple):
    """What is compiled at a level: its rows, and the dialogues that they come from."""

    rows: tuple[CategoryRow, ...]
    dialogues: tuple[DialogueRow, ...]
    divisions: tuple[CategoryRow, ...] = ()
    """The rows of the divisions below."""


def committee_level(material: Material) -> LevelRows:
    """Every committee of the material, and their divisions."""
    hidden = hidden_groups(material)
    dialogues = tuple(dialogue_rows(material, hidden))
    whole = [Whose(committee, committee) for committee in material.committees]
    by_committee = _asked(dialogues, lambda dialogue: dialogue.committee_code)
    parts = [_whose(division, material) for division in material.divisions]
    by_division = _asked(dialogues, lambda dialogue: dialogue.division_code)
    return LevelRows(
        tuple(category_rows(material, whole, by_committee, hidden)),
        dialogues,
        tuple(category_rows(material, parts, by_division, hidden)),
    )


def division_level(material: Material, code: str) -> LevelRows:
    """One division of the material's committee; nothing where it has no such division."""
    division = next((d for d in material.divisions if d.code == code), None)
    if division is None:
        return LevelRows((), ())
    hidden = hidden_groups(material)
    whose = _whose(division, material)
    dialogues = tuple(
        replace(row, committee=whose.owner)
        for row in dialogue_rows(material, hidden)
        if row.dialogue.division_code == code
    )
    asked = _asked(dialogues, lambda dialogue: dialogue.division_code)
    return LevelRows(tuple(category_rows(material, [whose], asked, hidden)), dialogues)


def _whose(division: Division, material: Material) -> Whose:
    committee = next(c for c in material.committees if c.code == division.committee_code)
    owner = Committee(division.code, division.name, committee.method)
    return Whose(owner, committee, division.code)


def _asked(dialogues: Iterable[DialogueRow], code: Callable[[Dialogue], str | None]) -> Asked:
    asked: defaultdict[CommitteeCategory, list[DialogueRow]] = defaultdict(list)
    for row in dialogues:
        asked[code(row.dialogue) or "", row.dialogue.category].append(row)
    return asked


def without_units(rows: tuple[CategoryRow, ...]) -> tuple[CategoryRow, ...]:
    """For the city, which sees no unit's answer or comment: who they are is taken away."""
    return tuple(
        replace(
            row,
            dialogues=tuple(_nameless(dialogue) for dialogue in row.dialogues),
            voices=tuple(Voice("", v.heads, _scale_values(v.answers)) for v in row.voices),
        )
        for row in rows
    )


def _nameless(row: DialogueRow) -> DialogueRow:
    answers = row.dialogue.answers
    dialogue = replace(
        row.dialogue,
        division_code=None,
        division_name=None,
        organisation_code="",
        organisation_name="",
        responsible="",
        answers=answers and _scale_values(answers),
    )
    return replace(row, dialogue=dialogue)


def _scale_values(answers: Answers) -> Answers:
    return replace(
        answers,
        headcount_ok=None,
        headcount_actual=None,
        specific_gap=None,
        comment=None,
        drivers=(),
        activities=(),
    )
