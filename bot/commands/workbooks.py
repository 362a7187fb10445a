"""HR's workbooks: the template, the import, answers taken on paper."""

from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy import Connection, Row

from bot.clock import Clock
from bot.commands.console import (
    CYCLE_HELP,
    WRONG_INPUT,
    cannot_write,
    cycle_of,
    database,
    fail,
    out,
    print_problems,
    working,
)
from bot.commands.swedish import Commands
from kfmodel.database import reading, writing
from kfmodel.importing.answers_reading import AnswersReading, read_answers
from kfmodel.importing.reading import read_cycle
from kfmodel.importing.template import write_cycle, write_template
from kfmodel.methods import Method, method_of
from kfmodel.repository.answer_import import store_answers
from kfmodel.repository.cycle_draft import draft
from kfmodel.repository.cycle_import import ImportRefusedError, Stored, store_cycle
from kfmodel.repository.organisations import category_names, organisations_in

File = Annotated[Path, typer.Argument(metavar="FIL.xlsx", help="Arbetsboken")]
Replace = Annotated[bool, typer.Option("--replace", help="Ersätt även svar som lämnats i chatten")]


Overwrite = Annotated[bool, typer.Option("--replace", help="Skriv över filen om den redan finns")]


def template(file: File, replace: Overwrite = False) -> None:
    """Write an empty import workbook with instructions, lists and examples."""
    require_new(file, replace)
    try:
        write_template(file)
    except OSError as error:
        raise cannot_write(file, error) from error
    out.print(f"Skrev {file}")


def next_cycle_draft(
    cycle: Annotated[str, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)],
    file: Annotated[Path, typer.Option("--out", metavar="FIL.xlsx", help="Arbetsboken")],
    replace: Overwrite = False,
) -> None:
    """Write the next cycle's import workbook, drafted from this one, for HR to go through."""
    require_new(file, replace)
    with working("Förbereder nästa omgång"), database() as engine:
        with reading(engine) as connection:
            drafted = draft(connection, cycle_of(connection, cycle), Clock().now())
        try:
            write_cycle(drafted, file)
        except OSError as error:
            raise cannot_write(file, error) from error
    out.print(f"Skrev {file}: {drafted.cycle.name}, att gå igenom och läsa in med kf import")


def require_new(file: Path, replace: bool) -> None:
    """A file that exists may be the one that HR has spent days on filling in: it is left alone."""
    if file.suffix.lower() != ".xlsx":
        raise fail(f"{file}: filens namn ska sluta på .xlsx")
    if not replace and file.is_file() and file.stat().st_size:
        raise fail(f"{file} finns redan; välj ett annat namn, eller skriv över med --replace")


def import_cycle(
    file: File,
    remove: Annotated[
        bool, typer.Option("--remove", help="Ta bort det som inte längre står i filen")
    ] = False,
) -> None:
    """Check everything in HR's workbook, then import it in one transaction."""
    clock = Clock()
    with working("Läser arbetsboken"):
        reading = read_cycle(file, clock.today())
    print_problems(reading.warnings, warning=True)
    if reading.file is None:
        print_problems(reading.errors)
        raise typer.Exit(WRONG_INPUT)
    with working("Sparar"), database() as engine:
        try:
            with writing(engine) as connection:
                stored = store_cycle(connection, reading.file, clock.now(), removing=remove)
        except ImportRefusedError as error:
            print_problems(error.problems)
            raise typer.Exit(WRONG_INPUT) from error
    _tell(reading.file.cycle.name, stored)


def _tell(cycle: str, stored: Stored) -> None:
    for removal in stored.removals:
        out.print(f"Finns inte längre i {removal.sheet}: {removal.what} (ta bort med --remove)")
    if stored.unchanged:
        out.print(f"{cycle}: inga ändringar")
        return
    out.print(
        f"{cycle}: {stored.added} nya rader, {stored.changed} ändrade, {stored.removed} borttagna; "
        f"{stored.dialogues} grupper att svara för"
    )


answers = Commands()


@answers.command("import", help="Granska arbetsboken och spara svaren som inlämnade.")
def import_answers(
    file: File,
    cycle: Annotated[str | None, typer.Option(metavar="OMGÅNG", help=CYCLE_HELP)] = None,
    replace: Replace = False,
) -> None:
    """Check every answer in the workbook, then store them as submitted, entered by HR."""
    clock = Clock()
    with working("Läser svaren"), database() as engine:
        try:
            with writing(engine) as connection:
                row = cycle_of(connection, cycle)
                reading = _read_answers(connection, row, file)
                print_problems(reading.warnings, warning=True)
                if reading.errors:
                    raise ImportRefusedError(reading.errors)
                stored = store_answers(
                    connection,
                    row.id,
                    reading.rows,
                    clock.now(),
                    late=clock.today() > row.deadline_on,
                    replacing=replace,
                )
        except ImportRefusedError as error:
            print_problems(error.problems)
            raise typer.Exit(WRONG_INPUT) from error
    out.print(f"{row.name}: {stored.stored} svar sparade, {stored.unchanged} oförändrade")


def _read_answers(connection: Connection, cycle: Row[Any], file: Path) -> AnswersReading:
    found = organisations_in(connection, cycle.id)

    def method_for(code: str) -> Method | None:
        return method_of(found[code].method) if code in found else None

    return read_answers(
        file,
        organisations=found,
        categories=category_names(connection, cycle.id),
        method_for=method_for,
    )
