"""The rules of the plan, one a file: which occasions there are, and for whom one is due.

What a cycle's dates give is the same for everybody and is kept: a rule is asked of each person.
To add a kind: a file here, a line in RULES or HR_RULES, and in `occasions` where the dates give it;
a `Kind` with the migration that lets the ledger hold it; a letter.
"""

from collections.abc import Callable
from datetime import date

from kfmodel.planning.answerer import Answerer
from kfmodel.planning.committee import AskedCommittee
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.rules import (
    digest,
    escalation,
    hand_over,
    invitation,
    last_day,
    new_deadline,
    overdue,
    reminder,
    returned,
    snoozed,
    summary,
)

Rule = Callable[[Dates, Answerer, date], Occasion | None]
HrRule = Callable[[Dates, AskedCommittee, date], tuple[Occasion, ...]]

RULES: tuple[Rule, ...] = (
    escalation.due,
    overdue.due,
    last_day.due,
    invitation.due,
    returned.due,
    new_deadline.due,
    snoozed.due,
    reminder.due,
)
"""The most telling first: somebody gets one message a day and cycle, of the first rule that has
one."""

HR_RULES: tuple[HrRule, ...] = (hand_over.due, digest.due, summary.due)


def due(dates: Dates, who: Answerer, today: date) -> Occasion | None:
    """What somebody is due on a working day; None: nothing, or they have been written to today."""
    if who.contacted_on >= today:
        return None
    return next((found for rule in RULES if (found := rule(dates, who, today))), None)


def due_to_hr(dates: Dates, committee: AskedCommittee, today: date) -> tuple[Occasion, ...]:
    """What HR of a committee is due on a working day. One that they got is in the ledger."""
    return tuple(occasion for rule in HR_RULES for occasion in rule(dates, committee, today))


def occasions(dates: Dates) -> tuple[Occasion, ...]:
    """The whole plan that follows from the dates, in order of time."""
    rules = (invitation, reminder, last_day, overdue, escalation, digest, summary)
    return tuple(sorted((o for rule in rules for o in rule.occasions(dates)), key=lambda o: o.on))
