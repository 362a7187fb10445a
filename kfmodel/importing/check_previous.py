"""Checks of the sheet Föregående omgång."""

from kfmodel.importing.draft import Draft
from kfmodel.importing.duplicates import report_duplicates
from kfmodel.importing.problems import Problems


def check_earlier_rows(draft: Draft, problems: Problems) -> None:
    names = ("year", "organisation_code", "category")
    report_duplicates(draft.previous, names, "ta bort en av raderna", problems)


def check_earlier_years(draft: Draft, problems: Problems) -> None:
    year = draft.keys["year"]
    for line in draft.previous:
        if year and line["year"] and line["year"] >= year:
            problems.error(
                line.at("year"),
                f'år "{line["year"]}" är inte före omgångens år {year}; skriv ett tidigare år',
            )
