"""Checks of the sheet Föregående omgång."""

from kfmodel.answers import SEVERITIES
from kfmodel.importing.cycle_sheets import PREVIOUS
from kfmodel.importing.draft import Draft
from kfmodel.importing.duplicates import report_duplicates
from kfmodel.importing.problems import Problems
from kfmodel.importing.text import in_sentence, listed
from kfmodel.methods import Method
from kfmodel.scales import ScaleValue, label


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


def check_earlier_answers(draft: Draft, problems: Problems) -> None:
    """A committee may have changed its method since: what the new one has no word for is told."""
    for line in draft.previous:
        method = draft.methods.get(draft.hierarchy.committee(line["organisation_code"]) or "")
        if method is None:
            continue
        for name in _ON_A_SCALE:
            value, offered = line[name], method.offers(name)
            if value is not None and offered and value not in offered:
                problems.warn(line.at(name), _not_offered(method, name, value))


def _not_offered(method: Method, name: str, value: ScaleValue) -> str:
    column = next(column for column in PREVIOUS.columns if column.name == name)
    words = listed([label(word) for word in method.offers(name)], "eller")
    return (
        f'{in_sentence(column.heading)} "{label(value)}" finns inte i metoden {method.name.sv} '
        f"({words}); det visas, men kan inte svaras igen"
    )


_ON_A_SCALE = ("need_2y", "need_5y", *SEVERITIES, "likelihood")
