"""What the commands share: where they print, how they fail, which database they work on."""

import errno
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from sqlalchemy import Connection, Engine, Row
from sqlalchemy.exc import ArgumentError, DBAPIError

from bot.commands.swedish import wrong_values
from bot.settings import Settings
from kfmodel.database import connect
from kfmodel.importing.values import Problem
from kfmodel.migrations import Schema, schema_of, upgrade
from kfmodel.repository.cycles import UnknownCycleError, find_cycle

WRONG_INPUT = 2
CYCLE_HELP = "Omgångens namn, eller året där bara en omgång har det"

_plain: dict[str, Any] = {
    "soft_wrap": True,
    "highlight": False,
    "markup": False,
    "emoji": False,
}
out = Console(**_plain)
errors = Console(stderr=True, **_plain)

_UNFIT = {
    Schema.EMPTY: "Databasen har inga tabeller; kör kf db upgrade",
    Schema.OLDER: "Databasen är från en äldre version; kör kf db upgrade",
    Schema.UNKNOWN: "Databasen är från en nyare version; uppdatera programmet",
}

_REASONS = {
    errno.EACCES: "du har inte rätt att skriva där",
    errno.EPERM: "du har inte rätt att skriva där",
    errno.EROFS: "det går inte att skriva på disken",
    errno.EISDIR: "det är en mapp",
    errno.EEXIST: "det finns en fil med det namnet",
    errno.ENOTDIR: "en del av sökvägen är en fil",
    errno.ENOENT: "mappen finns inte",
    errno.ENOSPC: "disken är full",
}


def fail(*lines: str) -> typer.Exit:
    """One clear line each on standard error; raise what this returns."""
    for line in lines:
        errors.print(" ".join(line.split()))
    return typer.Exit(WRONG_INPUT)


def cannot_write(path: Path, error: OSError) -> typer.Exit:
    """One line on a file or directory that cannot be made; raise what this returns."""
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return fail(f"{path} går inte att skriva: {reason}")


def print_problems(problems: Iterable[Problem], *, warning: bool = False) -> None:
    for problem in problems:
        print(f"{problem} (varning)" if warning else str(problem), file=sys.stderr)


def settings() -> Settings:
    """The settings of the environment, or one line for each that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = wrong_values(error)
        raise fail(*(f"KF_{name.upper()}: {why}" for name, why in wrong)) from error


@contextmanager
def database(*, any_schema: bool = False) -> Iterator[Engine]:
    """The database of KF_DATABASE_URL; one that cannot be worked on is one line.

    It must have the newest schema, unless `any_schema` says that it need not.
    """
    with one_line_a_failure():
        try:
            engine = connect(settings().database_url)
        except OSError as error:
            raise fail(f"Databasens mapp kan inte skapas: {error}") from error
        try:
            if not any_schema:
                _require_schema(engine)
            yield engine
        finally:
            engine.dispose()


@contextmanager
def one_line_a_failure() -> Iterator[None]:
    """Whatever the database fails with is one line. No URL is printed: it may hold a password."""
    try:
        yield
    except (ArgumentError, ImportError) as error:
        raise fail(
            "KF_DATABASE_URL går inte att tyda; skriv till exempel sqlite:///var/kf.db eller "
            "postgresql+psycopg://användare:lösenord@dator/databas"
        ) from error
    except DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise fail(f"Databasen går inte att använda: {reason}") from error


def _require_schema(engine: Engine) -> None:
    schema = schema_of(engine)
    if schema is not Schema.NEWEST:
        raise fail(_UNFIT[schema])


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations; refuse the database of a newer program."""
    if schema_of(engine) is Schema.UNKNOWN:
        raise fail(_UNFIT[Schema.UNKNOWN])
    upgrade(engine)


def cycle_of(connection: Connection, text: str | None) -> Row[Any]:
    """The cycle that is meant, or a line that lists those there are."""
    try:
        return find_cycle(connection, text)
    except UnknownCycleError as error:
        raise fail(_unknown(error)) from error


def _unknown(error: UnknownCycleError) -> str:
    names = ", ".join(f'"{name}"' for name in error.names)
    if not names:
        return "Det finns ingen omgång än; läs in en med kf import"
    if not error.text:
        return f"Det finns flera omgångar; ange en av {names}"
    if error.ambiguous:
        return f"Flera omgångar har år {error.text}; ange en av {names}"
    return f'Omgången "{error.text}" finns inte; ange en av {names}'


@contextmanager
def working(what: str) -> Iterator[None]:
    """A spinner with the time on a terminal, nothing in a pipe."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    shown = errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=not shown) as progress:
        progress.add_task(what)
        yield
