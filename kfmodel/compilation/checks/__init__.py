"""What HR should know before sending a compilation on. A new check: one function, one line."""

from collections.abc import Callable

from kfmodel.compilation.checks.asked import missing_answers, units_counted_once
from kfmodel.compilation.checks.figures import (
    level_shares,
    recruitment_identity,
    staffing_and_projection,
)
from kfmodel.compilation.checks.given_answers import contradictions, headcount_deviations
from kfmodel.compilation.compilation import Check, Compilation

CHECKS: tuple[Callable[[Compilation], Check], ...] = (
    recruitment_identity,
    level_shares,
    staffing_and_projection,
    units_counted_once,
    missing_answers,
    contradictions,
    headcount_deviations,
)
