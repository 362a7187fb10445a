"""What somebody has not submitted in a cycle, for messages to them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from kfmodel.dialogue import Capacity, Progress
from kfmodel.methods import method_of
from kfmodel.organisation import Role
from kfmodel.planning.message import Item, Post
from kfmodel.repository.answerers import open_to_answers, written_to
from kfmodel.repository.dialogue_state import method_in
from kfmodel.repository.schema import (
    ASSIGNMENT,
    CATEGORY,
    CYCLE,
    DIALOGUE,
    ORGANISATION,
    PERSON,
    RESPONSIBILITY,
)

_COMMITTEE = ORGANISATION.alias("committee")
_RETURNER = PERSON.alias("returner")


class Left(NamedTuple):
    """What is left of `asked`, own ones first and in the person's order, and the committee of the
    first."""

    items: Sequence[Item]
    asked: int
    committee_id: int | None


def items_of(connection: Connection, cycle_id: int, person_id: int) -> Left:
    """What somebody has left; no committee where that is nothing."""
    rows = connection.execute(_query(cycle_id, person_id)).all()
    left = [row for row in rows if row.progress != Progress.SUBMITTED]
    committee_id = left[0].committee_id if left else None
    return Left([_item(row) for row in left], len(rows), committee_id)


def _query(cycle_id: int, person_id: int) -> Select[Any]:
    return (
        select(
            DIALOGUE.c.id,
            DIALOGUE.c.revision,
            DIALOGUE.c.progress,
            DIALOGUE.c.step,
            DIALOGUE.c.changed_at,
            DIALOGUE.c.return_comment,
            ORGANISATION.c.name.label("organisation"),
            ORGANISATION.c.committee_id,
            CATEGORY.c.name.label("category"),
            CYCLE.c.method.label("cycle_method"),
            _COMMITTEE.c.method.label("committee_method"),
            _RETURNER.c.name.label("returned_by"),
            RESPONSIBILITY.c.capacity,
        )
        .select_from(RESPONSIBILITY)
        .join(DIALOGUE, DIALOGUE.c.id == RESPONSIBILITY.c.dialogue_id)
        .join(CYCLE, CYCLE.c.id == DIALOGUE.c.cycle_id)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id, isouter=True)
        .join(_RETURNER, _RETURNER.c.id == DIALOGUE.c.returned_by, isouter=True)
        .where(
            RESPONSIBILITY.c.person_id == person_id,
            DIALOGUE.c.cycle_id == cycle_id,
            open_to_answers(),
            written_to(cycle_id),
        )
        .order_by(RESPONSIBILITY.c.capacity, RESPONSIBILITY.c.position)
    )


def _item(row: Any) -> Item:
    steps = method_of(method_in(row)).steps
    begun = row.progress == Progress.IN_PROGRESS
    return Item(
        dialogue_id=row.id,
        revision=row.revision,
        organisation=row.organisation,
        category=row.category,
        capacity=Capacity(row.capacity),
        progress=Progress(row.progress),
        step=row.step if begun else None,
        step_number=steps.index(row.step) + 1 if begun and row.step in steps else None,
        steps=len(steps),
        changed_at=row.changed_at,
        returned_by=row.returned_by if row.return_comment else None,
        comment=row.return_comment,
    )


def posts_of(connection: Connection, cycle_id: int, person_id: int) -> tuple[Post, ...]:
    """What somebody is in the cycle, HR aside: why they are written to."""
    query = (
        select(ASSIGNMENT.c.role, ORGANISATION.c.name)
        .join(ORGANISATION, ORGANISATION.c.id == ASSIGNMENT.c.organisation_id)
        .where(
            ASSIGNMENT.c.cycle_id == cycle_id,
            ASSIGNMENT.c.person_id == person_id,
            ASSIGNMENT.c.role != Role.HR,
        )
        .order_by(ORGANISATION.c.position)
    )
    return tuple(Post(Role(role), name) for role, name in connection.execute(query))
