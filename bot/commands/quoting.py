"""What the report may quote, and what is picked of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

import typer
from sqlalchemy import Connection

from bot.clock import Clock
from bot.commands.console import CYCLE_HELP, cycle_of, database, fail, out, working
from bot.commands.following import compiled_as_asked
from kfmodel.compilation.quotes import Candidate, Choice, Dropped, Reason, choice_of
from kfmodel.database import writing
from kfmodel.glossary import heading
from kfmodel.quotes import Key, PickedQuote
from kfmodel.repository.quotes import drop, pick, picked_quotes

_REASONS = {
    Reason.CHANGED: "svaret har ändrats",
    Reason.WITHDRAWN: "svaret är inte längre inlämnat",
    Reason.HIDDEN: "gruppen är för liten för att visas",
}


def quotes(
    cycle: Annotated[str, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)],
    code: Annotated[
        str | None, typer.Option("--for", metavar="KOD", help="Nämnden eller avdelningen med koden")
    ] = None,
    picked: Annotated[
        list[str] | None, typer.Option("--pick", metavar="ID", help="Använd i rapporten")
    ] = None,
    dropped: Annotated[
        list[str] | None, typer.Option("--drop", metavar="ID", help="Ta bort ur rapporten")
    ] = None,
) -> None:
    """List what may be quoted, driver by driver, after what is picked and dropped."""
    now = Clock().now()
    with working("Sammanställer"), database() as engine, writing(engine) as connection:
        row = cycle_of(connection, cycle)
        compilation = compiled_as_asked(connection, row, code, now)
        choice = choice_of(compilation, picked_quotes(connection, row.id))
        _require_known(choice, picked or (), dropped or ())
        for one, key in filter(None, map(choice.offered_as, picked or ())):
            cut = one.picked.shortened if one.picked else None
            _drop(connection, row.id, (other for other in one.keys if other != key), now)
            pick(connection, PickedQuote(key, one.text, cut), row.id, None, now)
        for given in dropped or ():
            _drop(connection, row.id, choice.held_as(given), now)
        choice = choice_of(compilation, picked_quotes(connection, row.id))
    _print(choice)


def _require_known(choice: Choice, picked: Iterable[str], dropped: Iterable[str]) -> None:
    wrong = [given for given in picked if not choice.offered_as(given)]
    wrong += [given for given in dropped if not choice.held_as(given)]
    if wrong:
        unknown = "finns inte bland dem som kan väljas; kf quotes utan val visar alla"
        raise fail(*(f'Citatet "{one}" {unknown}' for one in wrong))


def _drop(connection: Connection, cycle_id: int, keys: Iterable[Key], now: datetime) -> None:
    for key in keys:
        drop(connection, key, cycle_id, None, now)


def _print(choice: Choice) -> None:
    by_driver: dict[str, list[Candidate]] = {}
    for one in choice.candidates:
        by_driver.setdefault(one.driver or heading("other_quotes"), []).append(one)
    out.print(f"{len(choice.picked)} av {len(choice.candidates)} citat valda")
    for driver, candidates in by_driver.items():
        out.print(f"\n{driver}")
        for one in candidates:
            _print_candidate(one)
    for gone in choice.dropped:
        out.print(_gone(gone))


def _print_candidate(one: Candidate) -> None:
    mark = "x" if one.picked else " "
    text = " ".join(one.printed.split())
    out.print(f"  [{mark}] {one.key.id}  {one.category}: {text}")
    others = [
        f"{name} ({key.id})"
        for key, name in zip(one.keys, one.drivers, strict=True)
        if key != one.key
    ]
    if others:
        out.print(f"      Kan också stå under {', '.join(others)}")
    if one.personal:
        out.print(f"      Ser ut att nämna en person: {', '.join(one.personal)}")


def _gone(gone: Dropped) -> str:
    return f"\nUtgår: {gone.quote.key.id}, {gone.category} ({_REASONS[gone.reason]})"
