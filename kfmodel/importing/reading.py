"""The import workbook in, checked values or every problem out."""

from dataclasses import dataclass
from datetime import date

from kfmodel.importing.archive import Source, UnreadableFileError
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
from kfmodel.importing.example_rows import without_example
from kfmodel.importing.plan_sheets import ACTIVITIES, FUNDING, GOALS, OUTCOMES, PLAN
from kfmodel.importing.problems import Problems
from kfmodel.importing.sheets import match_sheets
from kfmodel.importing.table import Table, no_table, read_table
from kfmodel.importing.values import CycleFile, Problem

SHEETS: tuple[Sheet, ...] = (
    CYCLE,
    ORGANISATIONS,
    PEOPLE,
    CATEGORIES,
    PROJECTIONS,
    STAFFING,
    PREVIOUS,
    *PLAN,
)
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
    except UnreadableFileError as error:
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

    return Draft(
        today,
        keys=read_keys(table(CYCLE), problems),
        organisations=table(ORGANISATIONS),
        people=table(PEOPLE),
        categories=table(CATEGORIES),
        projections=table(PROJECTIONS),
        staffing=table(STAFFING),
        previous=table(PREVIOUS),
        goals=without_example(table(GOALS), problems),
        outcomes=without_example(table(OUTCOMES), problems),
        activities=without_example(table(ACTIVITIES), problems),
        funding=without_example(table(FUNDING), problems),
    )
