"""What a message says, before it is a card or an e-mail: both say the same."""

from dataclasses import dataclass, replace
from typing import NamedTuple, Self


@dataclass(frozen=True, slots=True)
class Row:
    """Something that is left, and how it stands; `quote` is what somebody wrote about it."""

    name: str
    said: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one organisation; `left_out` says how many more there are."""

    title: str
    rows: tuple[Row, ...]
    left_out: str | None = None

    def cut(self, most: int) -> Self:
        return replace(self, rows=self.rows[:most])


class FigureRow(NamedTuple):
    name: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Rows with several figures each: a table of two columns, whose heads are in `columns`."""

    title: str
    hint: str
    columns: tuple[str, str]
    rows: tuple[FigureRow, ...]
    left_out: str | None = None

    def cut(self, most: int) -> Self:
        return replace(self, rows=self.rows[:most])


@dataclass(frozen=True, slots=True)
class Ask:
    """The button of an e-mail and a word about it. It opens the chat unless `url` says other;
    `more` are links beside it, title and address."""

    title: str
    hint: str
    url: str | None = None
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """`where` names the cycle and the committee, `closing` says why one gets it and who is behind
    it. All is plain text."""

    subject: str
    where: str
    title: str
    lead: tuple[str, ...]
    deadline: str
    ask: Ask
    sections: tuple[Section | Figures, ...]
    closing: tuple[str, ...]
