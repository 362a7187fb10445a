"""The import workbook in, checked values or every problem out."""

from dataclasses import dataclass
from datetime import date

from kfmodel.importing.archive import Source, UnreadableFile
from kfmodel.importing.book import Book, open_book
from kfmodel.importing.checks import run_checks
from kfmodel.importing.columns import Sheet
from kfmodel.importing.cycle_key_columns import CYCLE
from kfmodel.importing.cycle_keys import read_keys
from kfmodel.importing.cycle_sheets import (
    CATEGORIES,
    ORGANISATIONS,
    PEOPLE,
    PREVIOUS,
    PROJECTIONS,
    STAFFING,
)
from kfmodel.importing.draft import Draft
from kfmodel.importing.draft_values import cycle_file
from kfmodel.importing.later_sheets import LATER
from kfmodel.importing.problems import Problems
from kfmodel.importing.sheets import match_sheets
from kfmodel.importing.table import Table, no_table, read_table, split
from kfmodel.importing.text import listed
from kfmodel.importing.values import CycleFile, Problem

READ = (CYCLE, ORGANISATIONS, PEOPLE, CATEGORIES, PROJECTIONS, STAFFING, PREVIOUS)
SHEETS: tuple[Sheet, ...] = (*READ, *LATER)
WHOLE_FILE = "Fil!A1"
"""Where a problem with the file as such is said to be: it has no sheet to point at."""

_TITLES = tuple(sheet.title for sheet in SHEETS)


@dataclass(frozen=True, slots=True)
class Reading:
    """`file` is None where there are errors; warnings do not stop an import."""

    file: CycleFile | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def read_cycle(source: Source, today: date) -> Reading:
    """Reads and checks the whole workbook. Raises nothing: a file that cannot be opened is a
    problem too, at `Fil!A1`. `today` decides whether the deadline has passed.
    """
    problems = Problems()
    try:
        with open_book(source) as book:
            draft = _draft(book, today, problems)
    except UnreadableFile as error:
        return Reading(None, (Problem(WHOLE_FILE, str(error)),), ())
    run_checks(draft, problems)
    return Reading(
        None if problems.stop else cycle_file(draft),
        problems.errors(_TITLES),
        problems.warnings(_TITLES),
    )


def _draft(book: Book, today: date, problems: Problems) -> Draft:
    titles = match_sheets(book, SHEETS, problems)

    def table(sheet: Sheet) -> Table:
        if sheet.title not in titles:
            return no_table(sheet)
        return read_table(sheet, book.rows(titles[sheet.title]), problems)

    draft = Draft(
        today,
        keys=read_keys(table(CYCLE), problems),
        organisations=table(ORGANISATIONS),
        people=table(PEOPLE),
        categories=table(CATEGORIES),
        projections=table(PROJECTIONS),
        staffing=table(STAFFING),
        previous=table(PREVIOUS),
    )
    _look_at_later_sheets(book, titles, problems)
    return draft


def _look_at_later_sheets(book: Book, titles: dict[str, str], problems: Problems) -> None:
    filled = []
    for sheet in LATER:
        if sheet.title in titles:
            _, rows = split(sheet, book.rows(titles[sheet.title]), problems)
            if any(True for _ in rows):
                filled.append(sheet.title)
    if filled:
        problems.warn(
            f"{filled[0]}!A1", f"raderna i {listed(filled)} används inte ännu och hoppas över"
        )
