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
    fail,
    out,
    working,
)
from bot.commands.workbooks import Overwrite, require_new
from bot.documents.sent_lists import sent_list
from kfmodel.compilation.sent_book import write_sent_list
from kfmodel.database import reading
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.organisations import Place, places_in


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
        place_id = None if code is None else _place(connection, row.id, code).id
        found = sent_list(connection, row, place_id, Clock().now())
        try:
            write_sent_list(found, file)
        except OSError as error:
            raise cannot_write(file, error) from error
    out.print(f"Skrev {file}: {len(found.delivered)} utskick, {len(found.ahead)} planerade framåt")


def _place(connection: Connection, cycle_id: int, code: str) -> Place:
    places = places_in(connection, cycle_id)
    steered = (OrganisationKind.CITY, OrganisationKind.COMMITTEE)
    if (place := places.get(code)) and place.kind in steered:
        return place
    known = ", ".join(place.code for place in places.values() if place.kind in steered)
    wrong = "är varken nämnd eller stad" if code in places else "finns inte i omgången"
    raise fail(f'"{code}" {wrong}; ange en av: {known}')
