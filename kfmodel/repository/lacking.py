"""What divisions lack in a cycle, for their heads and for HR's digest."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from kfmodel.dialogue import Progress
from kfmodel.organisation import Role
from kfmodel.planning.message import Lacking
from kfmodel.repository.answerers import headed_place, open_to_answers
from kfmodel.repository.responsibilities import responsible_names, vacant_in
from kfmodel.repository.schema import ASSIGNMENT, CATEGORY, DIALOGUE, ORGANISATION


def headed_by(connection: Connection, cycle_id: int, person_id: int) -> Sequence[tuple[int, str]]:
    """Ids and names of the organisations that somebody heads as division head, in HR's order."""
    query = (
        select(ORGANISATION.c.id, ORGANISATION.c.name)
        .join(ASSIGNMENT, ASSIGNMENT.c.organisation_id == ORGANISATION.c.id)
        .where(
            ASSIGNMENT.c.cycle_id == cycle_id,
            ASSIGNMENT.c.person_id == person_id,
            ASSIGNMENT.c.role == Role.DIVISION_HEAD,
        )
        .order_by(ORGANISATION.c.position)
    )
    return [(row.id, row.name) for row in connection.execute(query)]


def asked_below(connection: Connection, cycle_id: int, headed: Sequence[int]) -> int:
    """How many dialogues the organisations' heads follow."""
    query = (
        select(func.count())
        .select_from(DIALOGUE)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .where(DIALOGUE.c.cycle_id == cycle_id, headed_place().in_(headed), open_to_answers())
    )
    return int(connection.execute(query).scalar_one())


def lacking_below(
    connection: Connection, cycle_id: int, headed: Sequence[int]
) -> tuple[Lacking, ...]:
    """What is not submitted, in HR's order."""
    wanted = (
        headed_place().in_(headed),
        DIALOGUE.c.progress != Progress.SUBMITTED,
        open_to_answers(),
    )
    return _dialogues(connection, cycle_id, *wanted)


def submitted_since(
    connection: Connection, cycle_id: int, committee_id: int, since: datetime
) -> tuple[Lacking, ...]:
    """What of a committee was submitted since a time, in HR's order."""
    wanted = (ORGANISATION.c.committee_id == committee_id, DIALOGUE.c.submitted_at > since)
    return _dialogues(connection, cycle_id, *wanted)


def _dialogues(
    connection: Connection, cycle_id: int, *wanted: ColumnElement[bool]
) -> tuple[Lacking, ...]:
    query = (
        select(
            DIALOGUE.c.id,
            ORGANISATION.c.name.label("organisation"),
            CATEGORY.c.name.label("category"),
            DIALOGUE.c.progress,
        )
        .select_from(DIALOGUE)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .where(DIALOGUE.c.cycle_id == cycle_id, *wanted)
        .order_by(ORGANISATION.c.position, CATEGORY.c.position)
    )
    rows = connection.execute(query).all()
    names = responsible_names(connection, cycle_id)
    vacant = vacant_in(connection, cycle_id)
    return tuple(
        Lacking(
            row.organisation,
            row.category,
            tuple(names.get(row.id, ())),
            Progress(row.progress),
            row.id in vacant,
        )
        for row in rows
    )
