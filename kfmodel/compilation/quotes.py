"""What managers have written that may be quoted in the report, and what HR has picked of it.

A quote is a comment or a competence-specific gap, under a driver that its answer names. Only what
may be shown is offered; who wrote it is in no quote.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kfmodel.compilation.compilation import CategoryRow, Compilation, DialogueRow
from kfmodel.compilation.report.report import Quote
from kfmodel.personal_data import personal_data
from kfmodel.quotes import Key, PickedQuote, Source


@dataclass(frozen=True, slots=True)
class Candidate:
    """`personal` is what in it looks like a person's name or number; `picked` is HR's pick."""

    key: Key
    driver: str
    committee: str
    category: str
    text: str
    personal: tuple[str, ...] = ()
    picked: PickedQuote | None = None

    @property
    def printed(self) -> str:
        return self.picked.printed if self.picked else self.text


class Reason(StrEnum):
    """Why a picked quote has dropped out."""

    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Dropped:
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
        return tuple(one for one in self.candidates if one.picked)

    @property
    def held(self) -> tuple[Key, ...]:
        """Every pick that can be taken back, those that have dropped out too."""
        return (*(one.key for one in self.picked), *(one.quote.key for one in self.dropped))

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
        _with_pick(candidate, by_key.get(candidate.key)) for candidate in _candidates(compilation)
    ]
    holding = {one.key for one in offered if one.picked}
    dialogues = {row.dialogue.id: row for row in compilation.dialogues}
    dropped = (
        Dropped(quote, row.dialogue.category, _reason(quote, row, offered))
        for key, quote in by_key.items()
        if key not in holding and (row := dialogues.get(key.dialogue_id))
    )
    return Choice(tuple(offered), tuple(dropped))


def _with_pick(candidate: Candidate, quote: PickedQuote | None) -> Candidate:
    if quote is None or quote.original != candidate.text:
        return candidate
    return replace(candidate, picked=quote, personal=personal_data(quote.printed))


def _reason(quote: PickedQuote, row: DialogueRow, offered: Iterable[Candidate]) -> Reason:
    if any(one.key == quote.key for one in offered):
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
    for driver_id, name in (*names.items(), ("", "")):
        for row in rows:
            for dialogue in row.shown:
                yield from _said(driver_id, name, row, dialogue)


def _said(driver_id: str, name: str, row: CategoryRow, one: DialogueRow) -> Iterator[Candidate]:
    answers = one.dialogue.answers
    if answers is None or driver_id not in (answers.drivers or ("",)):
        return
    for source in Source:
        text = (getattr(answers, source) or "").strip()
        if text:
            key = Key(one.dialogue.id, driver_id, source)
            found = personal_data(text)
            yield Candidate(key, name, row.committee.code, row.category, text, found)
