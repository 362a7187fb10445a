"""What is said of one figure of a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kfmodel.compilation.table import Kind
from kfmodel.compilation.words import Shown, Value
from kfmodel.counted import as_counted
from kfmodel.glossary import heading
from kfmodel.organisation import Counting

PartRow = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Working:
    """How a figure comes about: the rule in a sentence, what it is made from, what it comes to on
    the way, and the result, which is computed from `parts` anew.

    `headings` are those of `parts`; a part's name stands first. `hidden` counts the answers that
    are in the result but may not be shown: then what it came to on the way is not told either.
    """

    rule: str
    result: Value
    headings: tuple[str, ...] = ()
    parts: Sequence[PartRow] = ()
    steps: Sequence[tuple[str, Value]] = ()
    hidden: int = 0

    def counted(self, counting: Counting | None) -> "Working":
        """In the words for what the cycle counts; the names of organisations are left as they
        are."""
        terms = self.headings[:1] == (heading("term"),)
        return replace(
            self,
            rule=as_counted(self.rule, counting),
            headings=tuple(as_counted(one, counting) for one in self.headings),
            parts=[
                (as_counted(str(name), counting) if terms else name, *values)
                for name, *values in self.parts
            ],
            steps=tuple((as_counted(name, counting), value) for name, value in self.steps),
        )


@dataclass(frozen=True, slots=True)
class Explanation:
    """The working of one cell. `of` says whose row it is; a masked cell has no working to show."""

    table: str
    column: str
    of: tuple[str, ...]
    cell: Value
    """The value as the table has it."""
    read: Shown
    """The same as people read it."""
    kind: Kind
    working: Working
    masked: bool = False

    @property
    def agrees(self) -> bool:
        """Whether computing anew gives the cell."""
        return self.masked or self.working.result == self.cell
