"""The sums that the report tells of: a committee's shown rows of the gap analysis, or of the
recruitment need. Their tables have no row for it: whoever sums them would count everything twice.
"""

from collections.abc import Iterator, Sequence

from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Explanation, PartRow, Working
from kfmodel.compilation.explain.find import NotFoundError, same
from kfmodel.compilation.explain.sums import sum_of
from kfmodel.compilation.material import Committee
from kfmodel.compilation.totals import totals
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading

SUMMED = {
    "gap": ("headcount", "gap_2y", "gap_5y"),
    "recruitment": ("gap_2y", "turnover_2y", "retirements_2y", "recruitment_2y"),
}
"""Columns by table."""


def asks_for_total(text: str, asked: Asked) -> bool:
    names = ("total", heading("total"), heading("total_shown"))
    return asked.table.name in SUMMED and any(same(text, name) for name in names)


def totals_explained(asked: Asked) -> Iterator[Explanation]:
    """One a committee; raises NotFoundError for a column that is not summed."""
    if asked.column.name not in SUMMED[asked.table.name]:
        known = ", ".join(heading(name) for name in SUMMED[asked.table.name])
        raise NotFoundError(f"{asked.heading} summeras inte; ange en av: {known}")
    for committee in asked.compilation.committees:
        rows = [row for row in asked.compilation.rows if row.committee == committee]
        if rows:
            yield _explained(committee, rows, asked)


def _explained(committee: Committee, rows: Sequence[CategoryRow], asked: Asked) -> Explanation:
    name = asked.column.name
    summed = [row for row in rows if not row.masked and _adds_up(row, asked)]
    parts: list[PartRow] = [
        (row.category, value) for row in summed if (value := getattr(row, name)) is not None
    ]
    whole = getattr(totals(summed), name)
    called = heading("total" if len(parts) == len(rows) else "total_shown")
    several = len(asked.compilation.committees) > 1
    return Explanation(
        table=asked.table.title,
        column=asked.heading,
        of=(committee.name, called) if several else (called,),
        cell=whole,
        read=whole,
        kind=asked.column.kind,
        working=Working(
            rule("sum_of_known" if asked.table.name == "recruitment" else "sum_of_shown"),
            sum_of(parts),
            (heading("category"), asked.heading),
            parts,
        ),
    )


def _adds_up(row: CategoryRow, asked: Asked) -> bool:
    """A row without its need would leave the causes with more than they come to together."""
    return asked.table.name != "recruitment" or row.recruitment_2y is not None
