"""What goes out by itself: the plan before it does, and a pass by hand."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Annotated, Any

import typer
from sqlalchemy import Connection, Engine, Row

from bot.clock import STOCKHOLM, Clock
from bot.commands.console import CYCLE_HELP, cycle_of, database, fail, out, settings, working
from bot.settings import Settings, UnsafeStartError
from kfmodel.database import reading
from kfmodel.delivery import DeliveryState
from kfmodel.glossary import heading
from kfmodel.planning.office_hours import is_open
from kfmodel.repository.cycles import cycles_not_closed
from kfmodel.repository.deliveries import became_of
from kfmodel.repository.foreseen import foreseen_in
from kfmodel.repository.planned_cycles import planned_cycle
from kfmodel.sent_list import Foreseen

_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def remind(
    cycle: Annotated[str | None, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)] = None,
    now: Annotated[
        str | None,
        typer.Option(
            metavar="TID",
            help="Med --dry-run: som om klockan vore, t.ex. 2025-09-15T09:00 (svensk tid)",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Visa hela planen med namn och tider; skicka inget")
    ] = False,
) -> None:
    """Print the whole plan, or send everything that is due today."""
    clock = _clock(now)
    with database() as engine:
        if dry_run:
            with reading(engine) as connection:
                for row in _cycles(connection, cycle):
                    _print_plan(connection, row, clock.now())
        else:
            _send(engine, cycle, clock, is_trial=now is not None)


def _clock(text: str | None) -> Clock:
    """One that goes on from the time that is given; a time without zone is Stockholm's."""
    if text is None:
        return Clock()
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise fail(f'"{text}" är ingen tid; skriv som 2025-09-15T09:00') from error
    time = time if time.tzinfo else time.replace(tzinfo=STOCKHOLM)
    return Clock(shift=time - Clock().now())


def _cycles(connection: Connection, text: str | None) -> Sequence[Row[Any]]:
    """The one that is meant, or all that are not closed."""
    return [cycle_of(connection, text)] if text else cycles_not_closed(connection)


def _print_plan(connection: Connection, row: Row[Any], now: datetime) -> None:
    cycle = planned_cycle(row)
    stopped = ", stängd" if row.closed_at else ", pausad" if row.paused_at else ""
    out.print(f"{row.name}: sista svarsdag {row.deadline_on.isoformat()}{stopped}")
    plan = [] if row.closed_at else foreseen_in(connection, cycle, now)
    if not plan:
        out.print("  Inget mer ska skickas")
    for (day, kind), group in groupby(sorted(plan, key=_by_day_and_kind), _by_day_and_kind):
        people = list(group)
        out.print(f"\n{day} {_DAYS[day.weekday()]}: {heading(kind)}, {len(people)} mottagare")
        for one in people:
            out.print(f"  {one.at.astimezone(STOCKHOLM):%H:%M} {one.name}, {one.email}")
    out.print()


def _by_day_and_kind(one: Foreseen) -> tuple[Any, str]:
    return one.at.astimezone(STOCKHOLM).date(), one.kind


def _send(engine: Engine, cycle: str | None, clock: Clock, *, is_trial: bool) -> None:
    """A trial is at another time than now, and must reach nobody."""
    chosen = settings()
    if is_trial and not chosen.reaches_nobody:
        raise fail(
            "--now går bara med --dry-run, så att ingen får något vid fel tid. Ett prov går också "
            "att göra med KF_SMTP_URL=file:///mapp och utan KF_APP_ID"
        )
    cycle_id = None
    if cycle:
        with reading(engine) as connection:
            cycle_id = cycle_of(connection, cycle).id
    if not is_open(clock.now()):
        out.print(
            "Inget skickas utanför arbetstid; vardagar kl. 8–16, inte helgdagar, dagar före "
            "helgdag eller juli"
        )
        return
    with working("Skickar"):
        ids = asyncio.run(_everything_due(chosen, cycle_id, clock, is_trial=is_trial))
    with reading(engine) as connection:
        _print_outcome([row for part in ids for row in became_of(connection, part)])


async def _everything_due(
    chosen: Settings, cycle_id: int | None, clock: Clock, *, is_trial: bool
) -> list[Sequence[int]]:
    # the SDK takes longer to import than most commands to run
    from bot.app import parts_by_hand, parts_of, sending_by_hand  # noqa: PLC0415

    try:
        parts = parts_by_hand(chosen, clock) if is_trial else replace(parts_of(chosen), clock=clock)
    except UnsafeStartError as error:
        raise fail(f"{error}. Planen visas med --dry-run") from error
    async with sending_by_hand(parts) as sending:
        return [ids async for ids in sending.everything_due_today(cycle_id)]


def _print_outcome(rows: Sequence[Row[Any]]) -> None:
    counts = Counter((row.kind, row.channel, row.state) for row in rows)
    if not counts:
        out.print("Inget ska skickas nu")
    for (kind, channel, state), count in sorted(counts.items()):
        out.print(f"{heading(kind)}, {heading(channel)}: {count} {heading(state).lower()}")
    for row in rows:
        if row.state == DeliveryState.FAILED:
            out.print(f"  {row.name or row.address} ({row.channel}): {heading(row.reason)}")
