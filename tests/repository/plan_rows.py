"""Rows of the plan's sheets, with what they say where it is given."""

from typing import Any

from kfmodel.importing.plan_values import ActivityRow, FundingRow, GoalRow, OutcomeRow
from kfmodel.plan import Measures


def goal_row(code: str, category: str, to_year: int, measures: Measures) -> GoalRow:
    return GoalRow(code, category, to_year, measures, f"Mål!{code}")


def outcome_row(code: str, category: str, year: int, source: str, measures: Measures) -> OutcomeRow:
    return OutcomeRow(code, category, year, source, measures, f"Utfall!{code}")


def activity_row(
    description: str,
    area: str | None = None,
    category: str | None = None,
    *,
    code: str = "ASN",
    **values: Any,
) -> ActivityRow:
    names = ("time_plan", "responsible", "follow_up", "challenge", "anchoring", "status")
    given = dict.fromkeys(names) | values
    return ActivityRow(code, area, category, description, **given, cell="Aktiviteter!A2")


def funding_row(
    measure: str, period: str | None = None, *, code: str = "ASN", **values: Any
) -> FundingRow:
    names = ("purpose", "asked_sek", "granted_sek", "financing", "deviations")
    given = dict.fromkeys(names) | values
    return FundingRow(code, period, measure, **given, cell="Medel!A2")
