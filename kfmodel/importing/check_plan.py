"""Checks of the sheets Mål, Utfall, Aktiviteter and Medel."""

from kfmodel.importing.draft import Draft
from kfmodel.importing.duplicates import report_duplicates
from kfmodel.importing.one_level import report_two_levels
from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Line, Table
from kfmodel.organisation import OrganisationKind
from kfmodel.plan import MEASURES

_PAIR = ("organisation_code", "category")


def check_goals_once(draft: Draft, problems: Problems) -> None:
    """A category's goal and outcome stand once, and on one level within a committee."""
    for table, further, what in (
        (draft.goals, ("to_year",), "mål"),
        (draft.outcomes, ("year", "source"), "utfall"),
    ):
        report_duplicates(table, (*_PAIR, *further), "slå ihop raderna till en", problems)
        report_two_levels(draft, table, what, problems, further)


def check_something_is_said(draft: Draft, problems: Problems) -> None:
    for table, what in ((draft.goals, "mål"), (draft.outcomes, "utfall")):
        for line in table:
            if all(line.is_empty(name) for name in MEASURES):
                text = f"{what} saknas; skriv minst ett antal på raden"
                problems.error(line.at(MEASURES[0]), text)


def check_owners(draft: Draft, problems: Problems) -> None:
    """Activities and funding belong to a committee: the only one, or the one that is named."""
    several = len(list(draft.committees)) > 1
    for table in (draft.activities, draft.funding):
        for line in table:
            code = line["organisation_code"]
            kind = draft.hierarchy.kind(code)
            if kind and kind is not OrganisationKind.COMMITTEE:
                problems.error(
                    line.at("organisation_code"),
                    f'organisation "{code}" är ingen nämnd; skriv nämndens kod',
                )
            elif several and code is None and not _is_wrong(line):
                problems.error(
                    line.at("organisation_code"),
                    "organisation saknas; skriv nämndens kod, filen har flera nämnder",
                )


def _is_wrong(line: Line) -> bool:
    """The cell has been reported already."""
    return "organisation_code" in line.letters and not line.is_empty("organisation_code")


def check_activities_once(draft: Draft, problems: Problems) -> None:
    names = ("description", "area", "category", "organisation_code")
    _once(draft.activities, names, problems)


def check_funding_once(draft: Draft, problems: Problems) -> None:
    _once(draft.funding, ("measure", "period", "organisation_code"), problems)


def _once(table: Table, names: tuple[str, ...], problems: Problems) -> None:
    report_duplicates(table, names, "slå ihop raderna till en", problems, empty=True)
