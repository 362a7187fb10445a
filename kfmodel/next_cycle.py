"""The next cycle, drafted from the one that closes, for HR to go through and import."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date

from kfmodel.answers import ANSWER_FIELDS
from kfmodel.compilation import CategoryRow, Compilation
from kfmodel.importing.plan_values import PlanRows
from kfmodel.importing.values import CycleFile, CycleRow, PreviousRow
from kfmodel.organisation import OrganisationKind
from kfmodel.plan import FINISHED
from kfmodel.planning.working_days import on_or_after, on_or_before
from kfmodel.scales import Need

YEARS = 2
"""From one cycle to the next."""
LARGEST = 10
"""So many of a committee's categories are asked about for their size alone."""

_MANAGERS = re.compile(r"\b(sektions|enhets)chef", re.IGNORECASE)
_ANSWERS = tuple(one.name for one in fields(PreviousRow) if one.name in ANSWER_FIELDS)
_Place = tuple[str, str]
"""(committee code, category)"""


def next_cycle(file: CycleFile, compilation: Compilation) -> CycleFile:
    """The cycle two years on: organisation, people, staffing and unfinished activities as they
    stand, the categories that policy asks for, and what was settled (else compiled) as last time's.

    The projection is left for HR: it is made anew for each cycle.
    """
    asked = set(_asked(compilation.rows))
    committees = _committee_of(file)
    staffing = tuple(
        row
        for row in file.staffing
        if (committees.get(row.organisation_code, ""), row.category) in asked
    )
    kept = {row.category for row in staffing}
    return replace(
        file,
        cycle=_next(file.cycle),
        categories=tuple(row for row in file.categories if row.name in kept),
        projections=(),
        staffing=staffing,
        previous=tuple(_previous(compilation, kept)),
        plan=PlanRows(
            activities=tuple(
                row
                for row in file.plan.activities
                if row.status not in FINISHED and (row.category is None or row.category in kept)
            )
        ),
    )


def _next(cycle: CycleRow) -> CycleRow:
    year, last = str(cycle.year + YEARS), str(cycle.year)
    name = cycle.name.replace(last, year) if last in cycle.name else f"{cycle.name} {year}"
    return replace(
        cycle,
        name=name,
        year=cycle.year + YEARS,
        opens_on=on_or_after(_years_on(cycle.opens_on)),
        deadline_on=on_or_before(_years_on(cycle.deadline_on)),
        measured_on=None,
        source=None,
    )


def _years_on(day: date) -> date:
    # 29 February has no day two years on
    return day.replace(year=day.year + YEARS, day=min(day.day, 28 if day.month == 2 else 31))


def _asked(rows: Iterable[CategoryRow]) -> Iterator[_Place]:
    """The ten largest of each committee, the section managers, and those with a gap."""
    committees: dict[str, list[CategoryRow]] = {}
    for row in rows:
        committees.setdefault(row.committee.code, []).append(row)
    for code, own in committees.items():
        by_size = sorted(own, key=lambda row: -row.headcount)
        for place, row in enumerate(by_size):
            if place < LARGEST or _MANAGERS.search(row.category) or has_gap(row):
                yield code, row.category


def has_gap(row: CategoryRow) -> bool:
    """Whether people or competence were found to be short: projected, answered or settled."""
    projected = any(gap is not None and gap < 0 for gap in (row.gap_2y, row.gap_5y))
    needed = {row.need_2y, row.need_5y} & {Need.MORE, Need.MUCH_MORE}
    return projected or bool(needed) or any(row.levels or ())


def _committee_of(file: CycleFile) -> dict[str, str]:
    """The committee that each organisation belongs to, itself included."""
    by_code = {row.code: row for row in file.organisations}
    found: dict[str, str] = {}
    for row in file.organisations:
        above = row
        while above.kind is not OrganisationKind.COMMITTEE and above.parent_code:
            above = by_code[above.parent_code]
        if above.kind is OrganisationKind.COMMITTEE:
            found[row.code] = above.code
    return found


def _previous(compilation: Compilation, kept: set[str]) -> Iterator[PreviousRow]:
    for row in compilation.rows:
        said = {name: getattr(row.answers, name) for name in _ANSWERS}
        shown = not (row.masked or row.answers_hidden)
        if shown and row.category in kept and any(value is not None for value in said.values()):
            yield PreviousRow(
                year=compilation.year,
                organisation_code=row.committee.code,
                category=row.category,
                cell="",
                **said,
            )
