"""Rows and dialogues of each level. What is hidden is decided over the whole committee's tree, so
that what one level hides cannot be worked out from another's."""

from dataclasses import replace
from typing import NamedTuple

from kfmodel.answers import Answers
from kfmodel.compilation.compilation import CategoryRow, DialogueRow
from kfmodel.compilation.dialogue_rows import dialogue_rows
from kfmodel.compilation.hidden import hidden_groups
from kfmodel.compilation.material import Committee, Material
from kfmodel.compilation.rows import Whose, category_rows
from kfmodel.compilation.voice import Voice


class LevelRows(NamedTuple):
    rows: tuple[CategoryRow, ...]
    dialogues: tuple[DialogueRow, ...]


def committee_level(material: Material) -> LevelRows:
    """Every committee of the material."""
    hidden = hidden_groups(material)
    dialogues = tuple(dialogue_rows(material, hidden))
    owners = [Whose(committee, committee) for committee in material.committees]
    return LevelRows(tuple(category_rows(material, owners, dialogues, hidden)), dialogues)


def division_level(material: Material, code: str) -> LevelRows:
    """One division of the material's committee; nothing where it has no such division."""
    division = next((d for d in material.divisions if d.code == code), None)
    if division is None:
        return LevelRows((), ())
    hidden = hidden_groups(material)
    committee = next(c for c in material.committees if c.code == division.committee_code)
    owner = Committee(division.code, division.name, committee.method)
    dialogues = tuple(
        replace(row, committee=owner)
        for row in dialogue_rows(material, hidden)
        if row.dialogue.division_code == code
    )
    rows = category_rows(material, [Whose(owner, committee, code)], dialogues, hidden)
    return LevelRows(tuple(rows), dialogues)


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
