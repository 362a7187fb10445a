"""The plans of a cycle's committees, as compilations read them."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from kfmodel.plan import (
    MEASURES,
    Funding,
    Goal,
    GoalOrigin,
    Measures,
    Outcome,
    Owner,
    Plan,
    PlannedActivity,
)
from kfmodel.repository.schema import (
    CATEGORY,
    FUNDING,
    GOAL,
    ORGANISATION,
    OUTCOME,
    PLANNED_ACTIVITY,
)

_COMMITTEE = ORGANISATION.alias("committee")
_DIVISION = ORGANISATION.alias("division")


def load_plan(connection: Connection, cycle_id: int, committee_ids: Collection[int]) -> Plan:
    """The plan of these committees, in HR's order."""

    def rows(table: Table) -> Iterable[Row[Any]]:
        return connection.execute(_query(table, cycle_id, committee_ids))

    goals: dict[str, list[Goal]] = {origin: [] for origin in GoalOrigin}
    for row in rows(GOAL):
        goals[row.origin].append(_goal(row))
    return Plan(
        goals=tuple(goals[GoalOrigin.IMPORTED]),
        next_goals=tuple(goals[GoalOrigin.SET]),
        outcomes=tuple(map(_outcome, rows(OUTCOME))),
        activities=tuple(map(_activity, rows(PLANNED_ACTIVITY))),
        funding=tuple(map(_funding, rows(FUNDING))),
    )


def _query(table: Table, cycle_id: int, committee_ids: Collection[int]) -> Select[Any]:
    """A table of the plan with the codes of its rows' committees and divisions."""
    query = (
        select(
            table,
            _COMMITTEE.c.code.label("committee_code"),
            _DIVISION.c.code.label("division_code"),
        )
        .join(ORGANISATION, ORGANISATION.c.id == table.c.organisation_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id)
        .join(_DIVISION, _DIVISION.c.id == ORGANISATION.c.division_id, isouter=True)
        .where(table.c.cycle_id == cycle_id, _COMMITTEE.c.id.in_(committee_ids))
    )
    order = [ORGANISATION.c.position]
    if "category_id" in table.c:
        query = query.add_columns(CATEGORY.c.name.label("category"))
        query = query.join(CATEGORY, CATEGORY.c.id == table.c.category_id, isouter=True)
    if "position" in table.c:
        order = [table.c.position]
    elif "category_id" in table.c:
        order += [CATEGORY.c.position]
    return query.order_by(*order, table.c.id)


def _goal(row: Row[Any]) -> Goal:
    return Goal(_owner(row), row.category, row.to_year, _measures(row))


def _outcome(row: Row[Any]) -> Outcome:
    return Outcome(_owner(row), row.category, row.year, row.source, _measures(row))


def _activity(row: Row[Any]) -> PlannedActivity:
    return PlannedActivity(
        _owner(row),
        row.category,
        row.area,
        row.description,
        row.time_plan,
        row.responsible,
        row.follow_up,
        row.challenge,
        row.anchoring,
        row.status,
    )


def _funding(row: Row[Any]) -> Funding:
    return Funding(
        _owner(row),
        row.period,
        row.measure,
        row.purpose,
        row.asked_sek,
        row.granted_sek,
        row.financing,
        row.deviations,
    )


def _owner(row: Row[Any]) -> Owner:
    return Owner(row.committee_code, row.division_code)


def _measures(row: Row[Any]) -> Measures:
    return Measures(*(getattr(row, name) for name in MEASURES))
