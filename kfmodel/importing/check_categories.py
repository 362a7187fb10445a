"""Checks of the sheet Yrkeskategorier."""

from kfmodel.importing.draft import Draft
from kfmodel.importing.duplicates import report_duplicates
from kfmodel.importing.names import Names
from kfmodel.importing.problems import Problems
from kfmodel.importing.text import fold


def check_names(draft: Draft, problems: Problems) -> None:
    report_duplicates(draft.categories, ("name",), "varje kategori får stå på en rad", problems)


def check_earlier_names(draft: Draft, problems: Problems) -> None:
    """An earlier name leads to one category of today, which has another name now."""
    current = Names(line["name"] for line in draft.categories if line["name"] is not None)
    first_row: dict[str, int] = {}
    for line in draft.categories:
        for name in line["earlier_names"] or ():
            row = first_row.setdefault(fold(name), line.row)
            if current.find(name):
                problems.error(
                    line.at("earlier_names"),
                    f'tidigare namn "{name}" är en av kategorierna i bladet; ta bort det',
                )
            elif row != line.row:
                problems.error(
                    line.at("earlier_names"),
                    f'tidigare namn "{name}" finns redan på rad {row}; skriv det på en kategori',
                )


def check_categories_used(draft: Draft, problems: Problems) -> None:
    staffed = {line["category"] for line in draft.staffing}
    for line in draft.categories:
        if line["name"] is not None and line["name"] not in staffed:
            problems.warn(
                line.at("name"),
                f'yrkeskategori "{line["name"]}" finns inte i Bemanning; ingen chef får frågan',
            )
