"""Checks of Bemanning and Personalframskrivning, on their own and against each other."""

from decimal import Decimal

from kfmodel.importing.draft import Draft
from kfmodel.importing.duplicates import report_duplicates
from kfmodel.importing.one_level import report_two_levels
from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Line
from kfmodel.importing.text import in_sentence, listed
from kfmodel.numbers import as_text
from kfmodel.organisation import Counting
from kfmodel.plan import MEASURES

_PAIR = ("organisation_code", "category")
_COUNTED = frozenset(
    {"heads", "headcount", "gap_2y", "gap_5y", "turnover_2y", "retirements_2y", *MEASURES}
)
_SAME = Decimal("0.05")
"""Full-time equivalents are rounded before they are summed."""


def check_pairs(draft: Draft, problems: Problems) -> None:
    for table in (draft.projections, draft.staffing):
        report_duplicates(table, _PAIR, "slå ihop raderna till en", problems)


def check_whole_people(draft: Draft, problems: Problems) -> None:
    """People come whole; only full-time equivalents have decimals."""
    if draft.keys["counting"] is Counting.FULL_TIME_EQUIVALENTS:
        return
    for table in draft.tables_of_pairs:
        columns = [column for column in table.sheet.columns if column.name in _COUNTED]
        for line in table:
            for column in columns:
                number = line[column.name]
                if number is not None and number != number.to_integral_value():
                    written = f"{number.normalize():f}".replace(".", ",").replace("-", "−")
                    problems.error(
                        line.at(column.name),
                        f'{in_sentence(column.heading)} "{written}" har decimaler; skriv hela '
                        "personer eller ange Räknesätt årsarbetare i Omgång",
                    )


def check_in_a_committee(draft: Draft, problems: Problems) -> None:
    """What belongs to no committee is in nobody's summary."""
    for table in draft.tables_of_pairs:
        for line in table:
            code = line["organisation_code"]
            if code is not None and draft.hierarchy.is_beside_committees(code):
                problems.error(
                    line.at("organisation_code"),
                    f'organisation "{code}" hör inte till någon nämnd; skriv en nämnd eller en '
                    "organisation under den",
                )


def check_one_level(draft: Draft, problems: Problems) -> None:
    """A category is projected on one level within a committee, or it would be counted twice."""
    report_two_levels(draft, draft.projections, "framskrivning", problems)


def check_projection_given(draft: Draft, problems: Problems) -> None:
    """A method whose baseline is the projection needs one, with a gap at each of its horizons."""
    if draft.projected and not draft.projections.lines and draft.projections.columns:
        names = {method.name.sv for method in draft.projected.values()}
        problems.error(
            draft.projections.heading_cell,
            f"rader saknas under rubrikerna; metoden {listed(sorted(names))} utgår från "
            "framskrivningen",
        )
    for line in draft.projections:
        pair = draft.committee_pair(line)
        if pair and pair[0] in draft.projected:
            _check_gaps(line, draft.projected[pair[0]].horizons, problems)
            _check_leavers(line, problems)


def _check_gaps(line: Line, horizons: tuple[int, ...], problems: Problems) -> None:
    for years in horizons:
        if line.is_empty(f"gap_{years}y"):
            problems.error(
                line.at(f"gap_{years}y"), f"gap {years} år saknas; skriv ett tal, t.ex. −3 eller 0"
            )


def _check_leavers(line: Line, problems: Problems) -> None:
    empty = {
        "turnover_2y": "personalomsättning 2 år",
        "retirements_2y": "pensionsavgångar 2 år",
    }
    for name, what in empty.items():
        if line.is_empty(name):
            problems.warn(
                line.at(name), f"{what} saknas; rekryteringsbehovet kan då inte räknas ut"
            )


def check_staffed_are_projected(draft: Draft, problems: Problems) -> None:
    if not draft.projections.lines:
        return
    projected = {draft.committee_pair(line) for line in draft.projections}
    for line in draft.staffing:
        pair = draft.committee_pair(line)
        if pair is None or pair[0] not in draft.projected or pair in projected:
            continue
        projected.add(pair)
        problems.warn(
            line.at("category"),
            f'"{pair[1]}" saknar framskrivning för nämnden "{pair[0]}"; behovet jämförs då med '
            "dagens antal",
        )


def check_sums(draft: Draft, problems: Problems) -> None:
    """The committee's staffing of a category adds up to the projection's headcount."""
    staffed = _sums(draft, draft.staffing.lines, "heads")
    first: dict[tuple[str, str], Line] = {}
    for line in draft.projections:
        if pair := draft.committee_pair(line):
            first.setdefault(pair, line)
    for pair, headcount in _sums(draft, draft.projections.lines, "headcount").items():
        heads = staffed.get(pair, Decimal(0))
        if abs(heads - headcount) > _SAME:
            problems.warn(
                first[pair].at("headcount"),
                f'"{pair[1]}" har {as_text(headcount)} medarbetare i framskrivningen men '
                f'{as_text(heads)} i Bemanning för nämnden "{pair[0]}"',
            )


def _sums(draft: Draft, lines: list[Line], name: str) -> dict[tuple[str, str], Decimal]:
    sums: dict[tuple[str, str], Decimal] = {}
    for line in lines:
        pair = draft.committee_pair(line)
        if pair is not None and line[name] is not None:
            sums[pair] = sums.get(pair, Decimal(0)) + line[name]
    return sums
