"""A stored cycle as the import workbook would say it."""

from typing import Any

from sqlalchemy import Connection, Row, Select, select

from kfmodel.importing.plan_values import ActivityRow, PlanRows
from kfmodel.importing.values import (
    AssignmentRow,
    CategoryRow,
    CycleFile,
    CycleRow,
    OrganisationRow,
    StaffingRow,
)
from kfmodel.organisation import Counting, OrganisationKind, Role
from kfmodel.repository.schema import (
    ASSIGNMENT,
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    ORGANISATION,
    PERSON,
    PLANNED_ACTIVITY,
    STAFFING,
)

_STORED = ""
"""The rows come from no cell."""


def cycle_file(connection: Connection, cycle: Row[Any]) -> CycleFile:
    """Organisation, people, categories, staffing and activities as they stand.

    The projection, the goals, the outcomes and the funding were that cycle's own.
    """
    return CycleFile(
        CycleRow(
            cycle.name,
            cycle.year,
            cycle.method,
            cycle.opens_on,
            cycle.deadline_on,
            cycle.hr_email,
            cycle.measured_on,
            Counting(cycle.counting) if cycle.counting else None,
            cycle.source,
            cycle.reminder_days,
        ),
        organisations=_organisations(connection, cycle.id),
        assignments=_assignments(connection, cycle.id),
        categories=_categories(connection, cycle.id),
        projections=(),
        staffing=_staffing(connection, cycle.id),
        previous=(),
        plan=PlanRows(activities=_activities(connection, cycle.id)),
    )


def _organisations(connection: Connection, cycle_id: int) -> tuple[OrganisationRow, ...]:
    parent = ORGANISATION.alias("parent")
    rows = connection.execute(
        select(
            ORGANISATION.c.code,
            ORGANISATION.c.name,
            ORGANISATION.c.kind,
            parent.c.code.label("parent_code"),
            ORGANISATION.c.method,
        )
        .outerjoin(parent, parent.c.id == ORGANISATION.c.parent_id)
        .where(ORGANISATION.c.cycle_id == cycle_id)
        .order_by(ORGANISATION.c.position)
    )
    return tuple(
        OrganisationRow(
            row.code, row.name, OrganisationKind(row.kind), row.parent_code, row.method, _STORED
        )
        for row in rows
    )


def _assignments(connection: Connection, cycle_id: int) -> tuple[AssignmentRow, ...]:
    rows = connection.execute(
        select(
            PERSON.c.email,
            PERSON.c.name,
            ASSIGNMENT.c.role,
            ORGANISATION.c.code,
            PERSON.c.entra_id,
            PERSON.c.imported_language,
        )
        .select_from(ASSIGNMENT)
        .join(PERSON, PERSON.c.id == ASSIGNMENT.c.person_id)
        .join(ORGANISATION, ORGANISATION.c.id == ASSIGNMENT.c.organisation_id)
        .where(ASSIGNMENT.c.cycle_id == cycle_id)
        .order_by(ORGANISATION.c.position, ASSIGNMENT.c.role, PERSON.c.email)
    )
    return tuple(
        AssignmentRow(
            row.email,
            row.name,
            Role(row.role),
            row.code,
            row.entra_id,
            row.imported_language,
            _STORED,
        )
        for row in rows
    )


def _categories(connection: Connection, cycle_id: int) -> tuple[CategoryRow, ...]:
    categories = connection.execute(_in_order(cycle_id)).all()
    names: dict[int, list[str]] = {row.id: [] for row in categories}
    earlier = select(CATEGORY_EARLIER_NAME).order_by(CATEGORY_EARLIER_NAME.c.name)
    for row in connection.execute(earlier.join(CATEGORY).where(CATEGORY.c.cycle_id == cycle_id)):
        names[row.category_id].append(row.name)
    return tuple(
        CategoryRow(row.name, row.aid_code, row.focus_area, tuple(names[row.id]), _STORED)
        for row in categories
    )


def _in_order(cycle_id: int) -> Select[Any]:
    return select(CATEGORY).where(CATEGORY.c.cycle_id == cycle_id).order_by(CATEGORY.c.position)


def _staffing(connection: Connection, cycle_id: int) -> tuple[StaffingRow, ...]:
    rows = connection.execute(
        select(ORGANISATION.c.code, CATEGORY.c.name, STAFFING.c.heads)
        .select_from(STAFFING)
        .join(ORGANISATION, ORGANISATION.c.id == STAFFING.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == STAFFING.c.category_id)
        .where(STAFFING.c.cycle_id == cycle_id)
        .order_by(ORGANISATION.c.position, CATEGORY.c.position)
    )
    return tuple(StaffingRow(*row, _STORED) for row in rows)


def _activities(connection: Connection, cycle_id: int) -> tuple[ActivityRow, ...]:
    planned = PLANNED_ACTIVITY.c
    rows = connection.execute(
        select(
            ORGANISATION.c.code.label("committee_code"),
            planned.area,
            CATEGORY.c.name.label("category"),
            planned.description,
            planned.time_plan,
            planned.responsible,
            planned.follow_up,
            planned.challenge,
            planned.anchoring,
            planned.status,
        )
        .select_from(PLANNED_ACTIVITY)
        .join(ORGANISATION, ORGANISATION.c.id == planned.organisation_id)
        .outerjoin(CATEGORY, CATEGORY.c.id == planned.category_id)
        .where(planned.cycle_id == cycle_id)
        .order_by(ORGANISATION.c.position, planned.position)
    )
    return tuple(ActivityRow(**row, cell=_STORED) for row in rows.mappings())
