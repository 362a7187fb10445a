"""What is hidden in each committee and category, decided once for every level's outputs."""

from collections import defaultdict
from collections.abc import Mapping

from kfmodel.compilation.material import CommitteeCategory, Dialogue, Material
from kfmodel.compilation.suppression import Division, Hidden, Tree, Unit, hidden_in
from kfmodel.methods import method_of

HiddenGroups = Mapping[CommitteeCategory, Hidden]


def hidden_groups(material: Material) -> HiddenGroups:
    """For each committee and category that is asked or projected."""
    asked: defaultdict[CommitteeCategory, list[Dialogue]] = defaultdict(list)
    for dialogue in material.dialogues:
        asked[dialogue.committee_code, dialogue.category].append(dialogue)
    divisions: defaultdict[str, list[str]] = defaultdict(list)
    for division in material.divisions:
        divisions[division.committee_code].append(division.code)
    return {
        (committee.code, category): hidden_in(
            _tree(material, committee.code, category, divisions[committee.code], dialogues),
            _hundredths(method_of(committee.method).smallest_group),
        )
        for committee in material.committees
        for category in material.categories
        if (dialogues := asked[committee.code, category])
        or (committee.code, category) in material.projections
    }


def _tree(
    material: Material,
    committee: str,
    category: str,
    divisions: list[str],
    dialogues: list[Dialogue],
) -> Tree:
    by_division: defaultdict[str | None, list[Dialogue]] = defaultdict(list)
    for dialogue in dialogues:
        by_division[dialogue.division_code].append(dialogue)
    units = {
        code: _units(asked, settled=(code, category) in material.settled)
        for code, asked in by_division.items()
    }
    return Tree(
        units.get(None, ()),
        tuple(
            Division(code, units.get(code, ()), _projected(material, code, category))
            for code in dict.fromkeys([*divisions, *filter(None, units)])
            if code in units or (code, category) in material.projections
        ),
        _projected(material, committee, category),
    )


def _units(dialogues: list[Dialogue], *, settled: bool) -> tuple[Unit, ...]:
    """What is settled upon answers tells of those; where there is none, of all."""
    spoken_for = settled and all(dialogue.answers is None for dialogue in dialogues)
    return tuple(
        Unit(
            dialogue.id,
            _hundredths(dialogue.heads),
            answered=dialogue.answers is not None,
            spoken_for=spoken_for,
        )
        for dialogue in dialogues
    )


def _projected(material: Material, code: str, category: str) -> int | None:
    projection = material.projections.get((code, category))
    return None if projection is None else _hundredths(projection.headcount)


def _hundredths(heads: float) -> int:
    return round(100 * heads)
