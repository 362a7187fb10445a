"""Somebody who has every output of every level and subtracts what can be subtracted.

Whatever is published of a group is a sum over its parts: heads, what the projection says, what was
answered. The attacker writes each as a row of coefficients and asks whether some combination of
them is left with a small group alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from typing import Any, NamedTuple

from kfmodel.compilation import (
    Compilation,
    as_json,
    compile_city,
    compile_division,
    compile_material,
)
from kfmodel.compilation.material import Dialogue, Material
from tests.compilation.build import COMPILED_AT


class Part(NamedTuple):
    """What a sum is of: a figure of a dialogue, of a division's projection, of a settled value."""

    figure: str
    code: str


Sum = frozenset[Part]


@dataclass
class Attacker:
    """What is known of one category, over all committees."""

    category: str
    heads: dict[Part, Fraction] = field(default_factory=dict)
    known: set[Sum] = field(default_factory=set)

    def learn(self, *parts: Part) -> None:
        self.known.add(frozenset(parts))

    def isolated(self, smallest: int) -> set[frozenset[str]]:
        """The groups of fewer heads that can be told from all others."""
        return {
            frozenset(part.code for part in group)
            for figure in {part.figure for part in self.heads}
            for group in self._small_groups(figure, smallest)
            if self._is_alone(group, figure)
        }

    def _small_groups(self, figure: str, smallest: int) -> Iterator[Sum]:
        small = [
            p for p, heads in self.heads.items() if p.figure == figure and 0 < heads < smallest
        ]
        for size in range(1, smallest):
            for group in combinations(small, size):
                if sum(self.heads[part] for part in group) < smallest:
                    yield frozenset(group)

    def _is_alone(self, group: Sum, figure: str) -> bool:
        """Whether a combination of what is known is of parts of the group only: then the rows lose
        rank where its columns are struck."""
        known = [row for row in self.known if {part.figure for part in row} == {figure}]
        columns = sorted({part for row in known for part in row})
        others = [part for part in columns if part not in group]
        return rank(known, columns) > rank(known, others)


def rank(rows: Iterable[Sum], columns: Sequence[Part]) -> int:
    """Of the matrix with a 1 where the row's sum has the column's part; by row reduction, exact."""
    matrix = [[Fraction(column in row) for column in columns] for row in rows]
    found = 0
    for place in range(len(columns)):
        pivot = next((row for row in matrix[found:] if row[place]), None)
        if pivot is None:
            continue
        matrix.remove(pivot)
        matrix.insert(found, pivot)
        for row in matrix[found + 1 :]:
            if factor := row[place] / pivot[place]:
                row[:] = [one - factor * other for one, other in zip(row, pivot, strict=True)]
        found += 1
    return found


def outputs(material: Material) -> Iterator[Compilation]:
    """Every division's, every committee's, all committees' together, and the city's."""
    for division in material.divisions:
        yield compile_division(material, division.code, COMPILED_AT)
    yield compile_material(material, COMPILED_AT)
    yield compile_city(material, COMPILED_AT)


def attack(material: Material, category: str) -> Attacker:
    """Read everything. Heads of a settled value are those that had answered, if any had, since it
    may have been taken as it was compiled; else of the whole group it is said of."""
    attacker = Attacker(category)
    of = [one for one in material.dialogues if one.category == category]
    tree = _Tree(material, category, of)
    attacker.heads = dict(tree.heads())
    for compilation in outputs(material):
        for row in _rows(compilation, "gap", category):
            _read_row(attacker, tree, row)
        for row in _rows(compilation, "divisions", category):
            _read_row(attacker, tree, row)
        _read_answers(attacker, tree, compilation)
        _read_staffing(attacker, tree, compilation)
    return attacker


def _rows(compilation: Compilation, table: str, category: str) -> list[dict[str, Any]]:
    rows = as_json(compilation)["tables"].get(table, [])
    return [row for row in rows if row["category"] == category and "masked" not in row]


def _read_row(attacker: Attacker, tree: "_Tree", row: dict[str, Any]) -> None:
    """Headcount, gap, turnover and retirements are sums; so are the levels in heads, both as
    compiled and, of a division, as settled."""
    owner = row["organisation"]
    attacker.learn(*(tree.projection(owner) or tree.staffing(owner)))
    if "answers_masked" in row:
        return
    attacker.learn(*tree.answers(owner))
    if owner in tree.settled:
        attacker.learn(Part("answers", f"settled {owner}"))


def _read_answers(attacker: Attacker, tree: "_Tree", compilation: Compilation) -> None:
    """Svar, cell by cell as it is printed."""
    tables = [table for table in compilation.tables if table.name == "answers"]
    for table in tables:
        for record, row in zip(table.records, table.rows_for_people(), strict=True):
            one = record.dialogue
            if one.category == attacker.category and not row.masked:
                assert "•" not in row.cells
                attacker.learn(Part("staffing", one.organisation_code))
                attacker.learn(Part("answers", one.organisation_code))


def _read_staffing(attacker: Attacker, tree: "_Tree", compilation: Compilation) -> None:
    """What a check tells of the staffing beside the projection."""
    details = {check.name: check.detail for check in compilation.checks}
    for committee in compilation.committees:
        for named in (attacker.category, f"{attacker.category} ({committee.name})"):
            if f"{named}: bemanning" in details["staffing_and_projection"]:
                attacker.learn(*tree.staffing(committee.code))


@dataclass
class _Tree:
    """The organisation as everybody knows it: who is asked, and who has answered."""

    material: Material
    category: str
    dialogues: list[Dialogue]

    @property
    def settled(self) -> set[str]:
        return {code for code, category in self.material.settled if category == self.category}

    def below(self, owner: str) -> list[Dialogue]:
        return [d for d in self.dialogues if owner in (d.committee_code, d.division_code)]

    def heads(self) -> Iterator[tuple[Part, Fraction]]:
        for one in self.dialogues:
            yield Part("staffing", one.organisation_code), Fraction(one.heads)
            if one.answers:
                yield Part("answers", one.organisation_code), Fraction(one.heads)
        for owner in self.settled:
            yield Part("answers", f"settled {owner}"), self._heads_of_settled(owner)
        for (owner, category), projection in self.material.projections.items():
            if category == self.category and self.projection(owner) == [Part("projected", owner)]:
                yield Part("projected", owner), Fraction(projection.headcount)

    def _heads_of_settled(self, owner: str) -> Fraction:
        told = [Fraction(one.heads) for one in self.below(owner) if self._is_told_of(one)]
        if told:
            return sum(told, Fraction())
        projection = self.material.projections.get((owner, self.category))
        if projection:
            return Fraction(projection.headcount)
        return sum((Fraction(one.heads) for one in self.below(owner)), Fraction())

    def _is_told_of(self, one: Dialogue) -> bool:
        division = one.division_code
        if one.answers or division not in self.settled:
            return one.answers is not None
        return not any(other.answers for other in self.below(division))

    def staffing(self, owner: str) -> list[Part]:
        return [Part("staffing", one.organisation_code) for one in self.below(owner)]

    def projection(self, owner: str) -> list[Part]:
        """The committee's is the sum of its divisions' where they have their own."""
        projected = [
            code for code, category in self.material.projections if category == self.category
        ]
        divisions = [d.code for d in self.material.divisions if d.committee_code == owner]
        own = [code for code in divisions if code in projected]
        return [Part("projected", code) for code in own or [owner] if code in projected]

    def answers(self, owner: str) -> list[Part]:
        """Who speaks in the owner's row: units, and in a committee's the settled divisions."""
        is_committee = owner in {committee.code for committee in self.material.committees}
        spoken = {
            one.division_code
            for one in self.dialogues
            if is_committee and one.division_code in self.settled
        }
        units = [
            one.organisation_code
            for one in self.below(owner)
            if one.answers and one.division_code not in spoken
        ]
        divisions = [
            f"settled {code}"
            for code in sorted(code for code in spoken if code)
            if any(one.division_code == code for one in self.below(owner))
        ]
        return [Part("answers", code) for code in (*units, *divisions)]
