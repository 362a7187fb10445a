"""The answers workbook in, answers or every problem out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kfmodel.answers import HEADS_NEEDED, SEVERITIES, Answers
from kfmodel.contradictions import (
    Contradiction,
    contradictions,
    levels_total,
    need_far_from_today,
)
from kfmodel.importing.answers_parts import read_answers_of_line
from kfmodel.importing.answers_sheet import ANSWERS
from kfmodel.importing.archive import Source, UnreadableFileError
from kfmodel.importing.book import open_book
from kfmodel.importing.columns import Refers
from kfmodel.importing.duplicates import report_duplicates
from kfmodel.importing.names import Names
from kfmodel.importing.problems import Problems
from kfmodel.importing.reading import WHOLE_FILE
from kfmodel.importing.references import Defined, resolve
from kfmodel.importing.sheets import match_sheets
from kfmodel.importing.table import Line, Table, no_table, read_table
from kfmodel.importing.values import AnswerRow, Problem
from kfmodel.methods import Method
from kfmodel.numbers import as_text
from kfmodel.scales import Severity

MethodFor = Callable[[str], Method | None]


@dataclass(frozen=True, slots=True)
class AnswersReading:
    """`rows` is empty where there are errors; warnings do not stop an import."""

    rows: tuple[AnswerRow, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def read_answers(
    source: Source,
    *,
    organisations: Iterable[str],
    categories: Iterable[str],
    method_for: MethodFor,
) -> AnswersReading:
    """Reads and checks the sheet Svar. Raises nothing.

    `organisations` and `categories` are the cycle's codes and names; `method_for` gives the method
    of the committee that an organisation belongs to, None where it belongs to none.
    """
    problems = Problems()
    try:
        with open_book(source) as book:
            titles = match_sheets(book, (ANSWERS,), problems)
            title = titles.get(ANSWERS.title)
            rows = book.rows(title) if title else None
            table = read_table(ANSWERS, rows, problems) if rows else no_table(ANSWERS)
    except UnreadableFileError as error:
        return AnswersReading((), (Problem(WHOLE_FILE, str(error)),), ())
    resolve(table, _defined(organisations, categories), problems)
    report_duplicates(table, ("organisation_code", "category"), "ta bort en av raderna", problems)
    answered = _answer_rows(table, method_for, problems)
    return AnswersReading(
        () if problems.stop else answered,
        problems.errors((ANSWERS.title,)),
        problems.warnings((ANSWERS.title,)),
    )


def _defined(organisations: Iterable[str], categories: Iterable[str]) -> dict[Refers, Defined]:
    return {
        Refers.ORGANISATION: Defined(
            Names(organisations), "finns inte i omgången; skriv en av omgångens koder"
        ),
        Refers.CATEGORY: Defined(
            Names(categories), "finns inte i omgången; skriv en av omgångens yrkeskategorier"
        ),
    }


def _answer_rows(table: Table, method_for: MethodFor, problems: Problems) -> tuple[AnswerRow, ...]:
    rows = []
    absent_columns: set[str] = set()
    for line in table:
        method = _method(line, method_for, problems)
        if method:
            found = read_answers_of_line(line, method, problems)
            absent_columns |= found.absent_columns
            rows.append(_row(line, Answers(**found.values), problems))
    for column in ANSWERS.columns:
        if column.name in absent_columns:
            problems.error(
                table.heading_cell, f'kolumnen "{column.heading}" saknas; lägg till rubriken'
            )
    return tuple(rows)


def _method(line: Line, method_for: MethodFor, problems: Problems) -> Method | None:
    code = line["organisation_code"]
    if code is None:
        return None
    method = method_for(code)
    if method is None:
        text = f'organisation "{code}" hör inte till någon nämnd'
        problems.error(line.at("organisation_code"), text)
    return method


def _row(line: Line, answers: Answers, problems: Problems) -> AnswerRow:
    _point_out_contradictions(line, answers, problems)
    return AnswerRow(line["organisation_code"], line["category"], answers, line.cell)


def _point_out_contradictions(line: Line, answers: Answers, problems: Problems) -> None:
    """But for the missing activity: the answers workbook has no column for activities."""
    found = contradictions(answers)
    if far := need_far_from_today(answers):
        problems.warn(
            line.at(HEADS_NEEDED[far.years][0]),
            f"{far.needed} personer behövs om {far.years} år, mot {far.today} i dag; stämmer det?",
        )
    if Contradiction.LEVELS_DO_NOT_SUM in found:
        total = as_text(levels_total(answers), signed=True)
        problems.warn(line.at("level_some"), f"nivåerna blir {total} tillsammans, inte 0")
    for contradiction in found:
        if text := _BUT_SERIOUS.get(contradiction):
            problems.warn(line.at(_serious(answers)), f"{text} men risken allvarlig; stämmer det?")


_BUT_SERIOUS = {
    Contradiction.LESS_NEED_BUT_SERIOUS: "behovet är mindre",
    Contradiction.NO_CHANGE_BUT_SERIOUS: "lika många behövs på varje nivå",
}


def _serious(answers: Answers) -> str:
    """The first answer that says so."""
    return next(name for name in SEVERITIES if getattr(answers, name) is Severity.SERIOUS)
