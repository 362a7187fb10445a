"""The example cycle: a made-up city with the published totals of ASN 2025, Malmö stad."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.demo.categories import CATEGORIES
from bot.demo.example_organisation import (
    CITY,
    COMMITTEE,
    DIVISIONS,
    PROJECTION,
    STAFFING,
    UNITS,
    division_of,
)
from bot.demo.example_people import PEOPLE
from bot.demo.example_plan import example_plan
from bot.demo.example_previous import COMMITTEE_SEVERITIES, PREVIOUS, YEAR
from kfmodel.importing.values import (
    AssignmentRow,
    CategoryRow,
    Counting,
    CycleFile,
    CycleRow,
    OrganisationKind,
    OrganisationRow,
    PreviousRow,
    ProjectionRow,
    StaffingRow,
)

CYCLE = CycleRow(
    name="Kompetensförsörjning 2025",
    year=2025,
    method="five-level",
    opens_on=date(2025, 9, 15),
    deadline_on=date(2025, 10, 17),
    hr_email="hr@exempelstad.example",
    measured_on=date(2025, 3, 31),
    counting=Counting.PEOPLE,
    source="Personalframskrivning 2025 (exempel)",
)


def example_cycle() -> CycleFile:
    """The cycle as HR's workbook would say it."""
    return CycleFile(
        cycle=CYCLE,
        organisations=tuple(_organisations()),
        assignments=tuple(_assignments()),
        categories=tuple(
            CategoryRow(name, None, None, (), _cell("Yrkeskategorier", place))
            for place, name in enumerate(CATEGORIES)
        ),
        projections=tuple(
            ProjectionRow(COMMITTEE[0], category, *figures, _cell("Personalframskrivning", place))
            for place, (category, figures) in enumerate(PROJECTION.items())
        ),
        staffing=tuple(
            StaffingRow(*row, _cell("Bemanning", place)) for place, row in enumerate(STAFFING)
        ),
        previous=tuple(_previous()),
        plan=example_plan(),
    )


def _cell(sheet: str, place: int) -> str:
    """Where the row would stand, below one row of headings."""
    return f"{sheet}!A{place + 2}"


def _organisations() -> Iterator[OrganisationRow]:
    rows = [
        (*CITY, OrganisationKind.CITY, None),
        (*COMMITTEE, OrganisationKind.COMMITTEE, CITY[0]),
        *(
            (code, name, OrganisationKind.DIVISION, COMMITTEE[0])
            for code, (name, _) in DIVISIONS.items()
        ),
        *(
            (code, name, OrganisationKind.UNIT, division_of(code))
            for code, (name, _) in UNITS.items()
        ),
    ]
    for place, (code, name, kind, parent) in enumerate(rows):
        yield OrganisationRow(code, name, kind, parent, None, _cell("Organisation", place))


def _assignments() -> Iterator[AssignmentRow]:
    pairs = [(person, place) for person in PEOPLE for place in person.places]
    for place, (person, organisation) in enumerate(pairs):
        yield AssignmentRow(
            email=person.email,
            name=person.name,
            role=person.role,
            organisation_code=organisation,
            entra_id=person.entra_id if person.has_account_in_file else None,
            language=person.language,
            cell=_cell("Personer", place),
        )


def _previous() -> Iterator[PreviousRow]:
    empty = PreviousRow(YEAR, COMMITTEE[0], "", *(None,) * 10, cell="")
    rows = [
        replace(empty, category=category, severity=severity)
        for category, severity in COMMITTEE_SEVERITIES.items()
    ]
    rows += [
        PreviousRow(
            YEAR, code, category, need_2y, need_5y, *levels, severity, likelihood, None, None, ""
        )
        for category, by_code in PREVIOUS.items()
        for code, (need_2y, need_5y, levels, severity, likelihood) in by_code.items()
    ]
    for place, row in enumerate(rows):
        yield replace(row, cell=_cell("Föregående omgång", place))
