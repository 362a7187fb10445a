"""Where a figure of the compilation comes from."""

from typing import Annotated

import typer

from bot.clock import Clock
from bot.commands.console import CYCLE_HELP, cycle_of, database, fail, out, working
from bot.commands.explained import lines
from bot.commands.following import compiled_as_asked
from kfmodel.compilation.explain import NotFoundError, explain
from kfmodel.database import reading


def explain_figure(
    cycle: Annotated[str, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)],
    category: Annotated[
        str, typer.Argument(metavar="YRKESKATEGORI", help="Eller Totalt, där tabellen summeras")
    ],
    table: Annotated[
        str, typer.Argument(metavar="TABELL", help="Bladets rubrik, eller tabellens namn i JSON")
    ],
    column: Annotated[str, typer.Argument(metavar="KOLUMN", help="Rubriken, eller namnet i JSON")],
    code: Annotated[
        str | None,
        typer.Option("--for", metavar="KOD", help="Avdelningen, nämnden eller staden med koden"),
    ] = None,
) -> None:
    """Print the answers behind a figure, the rule, and the figure computed anew from them.

    Masked as what is sent: what stands as • in the workbook is told here neither.
    """
    with working("Sammanställer"), database() as engine, reading(engine) as connection:
        row = cycle_of(connection, cycle)
        compilation = compiled_as_asked(connection, row, code, Clock().now())
    try:
        found = explain(compilation, category, table, column)
    except NotFoundError as error:
        raise fail(str(error)) from error
    for place, explanation in enumerate(found):
        out.print(*(["\n"] if place else []), "\n".join(lines(explanation)), sep="")
    if not all(explanation.agrees for explanation in found):
        raise typer.Exit(1)
