"""Serious gaps that nobody proposes to do anything about."""

from kfmodel.compilation.checks.sentences import category_of, listed
from kfmodel.compilation.compilation import Check, Compilation, Status
from kfmodel.scales import Severity


def serious_without_activity(compilation: Compilation) -> Check:
    """Categories of serious risk for which no unit shows an activity, and HR has planned none: of
    the category's own, or for all."""
    planned = {
        (followed.activity.owner.committee_code, followed.activity.category)
        for followed in compilation.plan.activities
    }
    found = [
        category_of(row, compilation)
        for row in compilation.rows
        if Severity.SERIOUS in row.answers.severities
        and not row.masked
        and not row.has_activity
        and not {(row.committee.code, category) for category in (row.category, None)} & planned
    ]
    if found:
        return Check(
            "serious_without_activity",
            Status.WARNING,
            f"Allvarlig risk men ingen aktivitet: {listed(found)}.",
        )
    detail = "Varje kategori med allvarlig risk har en aktivitet."
    return Check("serious_without_activity", Status.OK, detail)
