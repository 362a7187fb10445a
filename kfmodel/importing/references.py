"""Codes and category names that point to the sheet where they are defined."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from kfmodel.importing.columns import Column, Refers
from kfmodel.importing.draft import Draft
from kfmodel.importing.names import Names
from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Table
from kfmodel.importing.text import in_sentence


@dataclass(frozen=True, slots=True)
class Defined:
    """The names that may be pointed to; `otherwise` ends the message about one that is none."""

    names: Names
    otherwise: str


def resolve_references(draft: Draft, problems: Problems) -> None:
    """Puts each name as it is defined in place of the one written; an unknown one is an error.

    Where the defining sheet is missing or has no names, that is the error to tell of.
    """
    codes = Names(_texts(draft.organisations, "code"))
    categories = Names(_texts(draft.categories, "name"))
    _resolve_earlier_names(draft, categories)
    code = "finns inte som kod i Organisation; skriv en av koderna där"
    category = Defined(categories, "finns inte i Yrkeskategorier; skriv ett av namnen där")
    defined = {Refers.PARENT: Defined(codes, f"{code} eller lämna tomt för staden")}
    defined |= {Refers.ORGANISATION: Defined(codes, code), Refers.CATEGORY: category}
    known = {refers: names for refers, names in defined.items() if names.names}
    for table in draft.tables:
        resolve(table, known, problems)


def resolve(table: Table, defined: Mapping[Refers, Defined], problems: Problems) -> None:
    """The same for one table."""
    for column in table.sheet.columns:
        if column.refers and column.refers in defined:
            _resolve(table, column, defined[column.refers], problems)


def _texts(table: Table, name: str) -> list[str]:
    return [line[name] for line in table if line[name] is not None]


def _resolve_earlier_names(draft: Draft, current: Names) -> None:
    """In rows about the earlier cycle a category may have the name that it had then."""
    now = {
        earlier: line["name"]
        for line in draft.categories
        for earlier in line["earlier_names"] or ()
        if line["name"] is not None
    }
    earlier_names = Names(now)
    for line in chain(draft.previous, *draft.plan):
        written = line["category"]
        if written is not None and current.find(written) is None:
            earlier = earlier_names.find(written)
            line.values["category"] = now[earlier] if earlier else written


def _resolve(table: Table, column: Column, defined: Defined, problems: Problems) -> None:
    for line in table:
        written = line[column.name]
        if written is None:
            continue
        found = defined.names.find(written)
        if found is None:
            what = f'{in_sentence(column.heading)} "{written}" {defined.otherwise}'
            problems.error(line.at(column.name), what + defined.names.hint(written))
            del line.values[column.name]
        else:
            line.values[column.name] = found
