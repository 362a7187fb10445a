"""What cards and letters say of a compilation: little enough to be stored beside its files."""

from dataclasses import dataclass, replace
from datetime import date

from kfmodel.compilation.compilation import CategoryRow, Check, Compilation, Status, worst
from kfmodel.organisation import OrganisationKind
from kfmodel.scales import Likelihood, Need, Severity


@dataclass(frozen=True, slots=True)
class CategoryFigures:
    """One category. None is what nobody gave, and what is hidden: everything where `masked`, what
    comes from answers where `answers_hidden`."""

    category: str
    committee: str
    masked: bool = True
    answers_hidden: bool = True
    gap_2y: int | float | None = None
    gap_5y: int | float | None = None
    recruitment_2y: int | float | None = None
    need_2y: Need | None = None
    need_5y: Need | None = None
    severity: Severity | None = None
    """Where it is judged apart, the more severe of the two."""
    likelihood: Likelihood | None = None
    serious_units: tuple[str, ...] = ()
    """Those that answered "Allvarlig" and may be named."""


@dataclass(frozen=True, slots=True)
class MainFigures:
    """A compilation's. `asked` and `submitted` count dialogues, of which the city sees none;
    `checks` are those that are not in order."""

    level: OrganisationKind
    cycle: str
    year: int
    deadline_on: date
    committees: tuple[str, ...]
    not_approved: tuple[str, ...]
    asked: int
    submitted: int
    rows: tuple[CategoryFigures, ...]
    checks: tuple[Check, ...]


def main_figures(compilation: Compilation) -> MainFigures:
    """The figures that a card or a letter prints, masked as the tables are."""
    return MainFigures(
        level=compilation.level,
        cycle=compilation.cycle,
        year=compilation.year,
        deadline_on=compilation.deadline_on,
        committees=tuple(committee.name for committee in compilation.committees),
        not_approved=tuple(committee.name for committee in compilation.not_approved),
        asked=len(compilation.dialogues),
        submitted=sum(row.submitted for row in compilation.dialogues),
        rows=tuple(_figures(row, compilation.level) for row in compilation.rows),
        checks=tuple(check for check in compilation.checks if check.status is not Status.OK),
    )


def _figures(row: CategoryRow, level: OrganisationKind) -> CategoryFigures:
    hidden = CategoryFigures(row.category, row.committee.name)
    if row.masked:
        return hidden
    projected = replace(
        hidden,
        masked=False,
        gap_2y=row.gap_2y,
        gap_5y=row.gap_5y,
        recruitment_2y=row.recruitment_2y,
    )
    if row.answers_hidden:
        return projected
    return replace(
        projected,
        answers_hidden=False,
        need_2y=row.need_2y,
        need_5y=row.need_5y,
        severity=worst(row.answers.severities),
        likelihood=row.likelihood,
        serious_units=() if level is OrganisationKind.CITY else row.serious_units,
    )
