"""A committee as large as asked for: divisions of twelve units, each with a manager.

Among the units some have no manager, some share one with the next unit, some have two.
"""

from datetime import date

from kfmodel.importing.values import (
    AssignmentRow,
    CategoryRow,
    CycleFile,
    CycleRow,
    OrganisationKind,
    OrganisationRow,
    Role,
    StaffingRow,
)

CATEGORY = "Socialsekreterare"
OPENING = date(2025, 3, 3)
DEADLINE = date(2025, 4, 30)
HR, HR_ADDRESS = "hanna@stad.example", "hr@stad.example"
UNITS_A_DIVISION, HEADS = 12, 9

VACANT, SHARED, TWO_UNITS = 33, 25, 20
"""Every so many units."""
NO_ACCOUNT = 15
"""Every so many managers have an account that HR does not know."""


def account(email: str) -> str:
    return f"account-of-{email}"


def city(units: int) -> CycleFile:
    numbers = range(1, units + 1)
    divisions = range(1, -(-units // UNITS_A_DIVISION) + 1)
    return CycleFile(
        cycle=CycleRow("Omgång 2025", 2025, "five-level", OPENING, DEADLINE, HR_ADDRESS),
        organisations=(
            OrganisationRow("N", "Nämnden", OrganisationKind.COMMITTEE, None, None, ""),
            *(_place(f"D{n}", OrganisationKind.DIVISION, "N") for n in divisions),
            *(_place(f"E{n}", OrganisationKind.UNIT, _division(n)) for n in numbers),
        ),
        assignments=(
            _post(HR, Role.HR, "N"),
            *(_post(f"head{n}@stad.example", Role.DIVISION_HEAD, f"D{n}") for n in divisions),
            *(_post(email, Role.UNIT_MANAGER, f"E{n}") for n in numbers for email in _managers(n)),
        ),
        categories=(CategoryRow(CATEGORY, None, None, (), ""),),
        projections=(),
        staffing=tuple(StaffingRow(f"E{n}", CATEGORY, HEADS, "") for n in numbers),
        previous=(),
    )


def _division(unit: int) -> str:
    return f"D{1 + (unit - 1) // UNITS_A_DIVISION}"


def _managers(unit: int) -> list[str]:
    if unit % VACANT == 0:
        return []
    own = [_manager(unit - 1 if unit % TWO_UNITS == 0 else unit)]
    return [*own, f"deputy{unit}@stad.example"] if unit % SHARED == 0 else own


def _manager(number: int) -> str:
    return f"manager{number}@stad.example"


def _place(code: str, kind: OrganisationKind, parent: str) -> OrganisationRow:
    return OrganisationRow(code, f"Enhet {code}", kind, parent, None, "")


def _post(email: str, role: Role, code: str) -> AssignmentRow:
    number = email.partition("@")[0].removeprefix("manager")
    unknown = number.isdecimal() and int(number) % NO_ACCOUNT == 0
    entra_id = None if unknown else account(email)
    name = email.partition("@")[0].title()
    return AssignmentRow(email, name, role, code, entra_id, "sv", "")
