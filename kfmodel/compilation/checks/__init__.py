"""What HR should know before sending a compilation on. A new check: one function, one line."""

from collections.abc import Callable

from kfmodel.compilation.checks.asked import missing_answers, units_counted_once
from kfmodel.compilation.checks.city import totals_of_the_city
from kfmodel.compilation.checks.figures import (
    projection_missing,
    recruitment_identity,
    staffing_and_projection,
)
from kfmodel.compilation.checks.gaps_without_activity import serious_without_activity
from kfmodel.compilation.checks.given_answers import contradictions, headcount_deviations
from kfmodel.compilation.checks.levels import level_shares, moves_identity
from kfmodel.compilation.checks.plan import (
    activities_followed_up,
    funding_adds_up,
    goals_followed_up,
)
from kfmodel.compilation.checks.settled import settled_basis
from kfmodel.compilation.checks.totals import totals
from kfmodel.compilation.city import nothing_approved
from kfmodel.compilation.compilation import Check, Compilation
from kfmodel.organisation import OrganisationKind

CHECKS: tuple[Callable[[Compilation], Check], ...] = (
    recruitment_identity,
    level_shares,
    moves_identity,
    totals,
    units_counted_once,
    staffing_and_projection,
    headcount_deviations,
    contradictions,
    missing_answers,
    settled_basis,
    serious_without_activity,
    projection_missing,
    goals_followed_up,
    activities_followed_up,
    funding_adds_up,
)

OF_UNITS = (units_counted_once, headcount_deviations, contradictions, settled_basis)
"""Those that tell of units, or stand on their answers; the city sees none."""


def checks_of(compilation: Compilation) -> tuple[Callable[[Compilation], Check], ...]:
    """Nothing is missing of a division where the projection is its committee's; a city that sees
    nothing yet has nothing that could be in order."""
    level = compilation.level
    if nothing_approved(compilation):
        return (missing_answers,)
    if level is OrganisationKind.CITY:
        return (*(check for check in CHECKS if check not in OF_UNITS), totals_of_the_city)
    if level is OrganisationKind.DIVISION:
        return tuple(check for check in CHECKS if check is not projection_missing)
    return CHECKS
