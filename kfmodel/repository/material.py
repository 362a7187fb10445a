"""Everything a compilation is made from, in a handful of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from kfmodel.answers import ACTIVITY_FIELDS, LEVELS, Activity, Answers
from kfmodel.compilation.material import (
    Committee,
    CommitteeCategory,
    Dialogue,
    Division,
    Material,
)
from kfmodel.dialogue import AnsweredAs, Previous, Progress
from kfmodel.organisation import Counting, OrganisationKind
from kfmodel.repository.dialogue_state import answers_of, known
from kfmodel.repository.earlier_cycles import earlier_names, newest_earlier_cycles
from kfmodel.repository.followed_plan import load_plan
from kfmodel.repository.projections import rolled_up
from kfmodel.repository.responsibilities import responsible_names
from kfmodel.repository.schema import (
    ACTIVITY,
    CATEGORY,
    DIALOGUE,
    DRIVER,
    ORGANISATION,
    PREVIOUS,
    STAFFING,
)
from kfmodel.repository.settlements import approved_in, settled_in
from kfmodel.repository.uncounted import uncounted_in
from kfmodel.scales import Likelihood, Need, Severity

_DIVISION = ORGANISATION.alias("division")


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
        dialogues=_dialogues(connection, cycle.id, codes, methods),
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


def _dialogues(
    connection: Connection, cycle_id: int, codes: dict[int, str], methods: dict[str, str]
) -> tuple[Dialogue, ...]:
    drivers = _drivers(connection, cycle_id)
    activities = _activities(connection, cycle_id)
    responsible = responsible_names(connection, cycle_id)
    found = []
    for row in connection.execute(_asked(cycle_id, codes)):
        code, answers = codes[row.committee_id], None
        if row.progress == Progress.SUBMITTED:
            answers = answers_of(row, methods[code], drivers[row.id], activities[row.id])
        found.append(_dialogue(row, code, ", ".join(responsible[row.id]), answers))
    return tuple(found)


def _asked(cycle_id: int, committees: Iterable[int]) -> Select[Any]:
    return (
        select(
            DIALOGUE,
            ORGANISATION.c.committee_id,
            ORGANISATION.c.code,
            ORGANISATION.c.name.label("organisation_name"),
            _DIVISION.c.code.label("division_code"),
            _DIVISION.c.name.label("division_name"),
            CATEGORY.c.name.label("category_name"),
        )
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .join(_DIVISION, _DIVISION.c.id == ORGANISATION.c.division_id, isouter=True)
        .where(DIALOGUE.c.cycle_id == cycle_id, ORGANISATION.c.committee_id.in_(committees))
        .order_by(ORGANISATION.c.position, CATEGORY.c.position)
    )


def _dialogue(
    row: Row[Any], committee_code: str, responsible: str, answers: Answers | None
) -> Dialogue:
    return Dialogue(
        id=row.id,
        committee_code=committee_code,
        division_code=row.division_code,
        division_name=row.division_name,
        organisation_code=row.code,
        organisation_name=row.organisation_name,
        category=row.category_name,
        heads=row.heads,
        units=row.units,
        progress=Progress(row.progress),
        responsible=responsible,
        changed_at=row.changed_at,
        submitted_at=row.submitted_at,
        late=row.late,
        answered_as=AnsweredAs(row.answered_as) if row.answered_as else None,
        answers=answers,
    )


def _drivers(connection: Connection, cycle_id: int) -> dict[int, list[str]]:
    query = (
        select(DRIVER.c.dialogue_id, DRIVER.c.driver)
        .join(DIALOGUE, DIALOGUE.c.id == DRIVER.c.dialogue_id)
        .where(DIALOGUE.c.cycle_id == cycle_id)
    )
    drivers: dict[int, list[str]] = defaultdict(list)
    for dialogue_id, driver in connection.execute(query):
        drivers[dialogue_id].append(driver)
    return drivers


def _activities(connection: Connection, cycle_id: int) -> dict[int, list[Activity]]:
    query = (
        select(ACTIVITY.c.dialogue_id, *(ACTIVITY.c[name] for name in ACTIVITY_FIELDS))
        .join(DIALOGUE, DIALOGUE.c.id == ACTIVITY.c.dialogue_id)
        .where(DIALOGUE.c.cycle_id == cycle_id)
        .order_by(ACTIVITY.c.position)
    )
    activities: dict[int, list[Activity]] = defaultdict(list)
    for dialogue_id, *values in connection.execute(query):
        activities[dialogue_id].append(Activity(*values))
    return activities


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
        (codes[row.organisation_id], names[row.category_id]): Previous(
            row.year,
            known(Need, row.need_2y),
            known(Need, row.need_5y),
            _levels(row),
            known(Severity, row.severity),
            known(Likelihood, row.likelihood),
            known(Severity, row.severity_operations),
            known(Severity, row.severity_work_environment),
        )
        for row in connection.execute(query)
    }


def _levels(row: Row[Any]) -> tuple[int, int, int, int] | None:
    some, good, high, very_high = (getattr(row, name) for name in LEVELS)
    return None if None in (some, good, high, very_high) else (some, good, high, very_high)


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
