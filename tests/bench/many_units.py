"""A cycle with as many units as asked for, one manager and one category each."""

from datetime import date
from uuid import UUID

from kfmodel.importing.values import (
    AssignmentRow,
    CategoryRow,
    CycleFile,
    CycleRow,
    OrganisationKind,
    OrganisationRow,
    ProjectionRow,
    Role,
    StaffingRow,
)

CATEGORY = "Socialsekreterare"
HEADS = 12


def account(unit: int) -> str:
    """Entra object id of a unit's manager; units count from 1, as their dialogues do."""
    return str(UUID(int=unit))


def many_units(units: int) -> CycleFile:
    """Nobody has answered; each unit's dialogue id is its number."""
    numbers = range(1, units + 1)
    return CycleFile(
        cycle=CycleRow(
            "Mätning", 2025, "five-level", date(2025, 9, 1), date(2025, 10, 17), "hr@bench.example"
        ),
        organisations=(
            OrganisationRow("N", "Nämnden", OrganisationKind.COMMITTEE, None, None, ""),
            *(
                OrganisationRow(f"E{n}", f"Enhet {n}", OrganisationKind.UNIT, "N", None, "")
                for n in numbers
            ),
        ),
        assignments=tuple(
            AssignmentRow(
                f"chef{n}@bench.example",
                f"Chef {n}",
                Role.UNIT_MANAGER,
                f"E{n}",
                account(n),
                "sv",
                "",
            )
            for n in numbers
        ),
        categories=(CategoryRow(CATEGORY, None, None, (), ""),),
        projections=(
            ProjectionRow("N", CATEGORY, units * HEADS, -units / 10, -units / 5, 1, 1, ""),
        ),
        staffing=tuple(StaffingRow(f"E{n}", CATEGORY, HEADS, "") for n in numbers),
        previous=(),
    )
