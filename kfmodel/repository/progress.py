"""How far the committees have come."""

from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from kfmodel.dialogue import Progress
from kfmodel.progress import CommitteeProgress, DivisionProgress, Group
from kfmodel.repository.answerers import open_to_answers
from kfmodel.repository.responsibilities import responsible_names, vacant_in
from kfmodel.repository.schema import CATEGORY, DIALOGUE, ORGANISATION

_DIVISION = ORGANISATION.alias("division")
_COMMITTEE = ORGANISATION.alias("committee")


def committee_progress(
    connection: Connection, cycle: Row[Any], committee_id: int | None = None
) -> tuple[CommitteeProgress, ...]:
    """Every committee of the cycle, or one; divisions in HR's order. What is approved unanswered
    lacks nowhere."""
    query = _query(cycle.id)
    if committee_id is not None:
        query = query.where(_COMMITTEE.c.id == committee_id)
    names = responsible_names(connection, cycle.id)
    vacant = vacant_in(connection, cycle.id)
    found = []
    for key, rows in groupby(connection.execute(query), lambda r: (r.committee_id, r.committee)):
        divisions = tuple(
            DivisionProgress(division, tuple(_group(row, names, vacant) for row in inner))
            for division, inner in groupby(rows, lambda row: row.division)
        )
        found.append(
            CommitteeProgress(cycle.name, cycle.opens_on, cycle.deadline_on, *key, divisions)
        )
    return tuple(found)


def _query(cycle_id: int) -> Select[Any]:
    return (
        select(
            DIALOGUE.c.id,
            DIALOGUE.c.progress,
            ORGANISATION.c.name.label("organisation"),
            CATEGORY.c.name.label("category"),
            _DIVISION.c.name.label("division"),
            _COMMITTEE.c.id.label("committee_id"),
            _COMMITTEE.c.name.label("committee"),
        )
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id)
        .join(_DIVISION, _DIVISION.c.id == ORGANISATION.c.division_id, isouter=True)
        .where(DIALOGUE.c.cycle_id == cycle_id, open_to_answers())
        .order_by(
            _COMMITTEE.c.position,
            _DIVISION.c.position.nulls_first(),
            ORGANISATION.c.position,
            CATEGORY.c.position,
        )
    )


def _group(row: Any, names: dict[int, list[str]], vacant: set[int]) -> Group:
    return Group(
        row.organisation,
        row.category,
        tuple(names.get(row.id, ())),
        Progress(row.progress),
        row.id in vacant,
    )
