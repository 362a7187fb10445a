"""What the commands share: where they print, how they fail, which database they work on."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from sqlalchemy import Connection, Engine, Row
from sqlalchemy.exc import DatabaseError

from bot.settings import Settings
from kfmodel.database import connect
from kfmodel.importing.values import Problem
from kfmodel.repository.cycles import UnknownCycle, find_cycle

WRONG_INPUT = 2

out = Console(soft_wrap=True, highlight=False, markup=False)
errors = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


def fail(*lines: str) -> typer.Exit:
    """One clear line each on standard error; raise what this returns."""
    for line in lines:
        errors.print(line)
    return typer.Exit(WRONG_INPUT)


def print_problems(problems: Iterable[Problem], *, warning: bool = False) -> None:
    for problem in problems:
        print(f"{problem} (varning)" if warning else str(problem), file=sys.stderr)


def settings() -> Settings:
    """The settings of the environment, or one line for each that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = [f"KF_{e['loc'][0]}: {e['msg']}".upper() for e in error.errors()]
        raise fail(*wrong) from error


@contextmanager
def database() -> Iterator[Engine]:
    """The database of KF_DATABASE_URL; one that lacks tables or does not answer is one line."""
    engine = connect(settings().database_url)
    try:
        yield engine
    except DatabaseError as error:
        first = str(error.orig).splitlines()[0]
        raise fail(f"Databasen svarar inte som den ska: {first}. Kör kf db upgrade.") from error
    finally:
        engine.dispose()


def cycle_of(connection: Connection, text: str | None) -> Row[Any]:
    """The cycle that is meant, or a line that lists those there are."""
    try:
        return find_cycle(connection, text)
    except UnknownCycle as error:
        if not error.names:
            raise fail("Det finns ingen omgång än; läs in en med kf import.") from error
        names = ", ".join(f'"{name}"' for name in error.names)
        asked = (
            f'Omgången "{error.text}" är inte entydig eller finns inte'
            if error.text
            else ("Det finns flera omgångar")
        )
        raise fail(f"{asked}; ange en av: {names}") from error


@contextmanager
def working(what: str) -> Iterator[None]:
    """A spinner with the time on a terminal, nothing in a pipe."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    shown = errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=not shown) as progress:
        progress.add_task(what)
        yield
