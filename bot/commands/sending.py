"""What has been sent, and to whom."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Connection

from bot.clock import Clock
from bot.commands.console import (
    CYCLE_HELP,
    cannot_write,
    cycle_of,
    database,
    out,
    working,
)
from bot.commands.organisations import chosen_organisation
from bot.commands.workbooks import Overwrite, require_new
from bot.documents.sent_lists import sent_list
from kfmodel.compilation.sent_book import write_sent_list
from kfmodel.database import reading
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.organisations import Organisation, organisations_in


def sent(
    cycle: Annotated[str, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)],
    file: Annotated[Path, typer.Option("--out", metavar="FIL.xlsx", help="Arbetsboken")],
    code: Annotated[
        str | None, typer.Option("--for", metavar="KOD", help="Nämnden eller staden med koden")
    ] = None,
    replace: Overwrite = False,
) -> None:
    """Write what reached whom, message by message, and what is planned ahead.

    Of a committee its own, of the city or without a code everything.
    """
    require_new(file, replace)
    with working("Läser utskicken"), database() as engine, reading(engine) as connection:
        row = cycle_of(connection, cycle)
        organisation_id = None if code is None else _organisation(connection, row.id, code).id
        found = sent_list(connection, row, organisation_id, Clock().now())
        try:
            write_sent_list(found, file)
        except OSError as error:
            raise cannot_write(file, error) from error
    out.print(f"Skrev {file}: {len(found.delivered)} utskick, {len(found.ahead)} planerade framåt")


def _organisation(connection: Connection, cycle_id: int, code: str) -> Organisation:
    organisations = organisations_in(connection, cycle_id)
    return chosen_organisation(organisations, code, _steers, "är varken nämnd eller stad")


def _steers(organisation: Organisation) -> bool:
    return organisation.kind in (OrganisationKind.CITY, OrganisationKind.COMMITTEE)
