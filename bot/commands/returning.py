"""Giving answers back by hand, to the unit or division that they are from."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

import typer
from sqlalchemy import Connection

from bot.commands.console import cycle_of, database, fail, out
from bot.commands.settling import Cycle, doing, refused, require_open, warn_of_personal
from bot.settling_work import store_return
from dialogs.press import Verb
from dialogs.returning import COMMENT, WHOM, Returnable, give_back, returnable
from dialogs.settling import Refusal, SettlingPress
from kfmodel.database import writing
from kfmodel.personal_data import personal_data
from kfmodel.repository.settling_changes import hold
from kfmodel.repository.settling_places import every_place, organisation_in
from kfmodel.repository.to_settle import categories_to_settle
from kfmodel.settling import Action
from kfmodel.to_settle import CategoryToSettle, Place

Unit = Annotated[str, typer.Argument(metavar="KOD", help="Enhetens eller avdelningens kod")]
Comment = Annotated[str, typer.Option(metavar="TEXT", help="Vad som behöver ses över")]
Category = Annotated[
    str | None, typer.Argument(metavar="YRKESKATEGORI", help="Alla, om ingen anges")
]


def give_it_back(cycle: Cycle, code: Unit, comment: Comment, category: Category = None) -> None:
    """Return what a unit has submitted, or what a division has settled, with a comment."""
    names = []
    with database() as engine, writing(engine) as connection:
        place, organisation_id = _committee(connection, cycle, code)
        for one, what in _found(connection, place, organisation_id):
            if category in (None, one.name):
                _give_back(connection, place, one, what, comment)
                names.append(one.name)
        if not names:
            wanted = f' i "{category}"' if category else ""
            raise fail(
                f"{code} har inget inlämnat eller fastställt{wanted} som går att skicka tillbaka"
            )
    out.print(f"{code}: tillbaka med kommentar ({', '.join(names)})")
    warn_of_personal("--comment", personal_data(comment))


def _committee(connection: Connection, cycle: str, code: str) -> tuple[Place, int]:
    row = cycle_of(connection, cycle)
    require_open(row)
    found = organisation_in(connection, row.id, code)
    if found is None:
        raise fail(f'"{code}" är ingen enhet eller avdelning i omgången')
    organisation_id, committee_id = found
    hold(connection, committee_id)
    places = every_place(connection, row.id).values()
    return next(place for place in places if place.id == committee_id), organisation_id


def _found(
    connection: Connection, place: Place, organisation_id: int
) -> Iterator[tuple[CategoryToSettle, Returnable]]:
    """What a division has settled comes before what it has answered itself."""
    for category in categories_to_settle(connection, place):
        own = [w for w in returnable(place, category) if w.organisation_id == organisation_id]
        if own:
            yield category, own[0]


def _give_back(
    connection: Connection, place: Place, category: CategoryToSettle, what: Returnable, comment: str
) -> None:
    press = SettlingPress(Verb.RETURN, place.id, inputs={WHOM: what.key, COMMENT: comment})
    decided = give_back(place, category, press)
    if isinstance(decided, Refusal):
        raise refused(
            replace(
                decided, problems=tuple(replace(p, input_id="comment") for p in decided.problems)
            )
        )
    act = doing(Action.RETURN)
    if not store_return(connection, place, category, decided, act):
        raise fail(f"{what.name} har just ändrat {category.name}; kör igen")
