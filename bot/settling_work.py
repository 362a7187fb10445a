"""What a decision of someone who settles is in the database, whether pressed or commanded."""

from dataclasses import replace

from sqlalchemy import Connection

from dialogs.returning import GiveBack
from dialogs.screen import REVIEW
from dialogs.settling import Settle
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.dialogue_changes import Pressed
from kfmodel.repository.dialogue_return import Return, return_dialogue
from kfmodel.repository.settling_changes import (
    Doing,
    SettledValues,
    note_return,
    return_settlement,
    settle,
    withdraw,
)
from kfmodel.repository.settling_places import divisions_of
from kfmodel.settling import Action
from kfmodel.to_settle import CategoryToSettle, DivisionToSettle, Place


def store_settled(
    connection: Connection, place: Place, category: CategoryToSettle, given: Settle, doing: Doing
) -> None:
    """Store what was decided, with the answers that it was decided on."""
    values = SettledValues(given.answers, given.reason, category.basis)
    settle(connection, place.cycle_id, place.id, category.id, values, doing)


def store_return(
    connection: Connection, place: Place, category: CategoryToSettle, given: GiveBack, doing: Doing
) -> bool:
    """Give it back, and lift the approval that it was locked by; False where whoever answers has
    changed it this moment."""
    what = given.what
    if what.dialogue_id is None:
        return_settlement(connection, what.organisation_id, category.id, given.comment, doing)
    else:
        pressed = Pressed(doing.person_id, doing.at, doing.action, None, doing.digest)
        comment = Return(given.comment, REVIEW)
        if not return_dialogue(connection, what.dialogue_id, what.revision, comment, pressed):
            return False
        detail = {"dialogue": what.dialogue_id, "comment": given.comment}
        note_return(connection, place.id, category.id, detail, doing)
    if what.lifts is not None:
        lifting = replace(doing, action=Action.WITHDRAW)
        withdraw(connection, what.lifts, place.committee_id, lifting)
    return True


def divisions_to_settle(
    connection: Connection, place: Place, categories: tuple[CategoryToSettle, ...]
) -> tuple[DivisionToSettle, ...]:
    """How far each division below a committee has come; none below a division."""
    if place.kind is OrganisationKind.DIVISION:
        return ()
    found = []
    for division in divisions_of(connection, place):
        asked = [c for c in categories if any(g.division_id == division.id for g in c.groups)]
        settled = [c for c in asked if any(d.division_id == division.id for d in c.divisions)]
        found.append(DivisionToSettle(division, len(settled), len(asked)))
    return tuple(found)
