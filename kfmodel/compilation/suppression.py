"""Which groups are hidden so that nobody can work out a small one from those beside it.

Groups of a category lie inside each other: a unit in its division, both in the committee. What is
published of a group are sums over its units. By subtraction anyone comes from a group to its rest,
which is the group less the largest groups published inside it, to rests put together, and to
nothing else. So no small group can be worked out where, and only where, every rest is empty or has
the heads of the smallest group. Where one has not, the group beside it with the fewest heads is
hidden too. That holds for each kind of sum on its own: projected figures, staffing and answers.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

COMMITTEE = ""
"""Stands for the committee among the codes of its divisions."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One dialogue; published with its staffing and its answers once it has answered. `spoken_for`
    where it has not, but its division has settled what it says."""

    id: int
    heads: int
    answered: bool
    spoken_for: bool = False

    @property
    def heads_told_of(self) -> int:
        """Heads in the sums of answers."""
        return self.heads if self.answered or self.spoken_for else 0


@dataclass(frozen=True, slots=True)
class Division:
    """`projected` is the headcount of its own projection, None where there is none."""

    code: str
    units: tuple[Unit, ...]
    projected: int | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """A category of a committee; `units` are those in no division.

    Heads are in hundredths, so that they are whole.
    """

    units: tuple[Unit, ...]
    divisions: tuple[Division, ...]
    projected: int | None = None

    @property
    def every_unit(self) -> Iterable[Unit]:
        yield from self.units
        for division in self.divisions:
            yield from division.units


@dataclass(slots=True)
class Hidden:
    """Ids of units, and codes of divisions (or COMMITTEE), of which nothing (`rows`), no staffing
    or no answers are published."""

    units: set[int] = field(default_factory=set)
    rows: set[str] = field(default_factory=set)
    staffing: set[str] = field(default_factory=set)
    answers: set[str] = field(default_factory=set)


def hidden_in(tree: Tree, smallest: int) -> Hidden:
    """What is hidden of a category where a group of fewer than `smallest` heads may not show."""
    hidden = Hidden()
    if _headcount(tree.projected, tree.every_unit) < smallest:
        hidden.units |= {unit.id for unit in tree.every_unit}
        hidden.rows |= {COMMITTEE, *(division.code for division in tree.divisions)}
    else:
        hidden.units |= {unit.id for unit in tree.every_unit if unit.heads < smallest}
        hidden.rows |= {
            division.code
            for division in tree.divisions
            if _headcount(division.projected, division.units) < smallest
        }
        _Projected(tree, hidden, smallest).cover()
        hidden.staffing |= hidden.rows
        _Summed(tree, hidden, smallest, hidden.staffing, lambda unit: unit.heads).cover()
        hidden.rows |= hidden.staffing & _not_projected(tree)
    hidden.staffing |= hidden.rows
    hidden.answers |= hidden.rows
    _Summed(tree, hidden, smallest, hidden.answers, lambda unit: unit.heads_told_of).cover()
    return hidden


def _headcount(projected: int | None, units: Iterable[Unit]) -> int:
    return sum(unit.heads for unit in units) if projected is None else projected


def _not_projected(tree: Tree) -> set[str]:
    """Those whose headcount is their staffing."""
    codes = {division.code for division in tree.divisions if division.projected is None}
    return codes | {COMMITTEE} if tree.projected is None else codes


@dataclass(slots=True)
class _Projected:
    """The projection's figures, published of divisions and of the committee."""

    tree: Tree
    hidden: Hidden
    smallest: int

    def cover(self) -> None:
        if self.tree.projected is None:
            return
        shown = [d for d in self.tree.divisions if d.projected and d.code not in self.hidden.rows]
        rest = self.tree.projected - sum(division.projected or 0 for division in shown)
        if 0 < rest < self.smallest:
            found = min(shown, key=lambda division: division.projected or 0, default=None)
            self.hidden.rows.add(found.code if found else COMMITTEE)


@dataclass(slots=True)
class _Summed:
    """Figures summed from units, published of units, divisions and the committee.

    `unpublished` holds the codes of those whose sum is not; `heads` says how many of a unit's
    heads are in it.
    """

    tree: Tree
    hidden: Hidden
    smallest: int
    unpublished: set[str]
    heads: Callable[[Unit], int]

    def cover(self) -> None:
        """Hide from the divisions upwards until no rest is small."""
        rest = sum(self._division_rest(division) for division in self.tree.divisions)
        rest += self._rest(self.tree.units)
        if COMMITTEE not in self.unpublished and 0 < rest < self.smallest:
            self._cover_committee()

    def _division_rest(self, division: Division) -> int:
        """Heads that the division's published sums leave to the committee's rest."""
        rest = self._rest(division.units)
        if division.code not in self.unpublished and 0 < rest < self.smallest:
            if shown := self._shown(division.units):
                self.hidden.units.add(self._smallest_of(shown).id)
            else:
                self.unpublished.add(division.code)
        return rest if division.code in self.unpublished else 0

    def _cover_committee(self) -> None:
        """Hide the unit or the division with the fewest heads, or else the committee's own sum."""
        units = self._shown(self._units_below_committee())
        divisions = [d for d in self.tree.divisions if self._is_published(d)]
        unit = self._smallest_of(units) if units else None
        division = min(divisions, key=self._cost, default=None)
        if unit and (division is None or self.heads(unit) <= self._sum(division)):
            self.hidden.units.add(unit.id)
        elif division:
            self.unpublished.add(division.code)
            if self._rest(division.units) == 0:
                self.hidden.units.add(self._smallest_of(self._shown(division.units)).id)
        else:
            self.unpublished.add(COMMITTEE)

    def _units_below_committee(self) -> Iterable[Unit]:
        """Units with no published sum between them and the committee's."""
        yield from self.tree.units
        for division in self.tree.divisions:
            if division.code in self.unpublished:
                yield from division.units

    def _cost(self, division: Division) -> tuple[bool, int]:
        """Cheapest first; a division whose staffing is hidden already before others."""
        return division.code not in self.hidden.staffing, self._sum(division)

    def _is_published(self, division: Division) -> bool:
        return division.code not in self.unpublished and self._sum(division) > 0

    def _sum(self, division: Division) -> int:
        return sum(self.heads(unit) for unit in division.units)

    def _is_shown(self, unit: Unit) -> bool:
        return unit.answered and unit.id not in self.hidden.units

    def _shown(self, units: Iterable[Unit]) -> list[Unit]:
        return [unit for unit in units if self._is_shown(unit) and self.heads(unit) > 0]

    def _rest(self, units: Iterable[Unit]) -> int:
        return sum(self.heads(unit) for unit in units if not self._is_shown(unit))

    def _smallest_of(self, units: Iterable[Unit]) -> Unit:
        return min(units, key=self.heads)
