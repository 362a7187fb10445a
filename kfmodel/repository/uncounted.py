"""Staffed units that the dialogues do not count as they should: each has its place in one of them,
and a dialogue has the heads of its units."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from kfmodel.compilation.material import Uncounted
from kfmodel.repository.schema import CATEGORY, DIALOGUE, ORGANISATION, STAFFING

_TWO_DECIMALS = 0.005
_DIVISION = ORGANISATION.alias("division")
_COMMITTEE = ORGANISATION.alias("committee")


def uncounted_in(
    connection: Connection, cycle_id: int, committee_ids: Collection[int]
) -> tuple[Uncounted, ...]:
    """In the order of the organisation; none in a cycle that the import has stored."""
    members = (
        select(STAFFING.c.dialogue_id, func.sum(STAFFING.c.heads).label("heads"))
        .where(STAFFING.c.cycle_id == cycle_id)
        .group_by(STAFFING.c.dialogue_id)
        .subquery()
    )
    left_out = _of(STAFFING).where(STAFFING.c.heads > 0, STAFFING.c.dialogue_id.is_(None))
    miscounted = (
        _of(DIALOGUE)
        .join(members, members.c.dialogue_id == DIALOGUE.c.id, isouter=True)
        .where(
            or_(
                members.c.heads.is_(None),
                func.abs(members.c.heads - DIALOGUE.c.heads) > _TWO_DECIMALS,
            )
        )
    )
    found = [
        row
        for query in (left_out, miscounted)
        for row in connection.execute(
            query.where(
                ORGANISATION.c.cycle_id == cycle_id,
                ORGANISATION.c.committee_id.in_(committee_ids),
            )
        )
    ]
    found.sort(key=lambda row: row.position)
    return tuple(dict.fromkeys(Uncounted(*row[1:]) for row in found))


def _of(table: Any) -> Select[Any]:
    """Whose row of the table it is."""
    return (
        select(
            ORGANISATION.c.position,
            _COMMITTEE.c.code,
            _DIVISION.c.code,
            ORGANISATION.c.name,
            CATEGORY.c.name,
        )
        .select_from(table)
        .join(ORGANISATION, ORGANISATION.c.id == table.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == table.c.category_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id)
        .join(_DIVISION, _DIVISION.c.id == ORGANISATION.c.division_id, isouter=True)
    )
