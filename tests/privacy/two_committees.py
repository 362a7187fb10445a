"""The example's cycle with a second committee, whose names are as bad as HR can type them."""

from dataclasses import replace

from bot.demo.categories import FIRST, THERAPY
from bot.demo.example import example_cycle
from bot.demo.example_people import account, address
from kfmodel.importing.values import AssignmentRow, CycleFile, OrganisationRow, StaffingRow
from kfmodel.organisation import OrganisationKind, Role

OTHER_HR, CITY_HR, OTHER_MANAGER = "Gunnar Granne", "Stina Stadig", "Mona Markdown"
SMALL_CATEGORY = THERAPY
"""Too few people even for the committee: its HR is asked, and nothing of it is shown."""
OTHER_COMMITTEE = 'Nämnden "A"; filename=x.exe'
FORMULA_UNIT, EMPTY_POST = (
    '=HYPERLINK("http://x.example";"**Klicka**")',
    "<script>alert(1)</script>",
)


def two_committees() -> CycleFile:
    file = example_cycle()
    return replace(
        file,
        organisations=(
            *file.organisations,
            _place("GRN", OTHER_COMMITTEE, OrganisationKind.COMMITTEE, "EXS"),
            _place("GRN-1", FORMULA_UNIT, OrganisationKind.UNIT, "GRN"),
            _place("GRN-2", EMPTY_POST, OrganisationKind.UNIT, "GRN"),
        ),
        assignments=(
            *file.assignments,
            _person(OTHER_HR, Role.HR, "GRN"),
            _person(CITY_HR, Role.HR, "EXS"),
            _person(OTHER_MANAGER, Role.UNIT_MANAGER, "GRN-1"),
        ),
        staffing=(
            *file.staffing,
            *(StaffingRow(code, FIRST, 9, "") for code in ("GRN-1", "GRN-2")),
            StaffingRow("GRN-1", SMALL_CATEGORY, 3, ""),
        ),
    )


def _place(code: str, name: str, kind: OrganisationKind, parent: str) -> OrganisationRow:
    return OrganisationRow(code, name, kind, parent, None, "")


def _person(name: str, role: Role, code: str) -> AssignmentRow:
    return AssignmentRow(address(name), name, role, code, account(address(name)), "sv", "")
