"""What a report is written from: a compilation and the quotes that HR has picked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kfmodel.compilation.compilation import CategoryRow, Compilation
from kfmodel.compilation.material import Committee
from kfmodel.compilation.report.sentences.language import (
    CITY,
    COMMITTEE,
    DIVISION,
    PERSON,
    YEARLY_WORKER,
    Noun,
)
from kfmodel.compilation.table import Readers, Table
from kfmodel.counted import as_counted
from kfmodel.methods import Method, method_of
from kfmodel.organisation import Counting, OrganisationKind


@dataclass(frozen=True, slots=True)
class Quote:
    """A manager's words on a driver (its id; "" for none), picked by HR; who said them is not known
    here. `committee` is the code of whose report they are in, None for any."""

    driver: str
    category: str
    text: str
    committee: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    compilation: Compilation
    quotes: tuple[Quote, ...] = ()
    part: bool = False
    """Whether it is one committee's part of the city's report."""

    @property
    def year(self) -> int:
        return self.compilation.year

    @property
    def method(self) -> Method:
        """The committee's; sections on results are of one committee."""
        return self.compilation.methods[0]

    @property
    def of_division(self) -> bool:
        return self.compilation.level is OrganisationKind.DIVISION

    @property
    def of_city(self) -> bool:
        """Whether it tells of the whole city, committee by committee."""
        city = self.compilation.level is OrganisationKind.CITY
        return not self.part and (city or len(self.compilation.committees) != 1)

    @property
    def of_units(self) -> bool:
        """Whether units' own answers and words may be known; the city sees none."""
        return self.compilation.level is not OrganisationKind.CITY

    @property
    def owner(self) -> Noun:
        """What whose report it is is called."""
        if self.of_city:
            return CITY
        return DIVISION if self.of_division else COMMITTEE

    @property
    def heads(self) -> Noun:
        """What is counted: people, or full-time equivalents."""
        full_time = self.compilation.counting is Counting.FULL_TIME_EQUIVALENTS
        return YEARLY_WORKER if full_time else PERSON

    def counted(self, text: str) -> str:
        """A text about how many people there are, in the word for what is counted."""
        return as_counted(text, self.compilation.counting)

    @property
    def shown(self) -> Sequence[CategoryRow]:
        """The rows that may be spoken of."""
        return [row for row in self.compilation.rows if not row.masked]

    @property
    def judged(self) -> Sequence[CategoryRow]:
        """The rows whose answers may be spoken of."""
        return [row for row in self.shown if not row.answers_hidden]

    @property
    def settled(self) -> bool:
        """Whether every category is settled; else the report is a proposal."""
        rows = self.compilation.rows
        return bool(rows) and all(row.settled for row in rows)

    def table(self, name: str) -> Table[Any] | None:
        """The table, where it is there and has rows."""
        found = next((table for table in self.compilation.tables if table.name == name), None)
        return found if found and found.records else None

    def by_committee(self) -> Sequence["Report"]:
        """A report a committee."""
        if not self.of_city:
            return [self]
        return [self._of(committee) for committee in self.compilation.committees]

    def _of(self, committee: Committee) -> "Report":
        compilation = replace(
            self.compilation,
            committees=(committee,),
            methods=(method_of(committee.method),),
            rows=tuple(row for row in self.compilation.rows if row.committee == committee),
            dialogues=tuple(d for d in self.compilation.dialogues if d.committee == committee),
            tables=tuple(_rows_of(committee, table) for table in self.compilation.tables),
        )
        quotes = tuple(q for q in self.quotes if q.committee in (None, committee.code))
        return replace(self, compilation=compilation, quotes=quotes, part=True)


def _rows_of(committee: Committee, table: Table[Any]) -> Table[Any]:
    """The committee's rows of a table that says whose they are, without its name on each."""
    codes = [column for column in table.columns_for(Readers.MACHINES) if column.identity]
    code = next((column.value for column in codes if column.name == "organisation"), None)
    if code is None:
        return table
    return replace(
        table,
        columns=tuple(column for column in table.columns if column.name != "committee"),
        records=[record for record in table.records if code(record) == committee.code],
        totals=[record for record in table.totals if code(record) == committee.code],
    )
