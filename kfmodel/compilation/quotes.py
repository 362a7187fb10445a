"""What managers have written that may be quoted in the report, and what HR has picked of it.

A quote is a comment or a competence-specific gap. It is offered once, under the first driver that
its answer names, and may be picked under another of them. Only what may be shown is offered; who
wrote it is in no quote.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kfmodel.compilation.compilation import CategoryRow, Compilation, DialogueRow
from kfmodel.compilation.report.report import Quote
from kfmodel.personal_data import personal_data
from kfmodel.quotes import Key, PickedQuote, Source


@dataclass(frozen=True, slots=True)
class Candidate:
    """`keys` and `drivers` (their names) are of what the answer names, in the method's order.
    `personal` is what in it looks like a person's name or number; `picked` is HR's pick."""

    keys: tuple[Key, ...]
    drivers: tuple[str, ...]
    committee: str
    category: str
    text: str
    personal: tuple[str, ...] = ()
    picked: PickedQuote | None = None

    @property
    def key(self) -> Key:
        """Under the driver that it is picked under, else the first."""
        return self.picked.key if self.picked else self.keys[0]

    @property
    def driver(self) -> str:
        """Where it is listed, picked or not."""
        return self.drivers[0]

    @property
    def printed(self) -> str:
        """The words as they would enter the report."""
        return self.picked.printed if self.picked else self.text

    @property
    def printed_under(self) -> str:
        """The driver of its key."""
        return self.drivers[self.keys.index(self.key)]


class Reason(StrEnum):
    """Why a picked quote has dropped out."""

    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A pick that no longer enters the report, and why."""

    quote: PickedQuote
    category: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Choice:
    """All that HR may pick from, driver by driver in the method's order, then what names none."""

    candidates: tuple[Candidate, ...]
    dropped: tuple[Dropped, ...] = ()

    @property
    def picked(self) -> tuple[Candidate, ...]:
        """Those that HR has picked."""
        return tuple(one for one in self.candidates if one.picked)

    def offered_as(self, quote_id: str) -> tuple[Candidate, Key] | None:
        """The candidate that one of its ids means, and under which driver."""
        found = ((one, key) for one in self.candidates for key in one.keys if key.id == quote_id)
        return next(found, None)

    def held_as(self, quote_id: str) -> tuple[Key, ...]:
        """What is taken back with a pick, which may have dropped out."""
        if offered := self.offered_as(quote_id):
            return offered[0].keys
        return tuple(one.quote.key for one in self.dropped if one.quote.key.id == quote_id)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """What enters the report."""
        return tuple(
            Quote(one.key.driver, one.category, one.printed, one.committee) for one in self.picked
        )


def choice_of(compilation: Compilation, picked: Iterable[PickedQuote]) -> Choice:
    """A pick holds as long as its answer says the same and may be shown; those of dialogues that
    are not in the compilation are no part of it."""
    by_key = {quote.key: quote for quote in picked}
    offered = [
        _with_pick(candidate, [by_key[key] for key in candidate.keys if key in by_key])
        for candidate in _candidates(compilation)
    ]
    holding = {key for one in offered if one.picked for key in one.keys}
    dialogues = {row.dialogue.id: row for row in compilation.dialogues}
    dropped = (
        Dropped(quote, row.dialogue.category, _reason(quote, row, offered))
        for key, quote in by_key.items()
        if key not in holding and (row := dialogues.get(key.dialogue_id))
    )
    return Choice(tuple(offered), tuple(dropped))


def _with_pick(candidate: Candidate, quotes: Iterable[PickedQuote]) -> Candidate:
    """It may have been picked under several drivers; once is enough."""
    quote = next((quote for quote in quotes if quote.original == candidate.text), None)
    if quote is None:
        return candidate
    return replace(candidate, picked=quote, personal=personal_data(quote.printed))


def _reason(quote: PickedQuote, row: DialogueRow, offered: Iterable[Candidate]) -> Reason:
    if any(quote.key in one.keys for one in offered):
        return Reason.CHANGED
    answers = row.dialogue.answers
    if answers is None or quote.key.driver not in (answers.drivers or ("",)):
        return Reason.WITHDRAWN
    said = (getattr(answers, quote.key.source) or "").strip()
    return Reason.HIDDEN if said else Reason.WITHDRAWN


def _candidates(compilation: Compilation) -> Iterator[Candidate]:
    """Driver by driver, and within each in the order of the tables."""
    rows = [row for row in compilation.rows if not (row.masked or row.answers_hidden)]
    names: dict[str, str] = {}
    for method in compilation.methods:
        names |= {driver.id: driver.sv for driver in method.drivers}
    names[""] = ""
    for driver in names:
        for row in rows:
            for dialogue in row.shown:
                yield from _said(driver, names, row, dialogue)


def _said(
    driver: str, names: Mapping[str, str], row: CategoryRow, one: DialogueRow
) -> Iterator[Candidate]:
    """What stands under the driver: what names it first."""
    answers = one.dialogue.answers
    if answers is None:
        return
    named = [each for each in names if each in (answers.drivers or ("",))]
    if named[:1] != [driver]:
        return
    for source in Source:
        text = (getattr(answers, source) or "").strip()
        if text:
            yield Candidate(
                tuple(Key(one.dialogue.id, each, source) for each in named),
                tuple(names[each] for each in named),
                row.committee.code,
                row.category,
                text,
                personal_data(text),
            )
