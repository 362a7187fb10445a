"""Tables as every writer prints them: typed columns over records, no arithmetic left to do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, Flag, auto
from typing import Generic, NamedTuple, Protocol, TypeVar

from kfmodel.compilation.words import Plain, Shown, Value, for_machines, for_people
from kfmodel.counted import as_counted
from kfmodel.glossary import heading
from kfmodel.organisation import Counting

Record = TypeVar("Record")
Printed = TypeVar("Printed")
Reads_contra = TypeVar("Reads_contra", contravariant=True)
Reads_co = TypeVar("Reads_co", covariant=True)


class Kind(Enum):
    """What a column's values are, which decides how they are printed."""

    CATEGORY = auto()
    NAME = auto()
    ADDRESS = auto()
    WORD = auto()
    SHORT = auto()
    """A few words."""
    PHRASE = auto()
    TEXT = auto()
    NOTE = auto()
    """Text that has the sheet to itself."""
    SEVERITY = auto()
    PROGRESS = auto()
    STATUS = auto()
    DELIVERY = auto()
    """What became of a message."""
    COUNT = auto()
    DIFFERENCE = auto()
    PERCENT = auto()
    POINTS = auto()
    """Percentage points with their sign."""
    AMOUNT = auto()
    """Kronor."""
    TIME = auto()
    YEAR = auto()
    ANSWER = auto()
    """A word of a scale, a difference in people, or percentage points, as its row says."""


class Readers(Flag):
    """Who reads: people get words and Stockholm time, machines names and UTC."""

    PEOPLE = auto()
    MACHINES = auto()


EVERYONE = Readers.PEOPLE | Readers.MACHINES


@dataclass(frozen=True, slots=True)
class Column(Generic[Reads_contra]):
    """A column: its glossary name and where its value is found in a record.

    `shown` is what people read where that is not the value itself; `term` is the heading's name in
    the glossary where that is not the column's. An `identity` says which row it
    is, so it stands on masked rows too. A `nullable` is null for machines where it has no value;
    other columns are then absent. One `of_units` tells of single units; the city does not see it.
    """

    name: str
    value: Callable[[Reads_contra], Value]
    kind: Kind = Kind.WORD
    shown: Callable[[Reads_contra], Value] | None = None
    readers: Readers = EVERYONE
    identity: bool = False
    nullable: bool = False
    term: str | None = None
    of_units: bool = False
    counting: Counting | None = None
    """What its cycle counts, which its heading says."""

    @property
    def heading(self) -> str:
        return as_counted(heading(self.term or self.name), self.counting)

    def getter(self, readers: Readers) -> Callable[[Reads_contra], Value]:
        """What finds the value that they read."""
        people = readers is Readers.PEOPLE
        return self.shown if people and self.shown is not None else self.value


class Records(Protocol[Reads_co]):
    """A sequence, or rows that are read while they are gone through."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Reads_co]: ...


class Row(NamedTuple, Generic[Printed]):
    """Cells in the order of the readers' columns; where masked only identities have a value."""

    cells: tuple[Printed, ...]
    masked: bool
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[Record]):
    """A table of one record a row; `masked` tells the records whose values must not be shown.

    `totals` stand below the rows for people; machines sum for themselves, unless `totals_for` says
    that they get them too.
    """

    name: str
    columns: tuple[Column[Record], ...]
    records: Records[Record]
    masked: Callable[[Record], bool] = lambda _: False
    readers: Readers = EVERYONE
    totals: Sequence[Record] = ()
    totals_for: Readers = Readers.PEOPLE
    when_empty: str | None = None
    """What people read in the place of rows where there is none, if anything."""

    @property
    def title(self) -> str:
        """The heading that people know the table by."""
        return heading(self.name)

    def counted(self, counting: Counting | None) -> "Table[Record]":
        """With headings that say what is counted."""
        columns = tuple(replace(column, counting=counting) for column in self.columns)
        return replace(self, columns=columns)

    def columns_for(self, readers: Readers) -> tuple[Column[Record], ...]:
        """The columns that they get."""
        return tuple(column for column in self.columns if readers in column.readers)

    def rows_for_people(self) -> Iterator[Row[Shown]]:
        """Every row in words and Stockholm time, made while it is read; then the totals."""
        if self.when_empty and not self.records:
            others = len(self.columns_for(Readers.PEOPLE)) - 1
            yield Row((self.when_empty, *[None] * others), masked=False)
        yield from self._rows(self.records, Readers.PEOPLE, for_people)
        for row in self._rows(self.totals, Readers.PEOPLE, for_people):
            yield row._replace(total=True)

    def rows_for_machines(self) -> Iterator[Row[Plain]]:
        """Every row in names and UTC, made while it is read."""
        yield from self._rows(self.records, Readers.MACHINES, for_machines)
        if Readers.MACHINES in self.totals_for:
            yield from self._rows(self.totals, Readers.MACHINES, for_machines)

    def _rows(
        self, records: Iterable[Record], readers: Readers, printed: Callable[[Value], Printed]
    ) -> Iterator[Row[Printed]]:
        columns = self.columns_for(readers)
        getters = [column.getter(readers) for column in columns]
        hidden = [column.getter(readers) if column.identity else _nothing for column in columns]
        for record in records:
            masked = self.masked(record)
            chosen = hidden if masked else getters
            yield Row(tuple([printed(get(record)) for get in chosen]), masked)


def _nothing(_: object) -> None:
    return None
