"""Everything a compilation is made from, in a handful of queries."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, func, select

from kfmodel.compilation.material import (
    Committee,
    CommitteeCategory,
    Division,
    Material,
)
from kfmodel.dialogue import Previous
from kfmodel.organisation import Counting, OrganisationKind
from kfmodel.repository.compiled_dialogues import compiled_dialogues
from kfmodel.repository.earlier_cycles import earlier_names, newest_earlier_cycles
from kfmodel.repository.followed_plan import load_plan
from kfmodel.repository.previous_answers import previous_from
from kfmodel.repository.projections import rolled_up
from kfmodel.repository.schema import (
    CATEGORY,
    ORGANISATION,
    PREVIOUS,
    STAFFING,
)
from kfmodel.repository.settlements import approved_in, settled_in
from kfmodel.repository.uncounted import uncounted_in


def load_material(
    connection: Connection, cycle: Row[Any], committee_id: int | None = None
) -> Material:
    """The cycle's material, or one committee's, with that of the cycle before it."""
    committees = _committees(connection, cycle, committee_id)
    codes = [row.code for row in committees]
    earlier = newest_earlier_cycles(connection, cycle, codes)
    return replace(
        _material(connection, cycle, committees),
        earlier=tuple(
            _material(connection, before, _committees_called(connection, before, codes))
            for before in earlier
        ),
        earlier_names=earlier_names(connection, cycle.id),
        uncounted=uncounted_in(connection, cycle.id, [row.id for row in committees]),
    )


def _material(connection: Connection, cycle: Row[Any], committees: list[Row[Any]]) -> Material:
    codes = {row.id: row.code for row in committees}
    methods = {row.code: row.method or cycle.method for row in committees}
    names = {
        row.id: row.name
        for row in connection.execute(
            select(CATEGORY).where(CATEGORY.c.cycle_id == cycle.id).order_by(CATEGORY.c.position)
        )
    }
    divisions = _divisions(connection, cycle.id, codes)
    places = codes | {row.id: row.code for row in divisions}
    rolled = rolled_up(connection, cycle.id) | rolled_up(connection, cycle.id, "division_id")
    projections = {
        (places[place], names[category]): projection
        for (place, category), projection in rolled.items()
        if place in places
    }
    return Material(
        cycle=cycle.name,
        year=cycle.year,
        deadline_on=cycle.deadline_on,
        measured_on=cycle.measured_on,
        counting=Counting(cycle.counting) if cycle.counting else None,
        source=cycle.source,
        committees=tuple(Committee(row.code, row.name, methods[row.code]) for row in committees),
        categories=tuple(names.values()),
        dialogues=compiled_dialogues(connection, cycle.id, codes, methods),
        projections=projections,
        previous=_previous(connection, cycle.id, places, names),
        staffing=_staffing(connection, cycle.id, codes, names),
        settled=settled_in(connection, cycle.id, codes),
        divisions=tuple(Division(row.code, row.name, codes[row.committee_id]) for row in divisions),
        approved=approved_in(connection, cycle.id, codes),
        plan=load_plan(connection, cycle.id, codes),
    )


def _committees(
    connection: Connection, cycle: Row[Any], committee_id: int | None
) -> list[Row[Any]]:
    query = (
        select(ORGANISATION)
        .where(
            ORGANISATION.c.cycle_id == cycle.id,
            ORGANISATION.c.kind == OrganisationKind.COMMITTEE,
        )
        .order_by(ORGANISATION.c.position)
    )
    if committee_id is not None:
        query = query.where(ORGANISATION.c.id == committee_id)
    return list(connection.execute(query))


def _committees_called(connection: Connection, cycle: Row[Any], codes: list[str]) -> list[Row[Any]]:
    return [row for row in _committees(connection, cycle, None) if row.code in codes]


def _divisions(connection: Connection, cycle_id: int, committees: Iterable[int]) -> list[Row[Any]]:
    query = (
        select(ORGANISATION)
        .where(
            ORGANISATION.c.cycle_id == cycle_id,
            ORGANISATION.c.kind == OrganisationKind.DIVISION,
            ORGANISATION.c.committee_id.in_(committees),
        )
        .order_by(ORGANISATION.c.position)
    )
    return list(connection.execute(query))


def _previous(
    connection: Connection, cycle_id: int, codes: dict[int, str], names: dict[int, str]
) -> dict[CommitteeCategory, Previous]:
    """The committees' and divisions' own rows, the latest year of each."""
    query = (
        select(PREVIOUS)
        .where(PREVIOUS.c.cycle_id == cycle_id, PREVIOUS.c.organisation_id.in_(codes))
        .order_by(PREVIOUS.c.year)
    )
    return {
        (codes[row.organisation_id], names[row.category_id]): previous_from(partial(getattr, row))
        for row in connection.execute(query)
    }


def _staffing(
    connection: Connection, cycle_id: int, codes: dict[int, str], names: dict[int, str]
) -> dict[CommitteeCategory, float]:
    query = (
        select(
            ORGANISATION.c.committee_id,
            STAFFING.c.category_id,
            func.sum(STAFFING.c.heads).label("heads"),
        )
        .join(ORGANISATION, ORGANISATION.c.id == STAFFING.c.organisation_id)
        .where(STAFFING.c.cycle_id == cycle_id, ORGANISATION.c.committee_id.in_(codes))
        .group_by(ORGANISATION.c.committee_id, STAFFING.c.category_id)
    )
    return {
        (codes[row.committee_id], names[row.category_id]): round(row.heads, 2)
        for row in connection.execute(query)
    }
