"""What a report is made of, as values. Sections make them, a writer prints them."""

from dataclasses import dataclass
from typing import Any

from kfmodel.compilation.report.charts.values import Chart
from kfmodel.compilation.table import Table


@dataclass(frozen=True, slots=True)
class TitlePage:
    title: str
    subtitle: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents of every heading after it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a new page) to 3."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class ToFill:
    """What needs judgement: a marked paragraph that says what HR writes here."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms and what they mean."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A manager's own words; `about` is the category they are about, never who said them."""

    text: str
    about: str


@dataclass(frozen=True, slots=True)
class Tabular:
    """A table with these of its columns, in this order; all of them where none are named.

    A column in which no row has a value is left out, unless it says which row it is.
    """

    table: Table[Any]
    caption: str
    columns: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart; `alternative` says in words what it shows."""

    chart: Chart
    caption: str
    alternative: str


Block = (
    TitlePage
    | Contents
    | Heading
    | Paragraph
    | ToFill
    | Bullets
    | Definitions
    | Quoted
    | Tabular
    | Picture
)


def said(*sentences: str | None) -> list[Block]:
    """One paragraph of what there is to say; nothing where that is nothing."""
    text = " ".join(sentence for sentence in sentences if sentence)
    return [Paragraph(text)] if text else []
