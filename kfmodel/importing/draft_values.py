"""Checked sheets to plain values."""

from decimal import Decimal

from kfmodel.importing.draft import Draft
from kfmodel.importing.draft_plan import plan_rows
from kfmodel.importing.table import Line, Table
from kfmodel.importing.values import (
    AssignmentRow,
    CategoryRow,
    CycleFile,
    CycleRow,
    OrganisationRow,
    PreviousRow,
    ProjectionRow,
    StaffingRow,
)

_DEFAULT_LANGUAGE = "sv"


def cycle_file(draft: Draft) -> CycleFile:
    """The values of a draft without errors."""
    return CycleFile(
        cycle=CycleRow(**draft.keys.values),
        organisations=tuple(map(_organisation, draft.organisations)),
        assignments=_assignments(draft.people),
        categories=tuple(map(_category, draft.categories)),
        projections=tuple(map(_projection, draft.projections)),
        staffing=tuple(map(_staffing, draft.staffing)),
        previous=tuple(map(_previous, draft.previous)),
        plan=plan_rows(draft),
    )


def _organisation(line: Line) -> OrganisationRow:
    return OrganisationRow(
        code=line["code"],
        name=line["name"],
        kind=line["kind"],
        parent_code=line["parent_code"],
        method=line["method"],
        cell=line.cell,
    )


def _assignments(people: Table) -> tuple[AssignmentRow, ...]:
    """What stands on one of a person's rows holds for all of them."""
    languages = _first_given(people, "language")
    entra_ids = _first_given(people, "entra_id")
    names = _first_given(people, "name")
    return tuple(
        AssignmentRow(
            email=line["email"],
            name=names[line["email"]],
            role=line["role"],
            organisation_code=line["organisation_code"],
            entra_id=entra_ids.get(line["email"]),
            language=languages.get(line["email"], _DEFAULT_LANGUAGE),
            cell=line.cell,
        )
        for line in people
    )


def _first_given(people: Table, name: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for line in people:
        if line[name] is not None:
            given.setdefault(line["email"], line[name])
    return given


def _category(line: Line) -> CategoryRow:
    return CategoryRow(
        name=line["name"],
        aid_code=line["aid_code"],
        focus_area=line["focus_area"],
        earlier_names=line["earlier_names"] or (),
        cell=line.cell,
    )


def _projection(line: Line) -> ProjectionRow:
    return ProjectionRow(
        organisation_code=line["organisation_code"],
        category=line["category"],
        headcount=float(line["headcount"]),
        gap_2y=_number(line["gap_2y"]),
        gap_5y=_number(line["gap_5y"]),
        turnover_2y=_number(line["turnover_2y"]),
        retirements_2y=_number(line["retirements_2y"]),
        cell=line.cell,
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _staffing(line: Line) -> StaffingRow:
    return StaffingRow(
        organisation_code=line["organisation_code"],
        category=line["category"],
        heads=float(line["heads"]),
        cell=line.cell,
    )


def _previous(line: Line) -> PreviousRow:
    return PreviousRow(
        year=line["year"],
        organisation_code=line["organisation_code"],
        category=line["category"],
        need_2y=line["need_2y"],
        need_5y=line["need_5y"],
        level_some=line["level_some"],
        level_good=line["level_good"],
        level_high=line["level_high"],
        level_very_high=line["level_very_high"],
        severity=line["severity"],
        likelihood=line["likelihood"],
        severity_operations=line["severity_operations"],
        severity_work_environment=line["severity_work_environment"],
        cell=line.cell,
    )
