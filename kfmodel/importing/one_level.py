"""What is given for a category is given on one level within a committee, or it counts twice."""

from collections.abc import Hashable

from kfmodel.importing.draft import Draft
from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Line, Table
from kfmodel.importing.words import KIND_WORDS


def report_two_levels(
    draft: Draft, table: Table, what: str, problems: Problems, further: tuple[str, ...] = ()
) -> None:
    """An error for each row on another level than the first of its category, committee and
    `further` columns."""
    first: dict[tuple[Hashable, ...], Line] = {}
    for line in table:
        pair = draft.committee_pair(line)
        kind = draft.hierarchy.kind(line["organisation_code"])
        if pair is None or kind is None:
            continue
        other = first.setdefault((*pair, *(line[name] for name in further)), line)
        other_kind = draft.hierarchy.kind(other["organisation_code"])
        if other_kind and other_kind is not kind:
            problems.error(
                line.at("organisation_code"),
                f'"{pair[1]}" har redan {what} per {KIND_WORDS[other_kind]} på rad '
                f"{other.row}, här per {KIND_WORDS[kind]}; välj en nivå inom nämnden",
            )
