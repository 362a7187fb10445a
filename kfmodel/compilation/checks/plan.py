"""Checks of the plan: goals, activities and funding."""

from collections.abc import Sequence

from kfmodel.calculations import exact
from kfmodel.compilation.checks.printed import printed, printed_totals
from kfmodel.compilation.checks.sentences import listed
from kfmodel.compilation.compilation import Check, Compilation, Status
from kfmodel.compilation.follow_up import FollowUpRow
from kfmodel.compilation.funding import FundingRow
from kfmodel.glossary import heading
from kfmodel.plan import FINISHED


def goals_followed_up(compilation: Compilation) -> Check:
    """The totals are the sums of their parts, and every goal has an outcome."""
    name = "goals_followed_up"
    rows = printed(compilation, "follow_up", FollowUpRow)
    totals = printed_totals(compilation, "follow_up", FollowUpRow)
    wrong = [_measured(total) for total in totals if not _is_sum(total, rows)]
    if wrong:
        return Check(name, Status.ERROR, f"Summan stämmer inte för: {listed(wrong)}.")
    lacking = [_measured(row) for row in rows if row.goal is not None and row.outcome is None]
    if lacking:
        return Check(name, Status.WARNING, f"Mål utan utfall: {listed(lacking)}.")
    without = [_measured(row) for row in rows if row.goal is None and row.outcome is not None]
    if without:
        return Check(name, Status.WARNING, f"Utfall utan mål: {listed(without)}.")
    if not rows:
        return Check(name, Status.OK, "Det finns inga mål att följa upp.")
    return Check(name, Status.OK, "Varje mål har ett utfall, och summorna är summan av delarna.")


def _is_sum(total: FollowUpRow, rows: Sequence[FollowUpRow]) -> bool:
    parts = [row for row in rows if _identity(row) == _identity(total) and row.goal is not None]
    goal = sum(exact(row.goal or 0) for row in parts)
    outcome = sum(exact(row.outcome or 0) for row in parts)
    return (goal, outcome) == (exact(total.goal or 0), exact(total.outcome or 0))


def _identity(row: FollowUpRow) -> tuple[object, ...]:
    return row.committee.code, row.measure, row.to_year, row.source


def _measured(row: FollowUpRow) -> str:
    """ "Sektionschef (utökning)"."""
    what = heading(row.measure or "measure").lower()
    return f"{row.category or heading('total')} ({what})"


def activities_followed_up(compilation: Compilation) -> Check:
    """What the last plan had not finished is in this one, with its status."""
    name = "activities_followed_up"
    owners = {committee.code for committee in compilation.committees}
    gone = [
        activity.description
        for activity in compilation.plan.no_longer
        if activity.owner.committee_code in owners and activity.status not in FINISHED
    ]
    if gone:
        return Check(
            name,
            Status.WARNING,
            f"Aktiviteter i förra planen som saknas i den nya: {listed(gone)}.",
        )
    return Check(name, Status.OK, "Aktiviteterna i förra planen finns med eller är avslutade.")


def funding_adds_up(compilation: Compilation) -> Check:
    """No more was granted than asked for, and the sums are those of the rows."""
    name = "funding_adds_up"
    rows = printed(compilation, "funding", FundingRow)
    totals = printed_totals(compilation, "funding", FundingRow)
    wrong = [total.committee.name for total in totals if not _adds_up(total, rows)]
    if wrong:
        return Check(name, Status.ERROR, f"Summan stämmer inte för: {listed(wrong)}.")
    more = [row.measure or "" for row in rows if _more_than_asked(row)]
    if more:
        return Check(name, Status.WARNING, f"Mer beviljat än äskat: {listed(more)}.")
    return Check(name, Status.OK, "Summorna av äskade och beviljade medel är summan av raderna.")


def _adds_up(total: FundingRow, rows: Sequence[FundingRow]) -> bool:
    parts = [row for row in rows if row.committee == total.committee and not row.masked]
    asked = sum(row.asked_sek or 0 for row in parts)
    granted = sum(row.granted_sek or 0 for row in parts)
    return (asked, granted) == (total.asked_sek or 0, total.granted_sek or 0)


def _more_than_asked(row: FundingRow) -> bool:
    asked, granted = row.asked_sek, row.granted_sek
    return asked is not None and granted is not None and granted > asked and not row.masked
