"""A cycle's dates, pausing and closing, for whoever runs the service; HR does the same in chat."""

from datetime import date
from typing import Annotated

import typer

from bot.clock import Clock
from bot.commands.console import CYCLE_HELP, cycle_of, database, fail, out
from bot.commands.swedish import Commands
from kfmodel.controls import Act, CycleStanding, CycleState
from kfmodel.database import writing
from kfmodel.deadlines import (
    DeadlinePastError,
    DeadlineRefusedError,
    DeadlineTooLateError,
    is_day_off,
)
from kfmodel.planning.working_days import on_or_before
from kfmodel.repository.cycle_control import change, locked_state, state_of

cycle = Commands()

Cycle = Annotated[str, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)]

_STANDINGS = {
    CycleStanding.NOT_OPEN: "inte öppnad",
    CycleStanding.OPEN: "öppen för svar",
    CycleStanding.OVERDUE: "sista svarsdag har passerat, sena svar tas emot",
    CycleStanding.CLOSED: "stängd",
}


@cycle.command("open", help="Öppna omgången i dag.")
def open_now(name: Cycle) -> None:
    _do(name, Act.OPEN)


@cycle.command("extend", help="Flytta sista svarsdag; påminnelserna planeras om.")
def extend(
    name: Cycle, day: Annotated[str, typer.Argument(metavar="ÅÅÅÅ-MM-DD", help="Ny sista dag")]
) -> None:
    try:
        deadline_on = date.fromisoformat(day)
    except ValueError as error:
        raise fail(f'"{day}" är ingen dag; skriv som 2025-10-24') from error
    _do(name, Act.EXTEND, deadline_on)
    if is_day_off(deadline_on):
        last = on_or_before(deadline_on).isoformat()
        out.print(f"{day} är ingen arbetsdag; den sista påminnelsen går {last}")


@cycle.command("close", help="Stäng omgången: inga fler svar, inga fler påminnelser.")
def close(name: Cycle) -> None:
    _do(name, Act.CLOSE)
    out.print(f'Ett utkast till nästa omgång skrivs med kf next "{name}" --out FIL.xlsx')


@cycle.command("reopen", help="Öppna en stängd omgång igen.")
def reopen(name: Cycle) -> None:
    _do(name, Act.REOPEN)


@cycle.command("pause", help="Skicka inget förrän utskicken fortsätter.")
def pause(name: Cycle) -> None:
    _do(name, Act.PAUSE)


@cycle.command("resume", help="Fortsätt utskicken.")
def resume(name: Cycle) -> None:
    _do(name, Act.RESUME)


def _do(name: str, act: Act, deadline_on: date | None = None) -> None:
    clock = Clock()
    with database() as engine, writing(engine) as connection:
        state = locked_state(connection, cycle_of(connection, name).id)
        try:
            done = change(connection, state, act, clock.now(), deadline_on=deadline_on)
        except DeadlineRefusedError as refused:
            raise fail(_refused(refused, state)) from refused
        if not done and not state.stands(act, clock.today(), deadline_on):
            raise fail(f"{state.name} är stängd; öppna den först med kf cycle reopen")
        _print(state_of(connection, state.id), clock.today())


def _refused(refused: DeadlineRefusedError, state: CycleState) -> str:
    if isinstance(refused, DeadlinePastError):
        return "Sista svarsdag kan inte vara en dag som redan har varit"
    if isinstance(refused, DeadlineTooLateError):
        latest = refused.latest.isoformat()
        return f"Sista svarsdag kan vara senast {latest}; kontrollera årtalet"
    return f"Sista svarsdag kan inte vara före öppningen {state.opens_on.isoformat()}"


def _print(state: CycleState, today: date) -> None:
    paused = ", utskicken pausade" if state.paused_at else ""
    out.print(
        f"{state.name}: {_STANDINGS[state.standing(today)]}{paused}; "
        f"öppnar {state.opens_on.isoformat()}, sista svarsdag {state.deadline_on.isoformat()}"
    )
