"""The checked sheets of the plan to plain values."""

from typing import Any

from kfmodel.importing.draft import Draft
from kfmodel.importing.plan_values import ActivityRow, FundingRow, GoalRow, OutcomeRow, PlanRows
from kfmodel.importing.table import Line
from kfmodel.plan import MEASURES, Measures


def plan_rows(draft: Draft) -> PlanRows:
    """The plan of a draft without errors."""
    return PlanRows(
        goals=tuple(map(_goal, draft.goals)),
        outcomes=tuple(map(_outcome, draft.outcomes)),
        activities=tuple(
            ActivityRow(draft.owner(line) or "", **_own(line), cell=line.cell)
            for line in draft.activities
        ),
        funding=tuple(
            FundingRow(draft.owner(line) or "", **_own(line), cell=line.cell)
            for line in draft.funding
        ),
    )


def _goal(line: Line) -> GoalRow:
    return GoalRow(
        line["organisation_code"], line["category"], line["to_year"], _measures(line), line.cell
    )


def _outcome(line: Line) -> OutcomeRow:
    place = line["organisation_code"], line["category"]
    return OutcomeRow(*place, line["year"], line["source"], _measures(line), line.cell)


def _measures(line: Line) -> Measures:
    given = {name: line[name] for name in MEASURES}
    return Measures(**{name: float(v) for name, v in given.items() if v is not None})


def _own(line: Line) -> dict[str, Any]:
    """Every column's value but the committee's code."""
    return {name: v for name, v in line.values.items() if name != "organisation_code"}
