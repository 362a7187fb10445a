"""What HR sees who picks quotes for the report: one page of what may be quoted, as values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kfmodel.compilation.quotes import Candidate, Choice

EACH = 3
"""Quotes on one page: a card has room for three long comments."""


@dataclass(frozen=True, slots=True)
class RefusedCut:
    """A shorter text for a quote, as it was `typed`, with a `word` that is not in the answer."""

    quote_id: str
    word: str
    typed: str


@dataclass(frozen=True)
class QuotesPage:
    """`page` counts from 0; one that is not there is the nearest."""

    committee_id: int
    committee: str
    cycle: str
    choice: Choice
    wanted: int = 0
    refused: RefusedCut | None = None

    @property
    def page(self) -> int:
        return max(0, min(self.wanted, len(self.pages) - 1))

    @property
    def shown(self) -> Sequence[Candidate]:
        return self.pages[self.page] if self.pages else ()

    @cached_property
    def pages(self) -> Sequence[Sequence[Candidate]]:
        """Each is of one driver."""
        return tuple(_pages(self.choice.candidates))


def _pages(candidates: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    by_driver: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_driver.setdefault(candidate.driver, []).append(candidate)
    for group in by_driver.values():
        for start in range(0, len(group), EACH):
            yield group[start : start + EACH]
