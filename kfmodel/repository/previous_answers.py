"""What HR's file says of an earlier cycle."""

from collections.abc import Callable
from typing import Any

from kfmodel.answers import LEVELS
from kfmodel.dialogue import Previous
from kfmodel.repository.dialogue_state import known
from kfmodel.scales import Likelihood, Need, Severity

COLUMNS = (
    "year",
    "need_2y",
    "need_5y",
    *LEVELS,
    "severity",
    "likelihood",
    "severity_operations",
    "severity_work_environment",
)
"""Those that `previous_from` reads."""


def previous_from(column: Callable[[str], Any]) -> Previous:
    """From a row of which `column` gives the value by name. Levels are known together or not."""
    some, good, high, very_high = map(column, LEVELS)
    levels = some, good, high, very_high
    return Previous(
        column("year"),
        known(Need, column("need_2y")),
        known(Need, column("need_5y")),
        None if None in levels else levels,
        known(Severity, column("severity")),
        known(Likelihood, column("likelihood")),
        known(Severity, column("severity_operations")),
        known(Severity, column("severity_work_environment")),
    )
