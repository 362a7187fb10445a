"""Which rule a column follows. A new column: one line here; a new rule: one file."""

from collections.abc import Mapping

from kfmodel.answers import LEVELS
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain import (
    assessed,
    changes,
    city,
    coverage,
    estimates,
    follow_up,
    funding,
    in_words,
    projected,
    settled,
    spread,
)
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Working
from kfmodel.compilation.explain.given import Rule, given
from kfmodel.compilation.explain.median import median_of
from kfmodel.compilation.explain.moves import NAMES, move
from kfmodel.compilation.explain.shares import share_of
from kfmodel.compilation.gap_kind import comment, specific_gap
from kfmodel.compilation.given import QUESTIONS

Rules = Mapping[str, Rule]


def _median(row: CategoryRow, asked: Asked) -> Working:
    return median_of(row, asked, asked.column.name)


def _share(row: CategoryRow, asked: Asked) -> Working:
    return share_of(row, asked, asked.column.name)


_OF_CATEGORY: Rules = {
    "headcount": projected.headcount,
    **dict.fromkeys(("gap_2y", "gap_5y", "turnover_2y", "retirements_2y"), projected.projected),
    "recruitment_2y": projected.recruitment,
    **dict.fromkeys(QUESTIONS, _median),
    **dict.fromkeys(LEVELS, _share),
    "units_answered": coverage.units_answered,
    "units_total": coverage.units_total,
    "heads_answered_pct": coverage.heads_answered_pct,
    "settled": settled.whether_settled,
    "answers_masked": given("answers_masked"),
    "assessed_2y_from": assessed.assessed(2, "low"),
    "assessed_2y_to": assessed.assessed(2, "high"),
    "assessed_5y_from": assessed.assessed(5, "low"),
    "assessed_5y_to": assessed.assessed(5, "high"),
    "gap_kind": in_words.kinds,
    "specific_gap": in_words.texts("specific_gap", specific_gap),
    "comment": in_words.texts("comment", comment),
    "change": changes.risk_moved,
    "serious_units": in_words.serious_units,
    "compiled": settled.compiled_values,
    "settled_reason": given("settled_reason"),
    **{f"{question}_range": spread.range_of(question) for question in QUESTIONS},
}

_FIGURES = ("headcount", "gap_2y", "gap_5y", "turnover_2y", "retirements_2y", "recruitment_2y")

RULES: Mapping[str, Rules] = {
    "gap": _OF_CATEGORY,
    "recruitment": _OF_CATEGORY,
    "risk": _OF_CATEGORY,
    "divisions": _OF_CATEGORY,
    "city": {
        **dict.fromkeys(_FIGURES, city.summed),
        "committees_summed": city.committees_summed,
        "committees_not_projected": city.not_projected,
        "committees_left_out": city.left_out,
    },
    "spread": {
        "answer": spread.answer,
        "units": spread.units,
        "heads": spread.heads,
        "share_pct": spread.share,
    },
    "moves": {name: move(name) for name in NAMES},
    "changes": {
        "before_year": given("previous_given"),
        "before": changes.before,
        "now": changes.now,
        "change": changes.direction,
    },
    "estimates": {
        **dict.fromkeys(
            ("estimated_in", "headcount_then", "gap_then", "need_then"), given("previous_given")
        ),
        "expected_from": estimates.expected("low"),
        "expected_to": estimates.expected("high"),
        "headcount": estimates.headcount,
        "headcount_change": estimates.headcount_change,
        "against_estimate": estimates.outcome,
    },
    "follow_up": {
        **dict.fromkeys(("to_year", "source", "year", "since"), given("planned")),
        "goal": follow_up.goal,
        "outcome": follow_up.outcome,
        "percent": follow_up.percent,
        "left_out": given("left_out"),
    },
    "funding": {
        **dict.fromkeys(
            ("period", "purpose", "source", "deviations", "requested_by", "unit"), given("planned")
        ),
        "asked": funding.amount,
        "granted": funding.amount,
        "granted_pct": funding.granted_pct,
    },
}
"""By table and column, of what is computed."""

LISTS: Rules = {
    "answers": given("answered"),
    "progress": given("followed"),
    "activities": given("planned"),
    "checks": given("found"),
    "about": given("told"),
}
"""Tables in which nothing is computed, but what is listed was given."""

IDENTITY = given("identity")
