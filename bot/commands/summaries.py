"""The summary sent to HR when somebody asks for it."""

import asyncio
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from sqlalchemy import Connection, Engine, Row

from bot.clock import STOCKHOLM, Clock
from bot.commands.console import (
    CYCLE_HELP,
    cycle_of,
    database,
    errors,
    fail,
    out,
    settings,
    working,
)
from bot.commands.organisations import compiled_organisation
from bot.commands.swedish import Commands
from bot.settings import UnsafeStartError
from kfmodel.database import reading, writing
from kfmodel.delivery import DeliveryState
from kfmodel.glossary import heading
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.asked_summaries import AskedSummary, asked_for, store_asked
from kfmodel.repository.deliveries import became_of
from kfmodel.repository.organisations import Organisation, organisations_in
from kfmodel.repository.summaries import newest_version

summary = Commands()


@summary.callback()
def _summary() -> None:
    """The summary to HR."""


@summary.command("send", help="Sammanställ nu och skicka till HR, i Teams och med e-post.")
def send(
    cycle: Annotated[str, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)],
    code: Annotated[
        str | None,
        typer.Option("--for", metavar="KOD", help="Avdelningen, nämnden eller staden med koden"),
    ] = None,
) -> None:
    """To the HR of each committee its own; of a division to its committee's, of the city to its."""
    clock = Clock()
    with database() as engine:
        with reading(engine) as connection:
            row = cycle_of(connection, cycle)
            wanted = _wanted(connection, row, code)
        with working("Sammanställer och skickar"):
            outcome = asyncio.run(_send(engine, row.id, wanted, clock))
        with reading(engine) as connection:
            for one in wanted:
                _print_version(connection, row.id, one.organisation)
        _print_outcome(outcome)


def _wanted(connection: Connection, cycle: Row[Any], code: str | None) -> list[AskedSummary]:
    if cycle.paused_at is not None:
        raise fail(f"{cycle.name} är pausad; inget skickas förrän pausen är slut")
    whose = _whose(connection, cycle, code)
    found = [asked for one in whose if (asked := asked_for(connection, cycle.id, one))]
    if not found:
        raise fail(f"Ingen svarar i {code or cycle.name}, så det finns inget att sammanställa")
    for asked in found:
        if asked.is_for_nobody:
            raise fail(_nobody(asked, several=len(found) > 1))
    return found


def _nobody(asked: AskedSummary, *, several: bool) -> str:
    others = "; skicka de andras var för sig med --for" if several else ""
    return (
        f"{asked.organisation.code} har ingen HR att skicka till; "
        f"ange någon med rollen hr i Personer{others}"
    )


def _whose(connection: Connection, cycle: Row[Any], code: str | None) -> list[Organisation]:
    organisations = organisations_in(connection, cycle.id)
    if code is None:
        return [one for one in organisations.values() if one.kind is OrganisationKind.COMMITTEE]
    return [compiled_organisation(organisations, code)]


async def _send(
    engine: Engine, cycle_id: int, wanted: Sequence[AskedSummary], clock: Clock
) -> Sequence[Row[Any]]:
    # the SDK takes longer to import than most commands to run
    from bot.app import parts_by_hand, sending_by_hand  # noqa: PLC0415

    chosen = settings()
    try:
        parts = parts_by_hand(chosen, clock)
    except UnsafeStartError as error:
        raise fail(str(error)) from error
    if not (chosen.link_secret or chosen.app_password):
        errors.print("KF_LINK_SECRET saknas, så länkarna i det som skickas går inte att öppna")
    async with sending_by_hand(parts) as sending:
        with writing(engine) as connection:
            ids = store_asked(connection, cycle_id, wanted, clock.now())
        await sending.deliverer.deliver_all(ids)
    with reading(engine) as connection:
        return became_of(connection, ids)


def _print_version(connection: Connection, cycle_id: int, organisation: Organisation) -> None:
    if version := newest_version(connection, cycle_id, organisation.id):
        at = version.compiled_at.astimezone(STOCKHOLM)
        said = f"version {version.number}, sammanställd {at:%Y-%m-%d %H:%M}"
        out.print(f"{organisation.code}: {said}, SHA-256 {version.sha256}")


def _print_outcome(rows: Sequence[Row[Any]]) -> None:
    for row in rows:
        why = f" ({heading(row.reason)})" if row.reason else ""
        if row.state == DeliveryState.SENT and why:
            why = f" utan bilagor{why}"
        whom = f"{row.name or 'HR'}, {row.email or row.address}, {heading(row.channel)}"
        out.print(f"  {whom}: {heading(row.state).lower()}{why}")
    if not any(row.state == DeliveryState.SENT for row in rows):
        raise fail("Sammanställningen har inte nått någon")
