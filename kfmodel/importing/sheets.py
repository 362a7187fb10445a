"""Which sheet of a file is which: letter case and stray spaces in a title do not matter."""

from collections.abc import Sequence

from kfmodel.importing.book import Book
from kfmodel.importing.columns import Sheet
from kfmodel.importing.names import Names
from kfmodel.importing.problems import Problems
from kfmodel.importing.text import fold, listed

INSTRUCTIONS = "Anvisning"


def match_sheets(book: Book, sheets: Sequence[Sheet], problems: Problems) -> dict[str, str]:
    """The file's own title for each sheet it has; a missing, double or unknown one is reported."""
    known = {fold(sheet.title): sheet.title for sheet in sheets}
    names = Names(known.values())
    found: dict[str, str] = {}
    for title in book.titles:
        sheet_title = known.get(fold(title))
        if sheet_title in found:
            problems.error(f"{sheet_title}!A1", f'bladet finns två gånger, även som "{title}"')
        elif sheet_title:
            found[sheet_title] = title
        elif fold(title) != fold(INSTRUCTIONS):
            problems.warn(f"{title}!A1", f"bladet läses inte{names.hint(title)}")
    for sheet in sheets:
        if sheet.required and sheet.title not in found:
            there = listed([f'"{title}"' for title in book.titles]) or "inga"
            problems.error(f"{sheet.title}!A1", f"bladet saknas; i filen finns bladen {there}")
    return found
