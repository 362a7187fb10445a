"""The report's sections in their order. A new section: one file, one line."""

from collections.abc import Callable, Sequence

from kfmodel.compilation.report.blocks import Block
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sections import (
    appendix,
    background,
    changes,
    drivers,
    funding,
    gap_result,
    gap_work,
    last_plan,
    plan,
    recruitment,
    result,
    risk,
    title_page,
    whole_city,
)

Section = Callable[[Report], list[Block]]

FIRST: tuple[Section, ...] = (
    title_page.section,
    background.section,
    gap_work.section,
    whole_city.section,
)
"""Once a report."""

OF_COMMITTEE: tuple[Section, ...] = (
    result.section,
    gap_result.section,
    recruitment.section,
    risk.section,
    changes.section,
    drivers.section,
    last_plan.section,
    funding.section,
    plan.section,
)
"""Once a committee."""

LAST: tuple[Section, ...] = (appendix.section,)


def blocks_of(report: Report) -> Sequence[Block]:
    """Every section of the report, committee by committee where there are several."""
    parts = [
        (FIRST, [report]),
        (OF_COMMITTEE, report.by_committee()),
        (LAST, [report]),
    ]
    return [
        block
        for sections, reports in parts
        for one in reports
        for section in sections
        for block in section(one)
    ]
